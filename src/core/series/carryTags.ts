import { namedPerson, personKeys } from '../patch/namedPerson.ts';
import type { PatchMail } from '../patch/patchMail.ts';
import type { WrittenTrailer } from '../patch/trailer.ts';
import { formerPatches, newestVersion, patchIdsOf } from './formerPatches.ts';
import { goneTags, keptTags } from './goneTags.ts';
import { type DroppedTag, judgeTag, nameOf, type TagCase, tagKeys } from './judgeTag.ts';
import { type PatchChange, patchChange } from './patchChange.ts';
import type { PatchSeries } from './patchSeries.ts';
import type { Proposal, Proposals } from './proposal.ts';
import { givenTags, reviewTags } from './reviewTags.ts';
import { takesBack } from './tagCondition.ts';
import type { FormerVersion, Reply, Thread } from './thread.ts';

export interface CarryOrder {
  /** The new commits, as git format-patch writes them. */
  readonly series: PatchSeries;
  /** What readThread() found of the versions before. */
  readonly thread: Thread;
}

export interface CarriedTags extends Proposals {
  readonly leftOut: readonly DroppedTag[];
  /** Tags that the new commits have already, though their patch changed much since it was sent. */
  readonly stillThere: readonly DroppedTag[];
}

/**
 * What reviewers gave to the versions before, for the patches of this one: tags that stand in the newest of them, and
 * those given in answers. None is offered where the patch changed much, by the same measure as the check's.
 */
export const carryTags = ({ series, thread }: CarryOrder): CarriedTags => {
  const newest = newestVersion(thread);
  if (!newest) return { offered: [], leftOut: [], stillThere: [] };
  const ids = patchIdsOf(series);
  const former = formerPatches(series, newest, ids);
  const changeOf = changes(series, thread, ids);
  const given = [...inFormerMails(newest, former), ...inAnswers(series, thread)];
  const takenBack = retractions(thread);
  const numbers = new Map(series.patches.map((patch, index) => [patch, index + 1]));
  const judged = given.map(({ patch, before, ...one }) =>
    judgeTag({
      ...one,
      patch,
      number: numbers.get(patch) ?? 1,
      takenBack: takenBack(one),
      change: before && changeOf(patch, before),
    }),
  );
  const { offered, leftOut } = withoutDoubles(judged, series);
  const isMuch = (patch: PatchMail): PatchChange | undefined => {
    const before = former.get(patch);
    return before && changeOf(patch, before);
  };
  return {
    offered,
    leftOut: [...leftOut, ...goneTags(thread, newest, former)],
    stillThere: keptTags(series, newest, isMuch),
  };
};

type Given = Pick<TagCase, 'patch' | 'tag' | 'version' | 'reply'> & { readonly before?: PatchMail };

const inFormerMails = (version: FormerVersion, former: ReadonlyMap<PatchMail, PatchMail>): readonly Given[] =>
  [...former].flatMap(([patch, before]) => reviewTags(before.trailers).map((tag) => ({ patch, tag, version, before })));

/** Those given to the newest version first. */
const inAnswers = (series: PatchSeries, thread: Thread): readonly Given[] => {
  const ages = new Map(thread.versions.map((version, index) => [version, -index]));
  return givenTags(thread, series).toSorted((a, b) => (ages.get(a.version) ?? 0) - (ages.get(b.version) ?? 0));
};

/** How much a patch changed since a former one; each two are compared once. */
const changes = (series: PatchSeries, { versions }: Thread, ids: readonly string[]) => {
  const idOf = new Map(series.patches.map((patch, index) => [patch, ids[index] ?? '']));
  for (const { series: former, patchIds } of versions) {
    for (const [index, patch] of former.patches.entries()) idOf.set(patch, patchIds[index] ?? '');
  }
  const known = new Map<PatchMail, PatchChange>();
  return (patch: PatchMail, before: PatchMail): PatchChange => {
    // A former patch is what only one patch of the series was.
    const found = known.get(before);
    if (found) return found;
    const id = idOf.get(patch) ?? '';
    const change = patchChange(patch, before, id !== '' && id === idOf.get(before));
    known.set(before, change);
    return change;
  };
};

/** The mail, if any, in which a person takes back what they gave before. */
const retractions = ({ replies }: Thread) => {
  const last = new Map<string, Reply>();
  for (const reply of replies) {
    if (!takesBack(reply)) continue;
    for (const key of personKeys(reply)) if ((last.get(key)?.date ?? '') <= (reply.date ?? '')) last.set(key, reply);
  }
  return ({ tag, reply, version }: Pick<Given, 'tag' | 'reply' | 'version'>): Reply | undefined => {
    const date = reply?.date ?? version.date ?? '';
    return personKeys(namedPerson(tag.value))
      .map((key) => last.get(key))
      .find((found) => found !== undefined && found !== reply && (found.date ?? '') > date);
  };
};

/** What is offered goes first: a tag given twice, once to what changed much since, is kept. */
const withoutDoubles = (judged: readonly (Proposal | DroppedTag)[], { patches }: PatchSeries) => {
  const keysOf = (patch: number | undefined, tag: WrittenTrailer): readonly string[] =>
    tagKeys(tag).map((key) => `${patch ?? ''} ${key}`);
  const there = new Set(
    patches.flatMap(({ trailers }, index) => reviewTags(trailers).flatMap((tag) => keysOf(index + 1, tag))),
  );
  const isNew = ({ patch, trailer }: Proposal | DroppedTag): boolean => {
    const keys = keysOf(patch, trailer);
    const isKnown = keys.length === 0 || keys.some((key) => there.has(key));
    for (const key of keys) there.add(key);
    return !isKnown;
  };
  const byPatch = (a: Proposal | DroppedTag, b: Proposal | DroppedTag): number => (a.patch ?? 0) - (b.patch ?? 0);
  const offered = judged.filter((one): one is Proposal => !('why' in one)).filter(isNew);
  const leftOut = judged.filter((one): one is DroppedTag => 'why' in one).filter(isNew);
  return { offered: offered.toSorted(byPatch), leftOut: leftOut.toSorted(byPatch) };
};

/**
 * What the notes of the new version say of tags that are gone, so that their givers look again: a sentence each, such as
 * `Dropped Reviewed-by of Bo Other from patch 2: much of it changed`.
 */
export const droppedTags = (dropped: readonly DroppedTag[]): readonly string[] =>
  dropped.flatMap(({ why, trailer, patch, because }) => {
    const what = `Dropped ${trailer.token} of ${nameOf(namedPerson(trailer.value))}`;
    const from = patch === undefined ? '' : ` from patch ${patch}`;
    if (why === 'changed') return [`${what}${from}: much of it changed`];
    if (why === 'gone') return [`${what}: the patch is gone (${/"(.*)"/.exec(because)?.[1] ?? ''})`];
    if (why === 'taken-back') return [`${what}${from}: taken back`];
    return why === 'declined' ? [`${what}${from}`] : [];
  });
