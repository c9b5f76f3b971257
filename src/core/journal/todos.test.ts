import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SeenContribution, type SeenDraft, type Todo, todos } from './todos.ts';

const site = { rule: 'r', path: 'mm/a.c', line: 12, function: 'f', expression: 'n * m' };
const draft: SeenDraft = {
  patch: '/d/1.patch',
  subject: 'mm: Use kmalloc_array()',
  tree: '/t',
  site,
  sites: [site],
  sha256: 'aa',
  at: '2026-11-30T10:00:00Z',
  checks: [{ check: 'checkpatch', verdict: 'holds', seen: '' }],
  file: 'as written',
  lacks: [],
  isCurrent: true,
};
const mail = { file: '0001.patch', subject: '[PATCH] mm: use kmalloc_array()', messageId: '<1@x>', sha256: 'bb' };
const contribution: SeenContribution = {
  id: 'c1',
  tree: '/t',
  versions: [{ version: 1, folder: '/c/v1', title: 'mm: use kmalloc_array()', mails: [mail], at: draft.at }],
  answers: new Map(),
  isThere: true,
};
const kinds = (found: readonly Todo[]): string[] => found.map(({ kind }) => kind);

const table: readonly (readonly [name: string, kind: string, draft: Partial<SeenDraft>])[] = [
  ['nothing lacks', 'prepare', {}],
  ['the why first', 'say-why', { lacks: ['the why', 'your sign-off'] }],
  ['then the sign-off', 'sign-off', { lacks: ['your sign-off'] }],
  ['who has no name cannot sign', 'name-yourself', { lacks: ['the why', 'your sign-off', 'your name and address'] }],
  ['not looked at yet', 'check', { checks: [] }],
  ['a check that fails', 'mend', { checks: [{ check: 'checkpatch', verdict: 'fails', seen: 'x' }] }],
  ['an unknown is no failure', 'prepare', { checks: [{ check: 'compile', verdict: 'unknown', seen: 'x' }] }],
  ['edited by hand', 'edited-draft', { file: 'edited' }],
  ['its file is gone', 'lost-draft', { file: 'gone', isCurrent: false }],
  ['the tree moved on', 'site-moved', { isCurrent: false }],
];
for (const [name, kind, seen] of table) {
  test(name, () => assert.deepEqual(kinds(todos([{ ...draft, ...seen }], [])), [kind]));
}

test('a version that was made is to be read once more, unless its mails are gone', () => {
  assert.deepEqual(kinds(todos([], [contribution])), ['read-once-more']);
  assert.deepEqual(kinds(todos([], [{ ...contribution, isThere: false }])), ['lost-version']);
});

test('what was prepared comes first, drafts in their order', () => {
  const other = { ...draft, subject: 'other', lacks: ['the why'] };
  assert.deepEqual(kinds(todos([draft, other], [contribution])), ['read-once-more', 'prepare', 'say-why']);
});
