import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beyondB4 } from './b4.ts';
import type { CutSeries } from './cutSeries.ts';
import type { newPerson } from './runPatchling.ts';
import { formatPatchOf, type Taken, takenByAm, takenByB4, treeOf, withoutAdditions } from './seriesJudge.ts';

const SUBJECT = 'made: A cover letter in one line';
const BLURB = 'Why there are these patches.\n\nAnd in which order they are read.';

/** What became of one series of a history, prepared by us and judged by git and b4. */
export interface PreparedSeries {
  readonly length: number;
  /** Mails that are git format-patch's byte for byte once the named additions are taken out, of all. */
  readonly equal: number;
  readonly mails: number;
  /** The first that was not. */
  readonly unequal?: string;
  /** What was added, each by its name. */
  readonly additions: ReadonlySet<string>;
  /** Whether git am, and b4 am and then git am, come to the tree of the commits; or what they said. */
  readonly am: string;
  readonly b4: string;
}

/** Prepares commits that are on no branch of their own, as a person would name them, and lets others judge the mails. */
export const preparedSeries = (
  person: ReturnType<typeof newPerson>,
  history: string,
  series: CutSeries,
): PreparedSeries => {
  const { base, tip, length } = series;
  const cover = join(person.home, 'cover.txt');
  writeFileSync(cover, `${SUBJECT}\n\n${BLURB}\n`);
  const words = ['prepare', `${base}..${tip}`, '--tree', history, '--new', '--json', '--prefix', 'PATCH'];
  const ran = person.run([...words, ...(length > 1 ? ['--cover-file', cover] : [])]);
  if (ran.status !== 0) throw new Error(ran.stderr);
  const made = JSON.parse(ran.stdout) as { mails: { file: string; to: string[]; cc: string[] }[] };
  const ours = made.mails.map(({ file }) => readFileSync(file, 'latin1'));
  // The judge's own: who it says that asks is whom the person has to be.
  const from = '--from=A Maker <maker@example.org>';
  const options = length > 1 ? ['--cover-letter', '--numbered'] : [];
  const theirs = formatPatchOf(history, series, [from, `--base=${base}`, '--encode-email-headers', ...options]);
  const additions = new Set<string>();
  const pairs = ours.map((mail, index) => {
    const { to, cc } = made.mails[index] ?? { to: [], cc: [] };
    // Between the mails of one mbox git leaves an empty line more.
    return [bare(mail, { index, length, to, cc, additions }), unfolded(theirs[index] ?? '')].map((one) =>
      one.trimEnd(),
    );
  });
  const unequal = pairs.find(([one, other]) => one !== other);
  const judged = { repository: history, base, mails: ours };
  const wanted = treeOf(history, tip);
  const obstacle = beyondB4(ours);
  return {
    length,
    mails: ours.length,
    equal: pairs.filter(([one, other]) => one === other).length,
    ...(unequal && { unequal: firstDifference(unequal[0] ?? '', unequal[1] ?? '') }),
    additions,
    am: verdict(takenByAm(judged), wanted),
    b4: obstacle === undefined ? verdict(takenByB4(judged), wanted) : `left out: ${obstacle}`,
  };
};

interface Bare {
  readonly index: number;
  readonly length: number;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly additions: Set<string>;
}

/** Our mail as git's would be. */
const bare = (mail: string, { index, length, to, cc, additions }: Bare): string => {
  const headers = [
    'Message-ID',
    ...(index > 0 ? ['In-Reply-To', 'References'] : []),
    ...(to.length > 0 ? ['To'] : []),
    ...(cc.length > 0 ? ['Cc'] : []),
  ];
  const lines = index === 0 ? ['change-id'] : [];
  for (const name of [...headers, ...lines]) additions.add(name);
  const isCover = length > 1 && index === 0;
  const own = isCover ? asGitLeavesIt(mail) : mail;
  if (isCover) additions.add('the cover letter’s subject and words');
  additions.add('Subject and From on one line');
  // The empty line before them stays: behind it is git's base-commit.
  const without = withoutAdditions(own, { headers, unfolded: true, commit: true });
  return lines.length > 0 ? without.replace(/^change-id: .*\n/m, '') : without;
};

const asGitLeavesIt = (mail: string): string =>
  mail
    .replace(SUBJECT, '*** SUBJECT HERE ***')
    .replace(BLURB, '*** BLURB HERE ***')
    .replace(/^Date: .*\n/m, '');

const unfolded = (mail: string): string => {
  const whole = withoutAdditions(mail, { unfolded: true, commit: true });
  return mail.includes('*** BLURB HERE ***') ? whole.replace(/^Date: .*\n/m, '') : whole;
};

const firstDifference = (one: string, other: string): string => {
  const [a, b] = [one.split('\n'), other.split('\n')];
  const at = Array.from({ length: Math.max(a.length, b.length) }).findIndex((_, index) => a[index] !== b[index]);
  return `line ${at + 1}: ${JSON.stringify(a[at])} instead of ${JSON.stringify(b[at])}`;
};

const verdict = (taken: Taken, wanted: string): string => {
  if ('refused' in taken) return taken.refused;
  return taken.tree === wanted ? 'the same tree' : 'another tree';
};
