import { decodeHeader } from '../mail/decodeHeader.ts';
import { isSamePerson, namedPerson, personKeys, personText } from '../patch/namedPerson.ts';
import type { PatchMail, Person } from '../patch/patchMail.ts';
import type { WrittenTrailer } from '../patch/trailer.ts';
import type { PatchChange } from './patchChange.ts';
import type { LeftOut, Proposal } from './proposal.ts';
import { tagCondition } from './tagCondition.ts';
import type { FormerVersion, Reply } from './thread.ts';

/** A reviewer's tag that is not taken over, and the kind of reason. */
export interface DroppedTag extends LeftOut {
  readonly kind: 'tags';
  readonly trailer: WrittenTrailer;
  readonly why: 'changed' | 'new' | 'gone' | 'not-the-sender' | 'own' | 'taken-back' | 'declined';
}

/** A tag that was given to a former version, and what is known about it. */
export interface TagCase {
  readonly patch: PatchMail;
  /** Of the series, from 1. */
  readonly number: number;
  readonly tag: WrittenTrailer;
  readonly version: FormerVersion;
  /** The mail it was given in; none where the tag stands in the former patch itself. */
  readonly reply?: Reply;
  /** A later mail in which the same person takes it back. */
  readonly takenBack?: Reply | undefined;
  /** None where the patch is new since. */
  readonly change?: PatchChange | undefined;
}

/** Whether a tag is offered for the new version of a patch, and what was seen. */
export const judgeTag = (given: TagCase): Proposal | DroppedTag => {
  const { number, version, reply, change } = given;
  const trailer = cleanTag(given.tag);
  const told = `v${version.series.version}`;
  const reason = personReason(given, trailer);
  if (reason) return { kind: 'tags', patch: number, trailer, ...reason };
  if (!change) {
    const because = `It was given to the cover letter of ${told}, and this patch is new since.`;
    return { kind: 'tags', patch: number, trailer, why: 'new', because };
  }
  if (change.kind === 'much') {
    const because = `Much of this patch changed since ${told}, to which it was given: ${change.seen}.`;
    return { kind: 'tags', patch: number, trailer, why: 'changed', because };
  }
  const condition = reply && (tagCondition(reply.says) ?? partOf(trailer));
  const where = reply ? `${nameOf(reply)} gave it to ${told} in <${reply.messageId}>` : `It stands in ${told}`;
  return {
    kind: 'tags',
    patch: number,
    trailer,
    seen:
      condition === undefined ? `${where}; ${change.seen}.` : `${where}, but read what stands there: "${condition}"`,
    trust: condition !== undefined ? 'unsure' : change.kind === 'none' ? 'sure' : 'likely',
    instead: [],
  };
};

/** `# for patches 1-3`, behind the address. */
const partOf = ({ value }: WrittenTrailer): string | undefined => {
  const { comment } = namedPerson(value);
  return /\bpatch|\d\s*[-/,]\s*\d/i.test(comment.slice(0, 200)) ? comment.slice(0, 100) : undefined;
};

/** Why the person named does not count as the one who gave it. */
const personReason = (
  { patch, reply, takenBack }: TagCase,
  { value }: WrittenTrailer,
): Pick<DroppedTag, 'why' | 'because'> | undefined => {
  const person = namedPerson(value);
  if (isSamePerson(person, patch.author)) {
    return {
      why: 'own',
      because: `${nameOf(person)} is the author of this patch; such a tag is another person's word.`,
    };
  }
  if (reply && !isSamePerson(person, reply)) {
    const seen = `It names ${nameOf(person)}, but ${personText(reply)} wrote the mail <${reply.messageId}>.`;
    return { why: 'not-the-sender', because: `${seen} Only the person named can give it: ask them.` };
  }
  if (takenBack) {
    return { why: 'taken-back', because: `${nameOf(person)} took it back, or objected, in <${takenBack.messageId}>.` };
  }
  return undefined;
};

/** In the usual spelling, on one line; names are decoded that a mailer encoded. */
export const cleanTag = ({ token, value }: WrittenTrailer): WrittenTrailer => ({
  token: token.charAt(0).toUpperCase() + token.slice(1).toLowerCase(),
  value: (value.includes('=?') ? decodeHeader(value) : value).replace(/\s+/g, ' ').trim(),
});

export const nameOf = ({ name, address }: Person): string => (name === '' ? address : name);

/** One tag of one person is the same whatever the spelling of the tag, the name or the address: they share a key. */
export const tagKeys = ({ token, value }: WrittenTrailer): readonly string[] =>
  personKeys(namedPerson(value)).map((key) => `${token.toLowerCase()} ${key}`);
