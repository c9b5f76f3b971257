import { headerOf } from '../../../mail/mail.ts';
import { eachMail, eachPatch, type PreflightRule } from '../../rule.ts';
import { writtenIn } from './writtenIn.ts';

const WHOLE = [
  writtenIn.mailersGit('as raw text including all the headers'),
  writtenIn.ubootRules('no HTML, no MIME, no links'),
];

const DAY = 24 * 60 * 60 * 1000;
const OLD = 180;

/** When a mail says that it was written. */
export const mailDate: readonly PreflightRule[] = [
  {
    name: 'date-unreadable',
    title: 'the mail has no date that can be read',
    group: 'mail',
    severity: 'warning',
    sources: WHOLE,
    covers: [],
    why: 'Archives sort the mail wrongly, and the commit gets the day on which it was applied.',
    next: 'Make the mail anew with git format-patch.',
    look: eachPatch((patch) => {
      const date = headerOf(patch.mail, 'Date');
      if (!date) return [{ patch, what: 'The mail has no Date: header.' }];
      const line = { text: `Date: ${date.value}`, at: date.at };
      return Number.isNaN(timeOf(date.value)) ? [{ patch, line, what: `"${date.value}" is no date.` }] : [];
    }),
    examples: [
      { given: { headers: { Date: '' } }, finds: 'no Date' },
      { given: { headers: { Date: 'yesterday' } }, finds: '"yesterday" is no date' },
      { given: { headers: { Date: 'Mon, 23 Nov 2026 18:00:00 +0200 (EET)' } } },
    ],
  },
  {
    name: 'date-in-future',
    title: 'the mail is dated in the future',
    group: 'mail',
    severity: 'warning',
    sources: WHOLE,
    covers: [],
    why: "It stays at the top of everybody's mailbox, or is taken for spam.",
    next: 'Set the clock of your machine, then: git commit --amend --date=now --no-edit.',
    look: eachMail((patch, { facts }) => {
      const date = headerOf(patch.mail, 'Date');
      // A day is left for whoever writes the zone wrongly.
      if (!date || !(timeOf(date.value) > timeOf(facts.now) + DAY)) return [];
      return [{ patch, line: { text: `Date: ${date.value}`, at: date.at }, what: `It is dated ${date.value}.` }];
    }),
    examples: [
      { given: { headers: { Date: 'Mon, 23 Nov 2037 18:00:00 +0000' } }, finds: 'dated Mon, 23 Nov 2037' },
      { given: {} },
      { given: { headers: { Date: 'yesterday' } } },
    ],
  },
  {
    name: 'patch-is-old',
    title: 'the patch was written long ago',
    group: 'series',
    severity: 'note',
    sources: [writtenIn.preparation('should be based on the current mainline'), ...WHOLE.slice(1)],
    covers: [],
    why: 'The tree has moved since; the bug may be fixed, or the lines be gone.',
    next: "Rebase it on today's tree and test it there again: git rebase BRANCH.",
    look: eachPatch((patch, { facts }) => {
      const date = headerOf(patch.mail, 'Date');
      const days = date ? Math.floor((timeOf(facts.now) - timeOf(date.value)) / DAY) : 0;
      if (!date || !(days > OLD)) return [];
      const line = { text: `Date: ${date.value}`, at: date.at };
      return [{ patch, line, what: `It is ${days} days old: was it tried on today's tree?` }];
    }),
    examples: [
      { given: { headers: { Date: 'Mon, 23 Nov 2025 18:00:00 +0000' } }, finds: 'is 365 days old' },
      { given: {} },
    ],
  },
];

/** NaN where it is no date. A comment behind it names the zone for people; what is longer is no date. */
const timeOf = (date: string): number =>
  Date.parse(
    date
      .slice(0, 100)
      .replace(/\([^()]*\)/, '')
      .trim(),
  );
