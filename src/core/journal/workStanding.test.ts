import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftStanding, versionStanding } from './workStanding.ts';

const held = { check: 'checkpatch', verdict: 'holds', seen: 'No error.' } as const;
const failed = { check: 'checkpatch', verdict: 'fails', seen: 'a long line' } as const;

const drafts: readonly (readonly [string, Parameters<typeof draftStanding>, string])[] = [
  ['a file that is gone', ['gone', ['the why'], []], 'unknown'],
  ['one that cannot be read', ['unreadable', [], [held]], 'unknown'],
  ['words are missing, whatever the checks say', ['as written', ['the why', 'sign-off'], [failed]], 'yours'],
  ['a check fails', ['as written', [], [held, failed]], 'fails'],
  ['edited, and not checked since', ['edited', [], []], 'unknown'],
  ['not checked', ['as written', [], []], 'unknown'],
  ['all said, all held: it is to be prepared', ['as written', [], [held]], 'yours'],
];
for (const [name, words, tone] of drafts) test(name, () => assert.equal(draftStanding(...words).tone, tone));

const versions: readonly (readonly [string, Parameters<typeof versionStanding>, string])[] = [
  ['all mails gone', [['gone', 'gone'], held], 'unknown'],
  ['one mail gone', [['as written', 'gone'], held], 'unknown'],
  ['edited since its check', [['edited'], undefined], 'unknown'],
  ['the check fails', [['as written'], failed], 'fails'],
  ['the check could not look', [['as written'], { ...held, verdict: 'unknown' }], 'unknown'],
  ['it holds: sending it is the person’s', [['as written', 'as written'], held], 'yours'],
];
for (const [name, words, tone] of versions) {
  test(`a version: ${name}`, () => assert.equal(versionStanding(...words).tone, tone));
}

test('what is lacking is named', () => {
  assert.equal(draftStanding('as written', ['the why', 'sign-off'], []).says, 'It lacks the why and sign-off.');
});
