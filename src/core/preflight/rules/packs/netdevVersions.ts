import type { FormerVersion, Reply, Thread } from '../../facts.ts';
import { known } from '../../known.ts';
import { eachPatch, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { formerVersion, hoursBetween } from './formerVersion.ts';

const file = 'Documentation/process/maintainer-netdev.rst';
const NET = { group: 'subsystem', pack: 'netdev' } as const;
const diff = exampleDiff('net/ipv4/tcp.c', [' {', '-\ta();', '+\tb();', ' }']);

const former = (date: string, count = 1): FormerVersion => ({
  series: { version: 1, patches: [], mails: [], total: count },
  date,
  patchIds: [],
});
const reply = (date: string): Reply => ({
  name: 'Rev Iewer',
  address: 'rev@iewer.example',
  messageId: 'r1',
  to: 'p1',
  date,
  trailers: [],
  says: 'Why not a list?',
});
const thread = (versions: readonly FormerVersion[], replies: readonly Reply[] = []) =>
  known<Thread>({ versions, replies });

/** A new version: when, whole, and with a way back to the old one. */
export const netdevVersions: readonly PreflightRule[] = [
  {
    ...NET,
    name: 'netdev-posted-within-a-day',
    title: 'the version before is not 24 hours old',
    severity: 'error',
    sources: [{ file, heading: 'Resending after review', phrase: 'at least 24 hours to pass between postings' }],
    covers: ['NET-04'],
    why: 'Reviewers live all around the world; within a day half of them have not seen the version before.',
    next: 'Wait until a day has passed, and gather what else is said until then.',
    look: (checked) => {
      const [patch] = checked.series.mails;
      const { thread: looked, now } = checked.facts;
      if (!patch) return undefined;
      if (!looked.known) {
        if (checked.series.version === 1 && !patch.subject.isResend) return undefined;
        return { unknown: looked.because, settle: looked.settle };
      }
      const date = looked.value.versions.at(-1)?.date;
      if (date === undefined) return [];
      const hours = hoursBetween(date, now);
      if (!(hours >= 0 && hours < 24)) return [];
      return [{ patch, what: `The version before was sent ${Math.floor(hours)} hours ago.` }];
    },
    examples: [
      {
        given: { subject: '[PATCH net v2] tcp: count', diff },
        facts: { thread: thread([former('2026-11-23T10:00:00Z')]) },
        finds: '10 hours ago',
      },
      { given: { subject: '[PATCH net v2] tcp: count', diff }, unknown: 'Nothing was gathered' },
      {
        given: { subject: '[PATCH net v2] tcp: count', diff },
        facts: { thread: thread([former('2026-11-20T10:00:00Z')]) },
      },
      { given: { subject: '[PATCH net] tcp: count', diff } },
    ],
  },
  {
    ...NET,
    name: 'netdev-discussion-still-live',
    title: 'the version before is still being discussed',
    severity: 'note',
    sources: [{ file, heading: 'Resending after review', phrase: 'discussion about the previous version is still' }],
    covers: ['NET-05'],
    why: 'A new version in the middle of a discussion splits it in two, and the next mail asks for a third.',
    next: 'Answer first; send when the thread has come to an end.',
    look: (checked) => {
      const [patch] = checked.series.mails;
      const { thread: looked, now } = checked.facts;
      if (!patch || !looked.known || looked.value.versions.length === 0) return undefined;
      const own = patch.sender.address.toLowerCase();
      const last = looked.value.replies.findLast(
        ({ address, date }) => address.toLowerCase() !== own && date !== undefined && isFresh(date, now),
      );
      if (!last) return [];
      return [
        {
          patch,
          what: `Has the discussion ended? ${last.name} wrote within the last day: "${last.says.slice(0, 80)}"`,
        },
      ];
    },
    examples: [
      {
        given: { subject: '[PATCH net v2] tcp: count', diff },
        facts: { thread: thread([former('2026-11-20T10:00:00Z')], [reply('2026-11-23T12:00:00Z')]) },
        finds: 'Rev Iewer wrote within',
      },
      {
        given: { subject: '[PATCH net v2] tcp: count', diff },
        facts: { thread: thread([former('2026-11-20T10:00:00Z')], [reply('2026-11-21T12:00:00Z')]) },
      },
    ],
  },
  {
    ...NET,
    name: 'netdev-version-as-reply',
    title: 'a new version is a reply to the one before',
    severity: 'error',
    sources: [{ file, heading: 'Resending after review', phrase: 'should be posted as a separate thread' }],
    covers: ['NET-06', 'RCP-16'],
    why: 'Patchwork and the reviewers take a reply for a part of the old series, and it is lost there.',
    next: 'Send it without --in-reply-to, and give the link to the version before below the --- line.',
    look: ({ series, facts }) => {
      const [first] = series.mails;
      if (!first || series.version < 2) return undefined;
      const own = new Set(series.mails.map(({ messageId }) => messageId));
      const outside = first.inReplyTo.filter((id) => !own.has(id));
      if (outside.length === 0) return [];
      const before = new Set(
        facts.thread.known
          ? facts.thread.value.versions.flatMap(({ series: one }) => one.mails.map((m) => m.messageId))
          : [],
      );
      const sure = outside.some((id) => before.has(id));
      const what = sure
        ? `It answers <${outside[0]}>, a mail of the version before.`
        : `It answers <${outside[0]}>, which is no mail of this series.`;
      return [{ patch: first, severity: sure ? 'error' : 'warning', what }];
    },
    examples: [
      {
        given: { subject: '[PATCH net v2] tcp: count', diff, headers: { 'In-Reply-To': '<old@made.example>' } },
        finds: 'answers <old@made.example>',
      },
      { given: { subject: '[PATCH net v2] tcp: count', diff } },
    ],
  },
  {
    ...NET,
    name: 'netdev-former-version-not-linked',
    title: 'no link to the version before',
    severity: 'warning',
    sources: [{ file, heading: 'Resending after review', phrase: 'Change log should include a link' }],
    covers: ['NET-06'],
    why: 'The new version is a thread of its own, so without a link the review of the old one is hard to find.',
    next: 'Below the --- line or in the cover letter: v1: https://lore.kernel.org/netdev/MESSAGE-ID/',
    look: ({ series }) => {
      const [patch] = series.mails;
      if (!patch || series.version < 2) return undefined;
      const texts = series.mails.flatMap(({ message, below }) => [...message, ...below]);
      if (
        texts.some(({ text }) =>
          /https?:\/\/(?:[\w.-]*lore\.kernel\.org|patch\.msgid\.link|patchwork\.|marc\.info)/.test(text),
        )
      ) {
        return [];
      }
      return [{ patch, what: `Version ${series.version} has no link to the versions before.` }];
    },
    examples: [
      {
        given: { subject: '[PATCH net v2] tcp: count', diff, below: 'v2: count once' },
        finds: 'Version 2 has no link',
      },
      {
        given: {
          subject: '[PATCH net v2] tcp: count',
          diff,
          below: 'v1: https://lore.kernel.org/netdev/1@made.example/',
        },
      },
      { given: { subject: '[PATCH net] tcp: count', diff } },
    ],
  },
  {
    ...NET,
    name: 'netdev-series-sent-in-part',
    title: 'a new version with only some of the patches',
    severity: 'note',
    sources: [{ file, heading: 'Partial resends', phrase: 'always resend the entire patch series' }],
    covers: ['NET-07'],
    why: 'A series is applied as one; who gets only the changed patches must put it together by hand.',
    next: 'Send all patches again: git format-patch -v2 --cover-letter start..finish',
    look: (checked) => {
      const [patch] = checked.series.mails;
      const { thread: looked } = checked.facts;
      if (!patch || checked.series.version < 2) return undefined;
      if (!looked.known) return { unknown: looked.because, settle: looked.settle };
      const before = formerVersion(checked, looked.value);
      const count = before ? Math.max(before.series.total ?? 0, before.series.patches.length) : 0;
      const now = Math.max(checked.series.total ?? 0, checked.series.patches.length);
      if (now >= count) return [];
      return [
        { patch, what: `Were patches dropped on purpose? The version before had ${count}, this one has ${now}.` },
      ];
    },
    examples: [
      {
        given: { subject: '[PATCH net v2] tcp: count', diff },
        facts: { thread: thread([former('2026-11-20T10:00:00Z', 3)]) },
        finds: 'had 3, this one has 1',
      },
      {
        given: { subject: '[PATCH net v2] tcp: count', diff },
        facts: { thread: thread([former('2026-11-20T10:00:00Z', 1)]) },
      },
    ],
  },
  {
    ...NET,
    name: 'netdev-revert-without-reason',
    title: 'a revert does not say what is wrong with the commit',
    severity: 'warning',
    sources: [{ file, heading: 'Handling misapplied patches', phrase: 'technical problems with the reverted commit' }],
    covers: ['NET-20'],
    why: 'A revert throws away work that was reviewed; the reason must be plain, and a repair on top is preferred.',
    next: 'Say what breaks and for whom, or send an incremental fix instead.',
    look: eachPatch((patch) => {
      if (!/^revert\b/i.test(patch.subject.summary)) return [];
      const own = patch.body.filter(
        ({ text }) => text.trim() !== '' && !/^This reverts commit [0-9a-f]{7,40}\b.{0,200}$/.test(text),
      );
      return own.length > 0 ? [] : [{ patch, what: `"${patch.subject.summary}" gives no reason.` }];
    }),
    examples: [
      {
        given: {
          subject: '[PATCH net] Revert "tcp: count"',
          body: 'This reverts commit 54a4f0239f2e98bc0842818f.',
          diff,
        },
        finds: 'gives no reason',
      },
      {
        given: {
          subject: '[PATCH net] Revert "tcp: count"',
          body: 'This reverts commit 54a4f0239f2e98bc0842818f.\n\nIt counts acks twice.',
          diff,
        },
      },
    ],
  },
];

const isFresh = (date: string, now: string): boolean => {
  const hours = hoursBetween(date, now);
  return hours >= 0 && hours < 24;
};
