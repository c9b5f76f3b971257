import type { Fact } from '../core/journal/fact.ts';
import { patchId } from '../core/patch/patchId.ts';
import type { PatchMail } from '../core/patch/patchMail.ts';
import { patchPaths } from '../core/patch/patchPaths.ts';
import { allRules } from '../core/preflight/allRules.ts';
import type { ToolsUsed } from '../core/preflight/facts.ts';
import { type GoodMessage, goodMessages } from '../core/preflight/goodMessages.ts';
import { patchKey } from '../core/preflight/patchKey.ts';
import { preflight, type TurnedOff } from '../core/preflight/preflight.ts';
import type { Preflight } from '../core/preflight/problem.ts';
import type { PatchSeries } from '../core/series/patchSeries.ts';
import { readMailbox } from '../core/series/readMailbox.ts';
import type { SourceFile } from '../core/series/readSeries.ts';
import { readThread } from '../core/series/readThread.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import { exampleMessages } from '../gather/preflight/exampleMessages.ts';
import { type GatherHost, gatherFacts } from '../gather/preflight/gatherFacts.ts';

export interface SeriesOrder {
  readonly tree: string;
  readonly files: readonly SourceFile[];
  /** Mails that the person named: former versions and what was answered. */
  readonly thread?: readonly SourceFile[] | undefined;
  /** Another tree, whose documents are read. */
  readonly documents?: string | undefined;
  /** Without scripts/checkpatch.pl where it is false: the caller has asked it already. */
  readonly content?: boolean;
  /** `none`, or which tools wrote what: the person's answer. */
  readonly tools?: string | undefined;
}

/** A series and what its preflight ended in. */
export interface SeriesChecked {
  readonly series: PatchSeries;
  readonly result: Preflight;
  /** Where the message is asked about: good ones of the history of the same files, by reference. */
  readonly examples: readonly GoodMessage[];
}

export interface FilesChecked {
  /** Each series that is no former version of another among them. */
  readonly checked: readonly SeriesChecked[];
  /** Mails that are no patches. */
  readonly others: readonly PatchMail[];
}

type Needs = GatherHost & Pick<Host, 'journal'>;

/** Asks every rule about what some files hold. Throws Trouble `input` for an archive. */
export const checkSeries = async (host: Needs, order: SeriesOrder): Promise<FilesChecked> => {
  const { series: found, others } = readMailbox(order.files);
  if (found.length > MOST_SERIES) throw anArchive(found);
  const named = readMailbox(order.thread ?? []);
  const beside = [...others, ...named.others, ...named.series.flatMap(({ mails }) => mails)];
  const { facts: noted } = await host.journal.read();
  const checked: SeriesChecked[] = [];
  for (const series of newest(found)) {
    const mails = [...beside, ...found.filter((one) => one !== series).flatMap((one) => one.mails)];
    const saidBefore = toolsStated(noted, series);
    const facts = await gatherFacts(host, {
      tree: order.tree,
      series,
      ...(order.documents !== undefined && { documents: order.documents }),
      ...(order.tools !== undefined && { tools: order.tools }),
      content: order.content !== false,
      ...(mails.length > 0 && { thread: mails }),
      ...(saidBefore && { saidBefore }),
    });
    const result = preflight({ series, facts }, allRules, turnedOff(noted));
    checked.push({ series, result, examples: await examplesFor(host, order.tree, series, result) });
  }
  return { checked, others };
};

/** Only for a message that raises questions: reading the history takes its time. */
const examplesFor = async (
  host: Needs,
  tree: string,
  { patches }: PatchSeries,
  { problems }: Preflight,
): Promise<readonly GoodMessage[]> => {
  if (!problems.some(({ group, turnedOff: off }) => group === 'why' && off === undefined)) return [];
  return goodMessages(await exampleMessages(host, tree, patchPaths(patches.flatMap(({ diff }) => diff))));
};

/** More than anybody is about to send: it is an archive, and most of it is other people's. */
const MOST_SERIES = 20;

const anArchive = (found: readonly PatchSeries[]): Trouble => {
  const [first, last] = [found[0], found.at(-1)].map((series) => series?.mails[0]?.subject.text);
  return new Trouble('input', {
    what: `These are ${found.length} series, from "${first}" to "${last}".`,
    why: `The check is for what you are about to send; it takes at most ${MOST_SERIES} series at once.`,
    next: 'Name the patch files of one series. An archive of former versions and answers is read with --thread.',
  });
};

/** Without the former versions of what is there too. */
const newest = (found: readonly PatchSeries[]): readonly PatchSeries[] => {
  const former = new Set<PatchMail>();
  for (const series of found) {
    const mails = found.filter((one) => one !== series && one.version < series.version).flatMap((one) => one.mails);
    if (mails.length === 0) continue;
    for (const version of readThread(mails, series, (patch) => patchId(patch) ?? '').versions) {
      for (const mail of version.series.mails) former.add(mail);
    }
  }
  return found.filter(({ mails }) => mails.some((mail) => !former.has(mail)));
};

const turnedOff = (facts: readonly Fact[]): readonly TurnedOff[] =>
  facts.flatMap((fact) =>
    fact.kind === 'rule-turned-off' ? [{ rule: fact.rule, patch: fact.change, because: fact.because }] : [],
  );

/** What the person said of exactly these changes, the last word of it. */
const toolsStated = (facts: readonly Fact[], series: PatchSeries): ToolsUsed | undefined => {
  const stated = facts.filter((fact) => fact.kind === 'tools-stated');
  if (stated.length === 0) return undefined;
  const keys = new Set(series.patches.map(patchKey));
  const last = stated.findLast(({ change }) => keys.has(change));
  return last && (last.says === 'none' ? { used: false } : { used: true, says: last.says });
};
