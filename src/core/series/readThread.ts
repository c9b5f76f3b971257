import { headerOf } from '../mail/mail.ts';
import type { PatchMail } from '../patch/patchMail.ts';
import { compareText } from '../std.ts';
import { formerVersionOf, summaryOf } from './formerVersionOf.ts';
import { groupPostings } from './groupPostings.ts';
import type { PatchSeries } from './patchSeries.ts';
import { mailDate, readReply } from './readReply.ts';
import type { FormerVersion, Reply, Thread } from './thread.ts';

/**
 * Finds in any mails the former versions of a series and what was answered to them. The series' own mails may be among
 * them and are left out; so is a mail that is there twice.
 */
export const readThread = (
  mails: readonly PatchMail[],
  of: PatchSeries,
  patchIdOf: (patch: PatchMail) => string,
): Thread => {
  const others = withoutRepeats(mails, new Set(of.mails.map(({ messageId }) => messageId)));
  const senders = new Set(of.mails.flatMap(({ author, sender }) => [key(author.address), key(sender.address)]));
  const isPosting = (mail: PatchMail): boolean =>
    !isAnswer(mail)
    && mail.subject.marks.some((mark) => /^(?:patch|rfc)$/i.test(mark))
    && (senders.has(key(mail.sender.address)) || senders.has(key(mail.author.address)));
  const postings = others.filter(isPosting);
  const versions = groupPostings(postings)
    .filter(formerVersionOf(of))
    .map((series) => formerVersion(series, patchIdOf))
    .sort((a, b) => a.series.version - b.series.version || compareText(a.date ?? '', b.date ?? ''));
  const posted = new Set(postings);
  const answers = others.filter((mail) => !posted.has(mail));
  return { versions, replies: repliesTo(versions, answers) };
};

const key = (address: string): string => address.toLowerCase();

const isAnswer = ({ subject }: PatchMail): boolean => /^\s*(?:re|aw|antw|sv)\s*:/i.test(subject.text);

const withoutRepeats = (mails: readonly PatchMail[], own: ReadonlySet<string>): readonly PatchMail[] => {
  const seen = new Set(own);
  seen.delete('');
  return mails.filter(({ messageId }) => {
    if (messageId === '') return true;
    const isNew = !seen.has(messageId);
    seen.add(messageId);
    return isNew;
  });
};

const formerVersion = (series: PatchSeries, patchIdOf: (patch: PatchMail) => string): FormerVersion => {
  const date = series.mails
    .map(mailDate)
    .filter((found) => found !== undefined)
    .reduce<string | undefined>((first, one) => (first === undefined || one < first ? one : first), undefined);
  return { series, ...(date !== undefined && { date }), patchIds: series.patches.map(patchIdOf) };
};

/** What hangs below the versions' mails, at any depth: each mail and each reference is walked once. */
const repliesTo = (versions: readonly FormerVersion[], answers: readonly PatchMail[]): readonly Reply[] => {
  const sent = versions.flatMap(({ series }) => series.mails);
  const bySubject = new Map(sent.map((mail) => [subjectKey(mail), mail.messageId]));
  const below = new Map<string, PatchMail[]>();
  const parents = new Map<PatchMail, readonly string[]>();
  for (const mail of answers) {
    const named = parentsOf(mail);
    const fallback = bySubject.get(subjectKey(mail));
    const ids = named.length > 0 || fallback === undefined || !isAnswer(mail) ? named : [fallback];
    parents.set(mail, ids);
    for (const id of ids) {
      const children = below.get(id);
      if (children) children.push(mail);
      else below.set(id, [mail]);
    }
  }
  const found = new Set<PatchMail>();
  const left = sent.map(({ messageId }) => messageId);
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    for (const mail of below.get(id) ?? []) {
      if (!found.has(mail) && mail.messageId !== '') left.push(mail.messageId);
      found.add(mail);
    }
    below.delete(id);
  }
  return answers.filter((mail) => found.has(mail)).map((mail) => readReply(mail, parents.get(mail)?.[0] ?? ''));
};

/** In-Reply-To first, then References from the nearest. */
const parentsOf = (mail: PatchMail): readonly string[] => {
  const references = headerOf(mail.mail, 'References')?.raw ?? '';
  const ids = [...references.matchAll(/<([^<>\s]+)>/g)].map(([, id = '']) => id).reverse();
  return [...new Set([...mail.inReplyTo, ...ids])].filter((id) => id !== '');
};

const subjectKey = (mail: PatchMail): string =>
  `${mail.subject.version}/${mail.subject.number ?? ''}/${summaryOf(mail)}`;
