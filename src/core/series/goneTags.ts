import { namedPerson } from '../patch/namedPerson.ts';
import type { PatchMail } from '../patch/patchMail.ts';
import { cleanTag, type DroppedTag, nameOf, tagKeys } from './judgeTag.ts';
import type { PatchChange } from './patchChange.ts';
import type { PatchSeries } from './patchSeries.ts';
import { reviewTags, taggedReplies } from './reviewTags.ts';
import type { FormerVersion, Thread } from './thread.ts';

/** The tags of patches that the newest former version had and that are not in the series any more. */
export const goneTags = (
  thread: Thread,
  newest: FormerVersion,
  former: ReadonlyMap<PatchMail, PatchMail>,
): readonly DroppedTag[] => {
  const kept = new Set(former.values());
  const answers = new Map(
    Map.groupBy(taggedReplies(thread), (reply) => reply.answers)
      .entries()
      .map(([id, replies]) => [id, replies.flatMap(({ tags }) => tags)]),
  );
  return newest.series.patches.flatMap((patch, index) => {
    if (kept.has(patch)) return [];
    const because = `Patch ${index + 1} of v${newest.series.version}, "${patch.subject.summary}", is not in this version.`;
    const seen = new Set<string>();
    return [...reviewTags(patch.trailers), ...(answers.get(patch.messageId) ?? [])].flatMap((tag): DroppedTag[] => {
      const trailer = cleanTag(tag);
      const keys = tagKeys(trailer);
      const isTold = keys.some((key) => seen.has(key));
      for (const key of keys) seen.add(key);
      return isTold ? [] : [{ kind: 'tags', trailer, why: 'gone', because }];
    });
  });
};

/** Tags that stand in the new commits though their patch changed much since the newest former version. */
export const keptTags = (
  series: PatchSeries,
  newest: FormerVersion,
  changeOf: (patch: PatchMail) => PatchChange | undefined,
): readonly DroppedTag[] =>
  series.patches.flatMap((patch, index) => {
    const tags = reviewTags(patch.trailers);
    const change = tags.length > 0 ? changeOf(patch) : undefined;
    if (change?.kind !== 'much') return [];
    return tags.map((tag): DroppedTag => {
      const trailer = cleanTag(tag);
      const seen = `Much of this patch changed since v${newest.series.version}: ${change.seen}.`;
      const because = `${seen} Does the tag of ${nameOf(namedPerson(trailer.value))} still hold?`;
      return { kind: 'tags', patch: index + 1, trailer, why: 'changed', because };
    });
  });
