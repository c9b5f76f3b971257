import type { Known } from './card.ts';

export type Steep = 'gentle' | 'moderate' | 'steep' | 'very steep';

export interface Steepness {
  readonly steep: Steep;
  /** What makes it so, each a clause; the heaviest first. */
  readonly because: readonly string[];
  /** What was not looked at, so that it may be steeper: `churn`. */
  readonly unknown: readonly string[];
}

/** What the rule looks at. */
export interface Slope {
  /** Its title in MAINTAINERS. */
  readonly name: string;
  readonly files: number;
  readonly lines: Known<number>;
  readonly maintainers: number;
  readonly folders: readonly { readonly folder: string; readonly files: number }[];
  readonly year: Known<{ readonly patches: number; readonly authors: number }>;
}

type Point = readonly [points: number, because: string];

/**
 * How steep a subsystem is to begin in: how much there is to read (size), how fast it moves under one (churn), how many
 * people one works beside (people), how thinly its maintainers are spread (files a maintainer), and what a mistake costs.
 * No point is gentle, one or two moderate, three or four steep, more very steep.
 */
export const steepness = (slope: Slope): Steepness => {
  const points = [...size(slope), ...churn(slope), ...people(slope), ...spread(slope), ...cost(slope)];
  const sum = points.reduce((total, [one]) => total + one, 0);
  const steep = sum === 0 ? 'gentle' : sum <= 2 ? 'moderate' : sum <= 4 ? 'steep' : 'very steep';
  return {
    steep,
    because: points.toSorted(([one], [other]) => other - one).map(([, because]) => because),
    unknown: slope.year.kind === 'unknown' ? ['churn', 'people'] : [],
  };
};

const size = ({ files, lines }: Slope): Point[] => {
  // Where the lines were not counted: the median of a kernel folder is near 400 a file.
  const count = lines.kind === 'known' ? lines.value : files * 400;
  const seen = lines.kind === 'known' ? `${inThousands(count)} lines to find one’s way in` : `${files} files to know`;
  if (count >= 600_000) return [[3, seen]];
  if (count >= 150_000) return [[2, seen]];
  return count >= 40_000 ? [[1, seen]] : [];
};

const churn = ({ year }: Slope): Point[] => {
  if (year.kind === 'unknown') return [];
  const { patches } = year.value;
  const seen = `${patches} patches a year: what one works on may have moved`;
  if (patches >= 1000) return [[2, seen]];
  return patches >= 300 ? [[1, seen]] : [];
};

const people = ({ year }: Slope): Point[] =>
  year.kind === 'known' && year.value.authors >= 100 ? [[1, `${year.value.authors} people work on it beside you`]] : [];

const spread = ({ files, maintainers }: Slope): Point[] => {
  if (maintainers === 0) return [[1, 'no maintainer is named, only reviewers']];
  const each = Math.round(files / maintainers);
  return each >= 150 ? [[1, `${each} files for each maintainer: an answer may take long`]] : [];
};

/** Code that everything else runs on, and code that a mistake makes dangerous. The first that holds most of it counts. */
const COSTS: readonly (readonly [folders: RegExp, points: number, because: string])[] = [
  [heart(), 3, 'the heart of the kernel: a mistake there stops every machine, and few can review it'],
  [/^fs\//, 1, 'it keeps people’s files: a mistake loses data'],
  [/^(?:net|drivers\/net\/wireguard)\//, 1, 'it speaks to other machines: a mistake can be reached from outside'],
  [/^(?:security|crypto)\//, 2, 'security: a mistake opens a hole, and review is strict'],
  [
    /^arch\/(?!\w+\/(?:boot\/dts|dts|configs)\/)/,
    1,
    'an architecture: little can be tried without knowing the processor',
  ],
];
const BESIDE = /^(?:Documentation|doc|samples|include|configs)\/|\/(?:include|dts)\//;
const TESTS = /^(?:tools\/testing|test)\//;

/** Where the files lie all over the tree, the title tells. */
const HARD = /\b(?:BPF|XDP|RCU|KVM|SCHEDULER|LOCKDEP|LOCKING|MEMORY MODEL)\b/;

const cost = ({ name, folders }: Slope): Point[] => {
  const own = folders.filter(({ folder }) => !BESIDE.test(folder));
  const code = own.filter(({ folder }) => !TESTS.test(folder));
  const counted = code.length > 0 ? code : own;
  const all = counted.reduce((sum, { files }) => sum + files, 0);
  const [heart] = COSTS;
  if (heart && HARD.test(name)) return [[heart[1], heart[2]]];
  for (const [pattern, points, because] of COSTS) {
    const share = counted.reduce((sum, { folder, files }) => sum + (pattern.test(folder) ? files : 0), 0);
    if (all > 0 && share * 2 > all) return [[points, because]];
  }
  return [];
};

const inThousands = (count: number): string => `${Math.round(count / 1000)} thousand`;

function heart(): RegExp {
  const below = ['mm', 'kernel', 'virt', 'drivers/base', 'arch/\\w+/(?:mm|kernel|kvm|entry)', 'tools/(?:lib/)?bpf'];
  const tests = 'tools/testing/selftests/(?:bpf|kvm|mm|rcutorture|sched_ext|x86)';
  // What lies in these folders themselves: a file system below fs/ is another matter than the VFS.
  const directly = '(?:fs|block|init|ipc|net/core)/$';
  return new RegExp(`^(?:(?:${[...below, tests].join('|')})/|${directly})`);
}
