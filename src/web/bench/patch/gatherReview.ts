import { checkSeries, type FilesChecked } from '../../../bench/checkSeries.ts';
import { compareVersions } from '../../../bench/compareVersions.ts';
import { sha256 } from '../../../bench/composePatch.ts';
import { noteSeries } from '../../../bench/noteSeries.ts';
import { whoGets } from '../../../bench/whoGets.ts';
import { lastCheck } from '../../../core/journal/lastCheck.ts';
import type { Recipient } from '../../../core/maintainers/recipient.ts';
import type { GoodMessage } from '../../../core/preflight/goodMessages.ts';
import type { Problem, RuleCheck } from '../../../core/preflight/problem.ts';
import { readMails, type SourceFile } from '../../../core/series/readSeries.ts';
import { type Told, toldPeople } from '../../../core/series/toldPeople.ts';
import { Trouble } from '../../../core/trouble.ts';
import type { Verdict } from '../../../core/verdict.ts';
import type { RangeDiff } from '../../../edge/git/rangeDiff.ts';
import type { Host } from '../../../edge/host.ts';
import type { Progress } from '../../../edge/progress.ts';
import { openBook } from '../../../gather/openBook.ts';

/** A problem as a page shows it. */
export type SaidProblem = Omit<Problem, 'patch' | 'mend'> & { readonly canMend: boolean };

/** What the gate says of a patch or series, who gets it, and what changed since the version before. */
export interface Review {
  readonly verdict: Verdict;
  /** The most important first. */
  readonly problems: readonly SaidProblem[];
  readonly checks: readonly RuleCheck[];
  /** How many rules this tree's documents do not have. */
  readonly off: number;
  readonly examples: readonly GoodMessage[];
  /** By the path of the mail's file. */
  readonly told: ReadonlyMap<string, readonly Told[]>;
  /** What git could not say of the recipients. */
  readonly unsaid: readonly string[];
  readonly difference?: RangeDiff;
}

export interface ReviewOrder {
  readonly tree: string;
  /** Paths of the mails, in order. */
  readonly files: readonly string[];
  /** Those of the version before, and of all before that. */
  readonly before: readonly string[];
  readonly older: readonly string[];
}

/** Asks the tree all that a page about a patch shows; the check's sum becomes a fact once for the same bytes. */
export async function* gatherReview(host: Host, order: ReviewOrder): AsyncGenerator<Progress, Review, undefined> {
  const { tree } = order;
  const read = (path: string): SourceFile => ({
    file: path,
    source: Buffer.from(host.readBytes(path)).toString('latin1'),
  });
  const [files, before, older] = [order.files, order.before, order.older].map((paths) => paths.map(read));
  if (!files || !before || !older) throw new Error('three lists give three');
  yield { doing: 'Asking the tree who gets it' };
  const { told, unsaid } = await tell(host, tree, files);
  yield { doing: 'Asking what a maintainer would ask' };
  const former = [...older, ...before];
  const checked = await checkSeries(host, { tree, files, ...(former.length > 0 && { thread: former }) });
  await noteOnce(host, files, checked);
  if (before.length > 0) yield { doing: 'Comparing it with the version before' };
  const difference = before.length > 0 ? await compared(host, { tree, before, now: files }) : undefined;
  return { ...summed(checked), told, unsaid, ...(difference && { difference }) };
}

const summed = ({ checked }: FilesChecked): Omit<Review, 'told' | 'unsaid'> => {
  const results = checked.map(({ result }) => result);
  const verdicts = results.map(({ verdict }) => verdict);
  const worst = (['fails', 'unknown', 'holds'] as const).find((one) => verdicts.includes(one));
  return {
    verdict: worst ?? 'unknown',
    problems: results.flatMap(({ problems }) =>
      problems.map(({ patch: _, mend, ...said }) => ({ ...said, canMend: mend !== undefined })),
    ),
    checks: results.flatMap(({ checks }) => checks),
    off: results.reduce((sum, { off }) => sum + [...off.values()].flat().length, 0),
    examples: checked.flatMap(({ examples }) => examples),
  };
};

const tell = async (
  host: Host,
  tree: string,
  files: readonly SourceFile[],
): Promise<Pick<Review, 'told' | 'unsaid'>> => {
  const inputs = files.map(({ file, source }) => ({
    kind: 'patch' as const,
    input: file,
    bytes: Buffer.from(source, 'latin1'),
  }));
  const named = new Map<string, readonly Recipient[]>();
  const unsaid = new Set<string>();
  for await (const { input, recipients, problems } of whoGets(host, openBook(host, tree), inputs)) {
    named.set(input, recipients);
    for (const problem of problems) unsaid.add(problem);
  }
  const all = [...named.values()].flat();
  const told = files.map((one) => {
    const [mail] = readMails([one]);
    return [one.file, mail ? toldPeople(mail, named.get(one.file) ?? [], all) : []] as const;
  });
  return { told: new Map(told), unsaid: [...unsaid] };
};

const noteOnce = async (host: Host, files: readonly SourceFile[], { checked }: FilesChecked): Promise<void> => {
  const { facts } = await host.journal.read();
  const isNew = ({ file, source }: SourceFile): boolean =>
    lastCheck(facts, { patch: file, sha256: sha256(Buffer.from(source, 'latin1')) }) === undefined;
  for (const one of checked) await noteSeries(host, files.filter(isNew), one);
};

/** That two versions cannot be compared takes nothing away from the rest. */
const compared = async (host: Host, order: Parameters<typeof compareVersions>[1]): Promise<RangeDiff> => {
  try {
    return await compareVersions(host, order);
  } catch (error) {
    if (error instanceof Trouble) return { kind: 'none', because: error.words.what };
    throw error;
  }
};
