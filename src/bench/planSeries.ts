import { type Contribution, contributions, type MadeVersion } from '../core/journal/contributions.ts';
import { ownContribution } from '../core/journal/ownContribution.ts';
import { patchId } from '../core/patch/patchId.ts';
import type { PatchMail } from '../core/patch/patchMail.ts';
import { differences } from '../core/series/differences.ts';
import { patchIdsOf } from '../core/series/formerPatches.ts';
import type { PatchSeries } from '../core/series/patchSeries.ts';
import { planVersion, type VersionPlan } from '../core/series/planVersion.ts';
import { readSeries, type SourceFile } from '../core/series/readSeries.ts';
import { readThread } from '../core/series/readThread.ts';
import type { FormerVersion, Thread } from '../core/series/thread.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import { readPatches } from '../gather/preflight/readPatches.ts';
import { keptThread } from './keepThread.ts';
import { newChangeId } from './newChangeId.ts';
import { seriesThread } from './seriesThread.ts';
import type { SeriesWork } from './seriesWork.ts';
import { threadMails, threadNotes } from './threadNotes.ts';

export interface PlanOrder {
  readonly work: SeriesWork;
  /** `--version` */
  readonly version?: number | undefined;
  readonly resend: boolean;
  /** Mails that the person named: former versions and what was answered. */
  readonly thread: readonly SourceFile[];
  /** Nothing before counts: `--new`. */
  readonly isNew: boolean;
  /** Its change-id, where the person names the contribution. */
  readonly of?: string | undefined;
}

/** What is known before the person has said a word. */
export interface SeriesPlan {
  readonly work: SeriesWork;
  readonly version: Extract<VersionPlan, { kind: 'make' | 'resend' | 'ask' }>;
  /** The change-id that all versions share. */
  readonly id: string;
  readonly contribution?: Contribution;
  /** The commits as git format-patch mails them. */
  readonly series: PatchSeries;
  readonly thread: Thread;
  /** The files that it was read from: those that the person names now, and what was kept of those named before. */
  readonly threadFiles: readonly SourceFile[];
  /** What of them belongs to the series, to be kept with it. */
  readonly threadMails: readonly PatchMail[];
  /** The version before the one that is made. */
  readonly former?: FormerVersion;
  /** The same version as it was written before, where it is made again. */
  readonly again?: PatchSeries;
}

type Needs = Pick<
  Host,
  'git' | 'journal' | 'trees' | 'readBytes' | 'terminal' | 'cwd' | 'now' | 'personalSeed' | 'folders'
>;

/** Reads the commits as mails, finds what was made and sent of them before, and says which version this would be. */
export const planSeries = async (host: Needs, order: PlanOrder): Promise<SeriesPlan> => {
  const { work } = order;
  const tracking = work.b4?.tracking;
  const raw = await rawSeries(host, work);
  const { facts } = await host.journal.read();
  const known = contributions(facts);
  const contribution = order.isNew ? undefined : contributionOf(known, order, raw);
  const id =
    tracking?.changeId
    ?? contribution?.id
    ?? newChangeId(host, work, { known, patchIds: patchIdsOf(raw), summary: raw.patches[0]?.subject.summary });
  const series = withChangeId(raw, id);
  const kept = await madeSeries(host, contribution?.versions ?? []);
  const made = [...kept.values()].flatMap(({ mails }) => mails);
  const keptFiles = order.isNew ? [] : await keptThread(host, id, order.thread);
  const { asked, named } = seriesThread(order.thread, keptFiles, made);
  const seen = readThread(named, series, idOf);
  const all = readThread([...named, ...made], series, idOf);
  const newest = highest(all.versions);
  const plan = planVersion({
    versions: knownVersions(contribution, all, seen),
    ...(order.version !== undefined && { asked: order.version }),
    ...(tracking && { ofBranch: tracking.revision }),
    resend: order.resend,
    differs: newest ? differences(series, newest) : [],
  });
  if (plan.kind === 'refused') throw new Trouble('input', plan);
  const version = settled(plan, newest, series, contribution);
  const below = version.kind === 'resend' ? version.version + 1 : version.version;
  const former = formerBelow(all, below);
  const again = version.kind === 'make' ? kept.get(version.version) : undefined;
  const thread = { ...all, versions: all.versions.filter((one) => one.series.version < below) };
  return {
    work: { ...work, notes: [...work.notes, ...threadNotes(all, asked)] },
    version,
    id,
    ...(contribution && { contribution }),
    series,
    thread,
    threadFiles: [...order.thread, ...keptFiles],
    threadMails: threadMails(all, named),
    ...(former && { former }),
    ...(again && { again }),
  };
};

const idOf = (patch: PatchMail): string => patchId(patch) ?? '';

const rawSeries = async (host: Needs, { tree, repository, source, identity }: SeriesWork): Promise<PatchSeries> => {
  const done = await host.git.seriesMails(tree, repository, source, {
    words: [],
    prefix: 'PATCH',
    version: 1,
    from: identity,
  });
  if (done.kind === 'stopped') throw notApplying(done.at, done.because);
  return readSeries(done.mails.map(({ name, source: text }) => ({ file: name, source: text })));
};

const notApplying = (at: number, because: string): Trouble =>
  new Trouble('input', {
    what: `Patch ${at + 1} does not apply${at === 0 ? '' : ' on top of those before it'}: ${because}.`,
    why: 'It was made on another version of the tree, or another patch changed the same lines.',
    next: 'Check out what it was made on (its base-commit), or make it anew on this tree.',
  });

const contributionOf = (
  all: readonly Contribution[],
  { work, of }: PlanOrder,
  series: PatchSeries,
): Contribution | undefined => {
  const id = of ?? work.b4?.tracking.changeId;
  const found = all.find((one) => one.id === id);
  if (found) return found;
  if (of !== undefined) throw noContribution(of, all);
  if (work.b4) return undefined;
  const summaries = series.patches.map(({ subject }) => subject.summary);
  return ownContribution(all, { tree: work.tree, summaries, branch: work.branch });
};

const noContribution = (id: string, all: readonly Contribution[]): Trouble =>
  new Trouble('input', {
    what: `There is no contribution ${id}.`,
    next:
      all.length === 0
        ? 'None was prepared yet.'
        : `The last ones are ${all
            .slice(-3)
            .map((one) => one.id)
            .join(', ')}.`,
  });

const withChangeId = (series: PatchSeries, changeId: string): PatchSeries => {
  const own = (mail: PatchMail): PatchMail => ({ ...mail, base: { ...mail.base, changeId } });
  const patches = series.patches.map(own);
  return { ...series, version: Number.MAX_SAFE_INTEGER, patches, mails: patches };
};

/** By version. A folder that was moved or emptied is as if it never was: the journal still knows its number. */
const madeSeries = async (host: Needs, versions: readonly MadeVersion[]): Promise<ReadonlyMap<number, PatchSeries>> => {
  const kept = new Map<number, PatchSeries>();
  for (const { version, folder } of versions) {
    if (!host.trees.exists(folder, '')) continue;
    kept.set(version, readSeries(await readPatches(host, [folder], { isThread: true })));
  }
  return kept;
};

const knownVersions = (contribution: Contribution | undefined, all: Thread, seen: Thread) => {
  const answered = new Set(all.replies.map(({ to }) => to));
  const posted = new Set(seen.versions.map(({ series }) => series.version));
  const made = contribution?.versions ?? [];
  const isAnswered = ({ mails }: MadeVersion): boolean => mails.some(({ messageId }) => answered.has(messageId));
  return [
    ...made.map((one) => ({ version: one.version, isSent: posted.has(one.version) || isAnswered(one) })),
    ...[...posted]
      .filter((number) => made.every(({ version }) => version !== number))
      .map((version) => ({ version, isSent: true })),
  ];
};

/** Made again as it was: nobody has to be asked for that whether it was sent. */
const settled = (
  plan: Exclude<VersionPlan, { kind: 'refused' }>,
  newest: FormerVersion | undefined,
  series: PatchSeries,
  contribution: Contribution | undefined,
): SeriesPlan['version'] => {
  if (plan.kind !== 'ask') return plan;
  const isMade = contribution?.versions.some(({ version }) => version === plan.version);
  const isSame = newest?.series.version === plan.version && differences(series, newest).length === 0;
  return isMade && isSame ? { kind: 'make', version: plan.version, isAgain: true } : plan;
};

const formerBelow = ({ versions }: Thread, number: number): FormerVersion | undefined =>
  highest(versions.filter(({ series }) => series.version < number));

/** By its number: a commit that was amended keeps its date. */
const highest = (versions: readonly FormerVersion[]): FormerVersion | undefined =>
  versions.reduce<FormerVersion | undefined>(
    (best, one) => (best && best.series.version > one.series.version ? best : one),
    undefined,
  );
