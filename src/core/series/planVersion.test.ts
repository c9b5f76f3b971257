import assert from 'node:assert/strict';
import test from 'node:test';
import { planVersion, type VersionPlan, type VersionQuestion } from './planVersion.ts';

const v1 = { version: 1, isSent: false };
const sent = { version: 1, isSent: true };
const ask = (question: Partial<VersionQuestion>): VersionPlan =>
  planVersion({ versions: [], resend: false, differs: [], ...question });
const words = (plan: VersionPlan): string =>
  plan.kind === 'refused'
    ? plan.what
    : `${plan.kind} v${plan.version}${plan.kind === 'make' && plan.isAgain ? ' again' : ''}`;

const table: readonly (readonly [name: string, Partial<VersionQuestion>, string])[] = [
  ['the first', {}, 'make v1'],
  ['after one that was sent', { versions: [sent] }, 'make v2'],
  ['after one of which nobody knows', { versions: [v1] }, 'ask v1'],
  ['v1 once more, as it was never sent', { versions: [v1], asked: 1 }, 'make v1 again'],
  ['v2, so v1 was sent', { versions: [v1], asked: 2 }, 'make v2'],
  ['v1 once more, though it was sent', { versions: [sent], asked: 1 }, 'v1 cannot be made any more: it was sent.'],
  [
    'v1 below v2',
    { versions: [{ version: 2, isSent: false }, v1], asked: 1 },
    'v1 cannot be made any more: there is v2.',
  ],
  ['a number that b4 has', { ofBranch: 3 }, 'make v3'],
  ['what the person says comes before b4', { ofBranch: 3, asked: 4 }, 'make v4'],
  ['b4 is at the version that is there', { versions: [v1], ofBranch: 1 }, 'make v1 again'],
  ['a RESEND', { versions: [sent], resend: true }, 'resend v1'],
  ['a RESEND of nothing', { resend: true }, 'There is no version that could be sent again.'],
  [
    'a RESEND that is none',
    { versions: [sent], resend: true, differs: ['patch 2 has other code'] },
    'This is no RESEND of v1: patch 2 has other code.',
  ],
  [
    'a RESEND with a new number',
    { versions: [{ version: 2, isSent: true }], asked: 3, resend: true },
    'A RESEND keeps its number: it would be v2, not v3.',
  ],
];

for (const [name, question, plan] of table) test(name, () => assert.equal(words(ask(question)), plan));
