import type { PatchMail } from '../../../patch/patchMail.ts';
import type { WrittenTrailer } from '../../../patch/trailer.ts';
import type { PatchSeries } from '../../../series/patchSeries.ts';
import type { Reply, Thread } from '../../../series/thread.ts';
import { isSamePerson, namedPerson } from '../trailers/namedPerson.ts';
import { formerPatches } from './formerPatches.ts';

const GIVEN = /^(?:reviewed|acked|tested)-by$/i;

/** Tags that only the person named may give, as reviewers give them. */
export const reviewTags = (trailers: readonly WrittenTrailer[]): readonly WrittenTrailer[] =>
  trailers.filter(({ token }) => GIVEN.test(token));

export const isSameTag = (one: WrittenTrailer, other: WrittenTrailer): boolean =>
  one.token.toLowerCase() === other.token.toLowerCase()
  && isSamePerson(namedPerson(one.value), namedPerson(other.value));

export interface GivenTag {
  readonly patch: PatchMail;
  readonly tag: WrittenTrailer;
  readonly reply: Reply;
}

/** The tags given to former versions, at the patches of this one that they are for; to a cover letter: at all. */
export const givenTags = (thread: Thread, series: PatchSeries): readonly GivenTag[] => {
  const targets = new Map<string, readonly PatchMail[]>();
  for (const { series: former } of thread.versions) {
    if (former.cover) targets.set(former.cover.messageId, series.patches);
    for (const [patch, before] of formerPatches(series, former)) targets.set(before.messageId, [patch]);
  }
  const parents = new Map(thread.replies.map(({ messageId, to }) => [messageId, to]));
  return thread.replies.flatMap((reply) => {
    const tags = reviewTags(reply.trailers);
    if (tags.length === 0) return [];
    const patches = targets.get(answered(reply, targets, parents)) ?? [];
    return patches.flatMap((patch) => tags.map((tag) => ({ patch, tag, reply })));
  });
};

const answered = (
  reply: Reply,
  targets: ReadonlyMap<string, unknown>,
  parents: ReadonlyMap<string, string>,
): string => {
  let id = reply.to;
  for (let depth = 0; depth < 100 && !targets.has(id); depth++) {
    const next = parents.get(id);
    if (next === undefined || next === id) return id;
    id = next;
  }
  return id;
};
