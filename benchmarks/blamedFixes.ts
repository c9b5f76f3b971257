import { execFileSync } from 'node:child_process';
import { readSeries } from '../src/core/series/readSeries.ts';
import { seededRandom, shuffle } from '../src/core/std.ts';
import { createHost } from '../src/edge/host.ts';
import { proposeFixes } from '../src/gather/proposeFixes.ts';

/** Where what was written in the tag stands among what is proposed. */
export type Place = 'first' | 'second or third' | 'wrong' | 'unsure, and among those named' | 'unsure';

/** A fix of a history, asked as if its author had not said of what. */
export interface BlamedFix {
  readonly commit: string;
  readonly place: Place;
  /** Of the proposal; none where none was made. */
  readonly trust?: 'sure' | 'likely' | 'unsure';
  readonly seen: string;
  readonly milliseconds: number;
  /** Its words, without the tag, say that it may be a fix. */
  readonly isSeenAsFix: boolean;
}

export interface DrawOrder {
  readonly seed: string;
  readonly count: number;
  /** What git log takes: `--since=2024-01-01`. */
  readonly when: string;
}

/** Draws fixes that name a commit of their own history, and asks for each. */
export async function* blamedFixes(history: string, { seed, count, when }: DrawOrder): AsyncGenerator<BlamedFix> {
  const git = (...words: string[]): string =>
    execFileSync('git', ['-C', history, ...words], {
      encoding: 'latin1',
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const drawn = git(
    'log',
    '--no-merges',
    '--min-parents=1',
    '-i',
    '--grep=^Fixes: *[0-9a-f]\\{7,40\\}',
    when,
    '--format=%H',
  );
  let asked = 0;
  for (const commit of shuffle(drawn.trim().split('\n').sort(), seededRandom(seed))) {
    if (asked === count) return;
    const fix = readFix(git, commit);
    if (!fix) continue;
    asked++;
    yield await askFor(history, commit, fix);
  }
}

interface Fix {
  readonly named: readonly string[];
  /** The mail, without the tag. */
  readonly source: string;
}

/** None where the history lacks the commit that it names, or a blob of it. */
function readFix(git: (...words: string[]) => string, commit: string): Fix | undefined {
  try {
    const message = git('show', '-s', '--format=%B', commit);
    const ids = [...message.matchAll(/^fixes:\s*(?:commit\s+)?([0-9a-f]{7,40})\b/gim)].map(([, id = '']) => id);
    const named = ids.map((id) => git('rev-parse', '--verify', '--quiet', `${id}^{commit}`).trim());
    for (const id of named) git('merge-base', '--is-ancestor', id, `${commit}^`);
    if (named.length === 0) return undefined;
    return { named, source: withoutTag(git('format-patch', '-1', '--stdout', commit)) };
  } catch {
    return undefined;
  }
}

/** A tag may be wrapped, against the rules: its second line goes with it. */
const withoutTag = (source: string): string => {
  const lines = source.split('\n');
  const cut = lines.indexOf('---');
  const isTag = (line = ''): boolean => /^fixes:\s*(?:commit\s+)?[0-9a-f]{7,40}\b/i.test(line);
  const goesOn = (before = '', line = ''): boolean => isTag(before) && !/\)\s*$/.test(before) && /"\)\s*$/.test(line);
  return lines.filter((line, at) => at > cut || !(isTag(line) || goesOn(lines[at - 1], line))).join('\n');
};

const host = createHost();

async function askFor(tree: string, commit: string, { named, source }: Fix): Promise<BlamedFix> {
  const series = readSeries([{ file: `${commit}.patch`, source }]);
  const order = { tree, base: `${commit}^`, series };
  const unasked = await proposeFixes(host, order);
  const isSeenAsFix = unasked.offered.length + unasked.leftOut.length > 0;
  const begun = performance.now();
  const { offered, leftOut } = await proposeFixes(host, { ...order, patches: [1] });
  const milliseconds = performance.now() - begun;
  const [offer] = offered;
  const isRight = (text: string): boolean => named.some((id) => text.startsWith(id.slice(0, 12)));
  const rest = { commit, milliseconds, isSeenAsFix };
  if (!offer) {
    const because = leftOut[0]?.because ?? '';
    const isNamed = named.some((id) => because.includes(id.slice(0, 12)));
    return { ...rest, place: isNamed ? 'unsure, and among those named' : 'unsure', seen: because };
  }
  const isAmong = offer.instead.some(({ trailer }) => isRight(trailer.value));
  const place = isRight(offer.trailer.value) ? 'first' : isAmong ? 'second or third' : 'wrong';
  return { ...rest, place, trust: offer.trust, seen: offer.seen };
}
