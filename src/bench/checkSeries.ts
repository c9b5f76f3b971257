import type { Fact } from '../core/journal/fact.ts';
import type { PatchMail } from '../core/patch/patchMail.ts';
import type { Facts, ToolsUsed } from '../core/preflight/facts.ts';
import { type GoodMessage, goodMessages } from '../core/preflight/goodMessages.ts';
import { known } from '../core/preflight/known.ts';
import { patchKey } from '../core/preflight/patchKey.ts';
import { preflight, type TurnedOff } from '../core/preflight/preflight.ts';
import type { Preflight } from '../core/preflight/problem.ts';
import { toolsUsed } from '../core/preflight/toolsUsed.ts';
import type { PatchSeries } from '../core/series/patchSeries.ts';
import type { SourceFile } from '../core/series/readSeries.ts';
import type { Host } from '../edge/host.ts';
import { type FactsOrder, type GatherHost, gatherFacts } from '../gather/preflight/gatherFacts.ts';
import { seriesToCheck } from './seriesToCheck.ts';

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
  readonly facts: Facts;
  readonly result: Preflight;
  /** Where the message is asked about: good ones of the history of the same files, by reference. */
  readonly examples: readonly GoodMessage[];
}

export interface FilesChecked {
  /** Each series that is no former version of another among them. */
  readonly checked: readonly SeriesChecked[];
  /** Mails that are no patches. */
  readonly others: readonly PatchMail[];
  /** Series that were read as former versions of one that is checked. */
  readonly former: readonly PatchSeries[];
}

type Needs = GatherHost & Pick<Host, 'journal'>;

/** Asks every rule about what some files hold. Throws Trouble `input` for an archive, or a thread without a mail. */
export const checkSeries = async (host: Needs, order: SeriesOrder): Promise<FilesChecked> => {
  const { series: toCheck, others, former } = seriesToCheck(order.files, order.thread);
  const { facts: noted } = await host.journal.read();
  const checked: SeriesChecked[] = [];
  for (const { series, thread } of toCheck) {
    const saidBefore = toolsStated(noted, series);
    const asked: FactsOrder = {
      tree: order.tree,
      series,
      ...(order.documents !== undefined && { documents: order.documents }),
      ...(order.tools !== undefined && { tools: order.tools }),
      content: order.content !== false,
      ...(thread && { thread }),
      ...(saidBefore && { saidBefore }),
    };
    // To load the rules takes as long as half of what the programs do that the facts are asked of.
    const facts = await gatherFacts(host, asked, () => void loadRules());
    checked.push(await judged(series, facts, noted));
  }
  return { checked, others, former };
};

/** The same facts once more, after the journal got a person's word on these patches: nothing is asked of the tree again. */
export const judgeAgain = async ({ journal }: Pick<Host, 'journal'>, done: FilesChecked): Promise<FilesChecked> => {
  const { facts: noted } = await journal.read();
  const checked: SeriesChecked[] = [];
  for (const { series, facts } of done.checked) {
    const stated = toolsStated(noted, series);
    checked.push(await judged(series, stated ? { ...facts, tools: known(stated) } : facts, noted));
  }
  return { ...done, checked };
};

const judged = async (series: PatchSeries, facts: Facts, noted: readonly Fact[]): Promise<SeriesChecked> => {
  const { allRules } = await loadRules();
  const result = preflight({ series, facts }, allRules, turnedOff(noted));
  return { series, facts, result, examples: asksWhy(result) ? goodMessages(facts.formerMessages) : [] };
};

const asksWhy = ({ problems }: Preflight): boolean =>
  problems.some(({ group, turnedOff: off }) => group === 'why' && off === undefined);

const loadRules = () => import('../core/preflight/allRules.ts');

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
  return last && toolsUsed(last.says);
};
