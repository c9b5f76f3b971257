import { isSamePerson, namedPerson } from '../patch/namedPerson.ts';
import type { PatchMail } from '../patch/patchMail.ts';
import type { WrittenTrailer } from '../patch/trailer.ts';
import { formerPatches, patchIdsOf } from './formerPatches.ts';
import type { PatchSeries } from './patchSeries.ts';
import type { FormerVersion, Reply, Thread } from './thread.ts';

const GIVEN = /^(?:reviewed|acked|tested)(?:-(?:and-)?(?:reviewed|acked|tested))?-by$/i;

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
  /** The version that was answered. */
  readonly version: FormerVersion;
  /** What the patch was then; none where the cover letter was answered and the patch was not there yet. */
  readonly before?: PatchMail;
}

/** The tags given to former versions, at the patches of this one that they are for; to a cover letter: at all. */
export const givenTags = (thread: Thread, series: PatchSeries): readonly GivenTag[] => {
  const ids = patchIdsOf(series);
  const targets = new Map<string, readonly Omit<GivenTag, 'tag' | 'reply'>[]>();
  for (const version of thread.versions) {
    const former = formerPatches(series, version, ids);
    const { cover } = version.series;
    if (cover && cover.messageId !== '') {
      targets.set(
        cover.messageId,
        series.patches.map((patch) => {
          const before = former.get(patch);
          return { patch, version, ...(before && { before }) };
        }),
      );
    }
    for (const [patch, before] of former) {
      if (before.messageId !== '') targets.set(before.messageId, [{ patch, version, before }]);
    }
  }
  return taggedReplies(thread).flatMap(({ reply, tags, answers }) =>
    (targets.get(answers) ?? []).flatMap((target) => tags.map((tag) => ({ ...target, tag, reply }))),
  );
};

export interface TaggedReply {
  readonly reply: Reply;
  readonly tags: readonly WrittenTrailer[];
  /** The Message-ID of the posted mail that it is below of, at any depth. */
  readonly answers: string;
}

/** The answers in which a reviewer gives a tag. */
export const taggedReplies = ({ versions, replies }: Thread): readonly TaggedReply[] => {
  const posted = new Set(versions.flatMap(({ series }) => series.mails.map(({ messageId }) => messageId)));
  posted.delete('');
  const parents = new Map(replies.map(({ messageId, to }) => [messageId, to]));
  return replies.flatMap((reply) => {
    const tags = reviewTags(reply.trailers);
    return tags.length === 0 ? [] : [{ reply, tags, answers: answered(reply, posted, parents) }];
  });
};

const answered = (reply: Reply, posted: ReadonlySet<string>, parents: ReadonlyMap<string, string>): string => {
  let id = reply.to;
  for (let depth = 0; depth < 100 && !posted.has(id); depth++) {
    const next = parents.get(id);
    if (next === undefined || next === id) return id;
    id = next;
  }
  return id;
};
