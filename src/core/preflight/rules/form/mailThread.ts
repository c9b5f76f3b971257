import type { PatchMail } from '../../../patch/patchMail.ts';
import { eachMail, type PreflightRule } from '../../rule.ts';
import { writtenIn } from './writtenIn.ts';

const TOGETHER = [
  writtenIn.sending('so that they all thread together at'),
  writtenIn.ubootVersions('so threading of messages is working'),
];

const FIRST = { subject: '[PATCH 1/3] mm: One', headers: { 'Message-ID': '<1@made.example>' } };
const answering = (number: number, to: number) => ({
  subject: `[PATCH ${number}/3] mm: ${number}`,
  headers: { 'Message-ID': `<${number}@made.example>`, 'In-Reply-To': `<${to}@made.example>` },
});

/** How the mails of a series hang together. */
export const mailThread: readonly PreflightRule[] = [
  {
    name: 'series-not-threaded',
    title: 'the mails of the series do not hang together',
    group: 'series',
    severity: 'warning',
    sources: TOGETHER,
    covers: ['RCP-14'],
    why: 'In a full mailbox the parts lie scattered, and tools do not find the rest of the series.',
    next: 'Send all mails with one git send-email; or git format-patch --thread=shallow.',
    look: ({ series: { mails } }) => {
      const sent = mails.filter(({ messageId }) => messageId !== '');
      // git send-email writes both headers itself, so what has neither is not sent yet.
      if (mails.length < 2 || sent.length < mails.length) return undefined;
      const own = new Set(mails.map(({ messageId }) => messageId));
      const loose = mails.slice(1).filter(({ inReplyTo }) => !inReplyTo.some((id) => own.has(id)));
      const common = mails[0]?.inReplyTo[0];
      // All may answer one mail that is not here: a cover letter that was left out.
      if (common !== undefined && loose.every(({ inReplyTo }) => inReplyTo.includes(common))) return [];
      const root = loose[0]?.inReplyTo[0];
      if (root !== undefined && mails.every(({ inReplyTo }) => inReplyTo.includes(root))) return [];
      return loose.slice(0, 1).map((patch) => ({
        patch,
        what: `${loose.length} of ${mails.length} mails do not answer the first mail of the series.`,
      }));
    },
    examples: [
      { given: [FIRST, { subject: '[PATCH 2/3] mm: Two' }], finds: '1 of 2 mails' },
      { given: [FIRST, answering(2, 1), answering(3, 1)] },
      { given: [answering(1, 9), answering(2, 9)] },
      { given: [{ headers: { 'Message-ID': '' } }, { headers: { 'Message-ID': '' } }] },
    ],
  },
  {
    name: 'series-chained',
    title: 'each mail answers the one before it',
    group: 'series',
    severity: 'warning',
    sources: [writtenIn.sending('please stay away from the --chain-reply-to option'), ...TOGETHER.slice(1)],
    covers: ['RCP-15'],
    why: 'The thread is as deep as the series is long, and mail programs run out of room.',
    next: 'git config sendemail.chainReplyTo false, and git config format.thread shallow.',
    look: ({ series: { mails } }) => {
      const before = new Map<PatchMail, string>(mails.slice(1).map((mail, at) => [mail, mails[at]?.messageId ?? '']));
      const chained = mails
        .slice(2)
        .filter((mail) => mail.inReplyTo[0] !== '' && mail.inReplyTo[0] === before.get(mail));
      return mails.length > 2 && chained.length === mails.length - 2
        ? chained.slice(0, 1).map((patch) => ({ patch, what: 'Each mail answers the one before, none the first.' }))
        : [];
    },
    examples: [
      { given: [FIRST, answering(2, 1), answering(3, 2)], finds: 'answers the one before' },
      { given: [FIRST, answering(2, 1), answering(3, 1)] },
      { given: [FIRST, answering(2, 1)] },
    ],
  },
  {
    name: 'sender-missing',
    title: 'the mail does not say from whom it is',
    group: 'mail',
    severity: 'error',
    sources: [
      writtenIn.canonicalFormat('will be used to determine the patch author'),
      writtenIn.ubootTags('using a known identity and email address'),
    ],
    covers: ['TAG-05'],
    why: 'git am makes no commit without an author.',
    next: 'git config user.name "Your Name"; git config user.email you@your.address; then make the mail anew.',
    look: eachMail((patch) =>
      patch.sender.address === '' ? [{ patch, what: 'The mail has no readable From: header.' }] : [],
    ),
    examples: [{ given: { from: '' }, finds: 'no readable From' }, { given: {} }],
  },
];
