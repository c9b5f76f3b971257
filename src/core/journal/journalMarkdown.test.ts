import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Happened } from './fact.ts';
import { factWords } from './factWords.ts';
import { journalMarkdown } from './journalMarkdown.ts';

const site = { rule: 'r', path: 'mm/a.c', line: 12, function: 'f', expression: 'n * m' };
const mail = { file: '/d/v1/0001-a.patch', subject: '[PATCH] mm: a', messageId: 'a@b', sha256: 'aa' };
const all: readonly Happened[] = [
  { kind: 'tree-chosen', tree: '/t', version: '6.12' },
  { kind: 'site-drawn', tree: '/t', site, seed: '7' },
  { kind: 'patch-written', patch: '/d/1.patch', subject: 'mm: a', tree: '/t', site, sha256: 'aa' },
  { kind: 'check-made', patch: '/d/1.patch', sha256: 'aa', check: 'compile', verdict: 'unknown', seen: 'No compiler.' },
  { kind: 'rule-turned-off', patch: '/d/1.patch', change: 'c', rule: 'too-long', because: 'a table' },
  { kind: 'tools-stated', patch: '/d/1.patch', change: 'c', says: 'none' },
  {
    kind: 'version-made',
    contribution: 'c',
    version: 2,
    folder: '/d/v2',
    tree: '/t',
    title: 'mm: a',
    mails: [mail, mail],
  },
  { kind: 'changelog-written', contribution: 'c', version: 2, words: 'less' },
  { kind: 'proposal-answered', contribution: 'c', change: 'd', trailer: 'Fixes: 1 ("x")', taken: false },
  { kind: 'note-written', words: '# one\n2. two <script>alert(1)</script> {{ x }}\u202e' },
  { kind: 'dropped', patch: '/d/1.patch', because: 'somebody sent it' },
];
const facts = all.map((one, at) => ({ at: `2026-11-23T18:${10 + at}:00Z`, by: 'test', v: 1 as const, ...one }));
const unknown = [{ line: 12, kind: 'mail-offered', text: '{"at":"2026-11-24T08:00:00Z"}' }];

test('every kind of fact is a sentence', () => {
  for (const fact of facts) assert.match(factWords(fact).says, /^[A-Z].*[.:]$/);
});

test('the journal as Markdown: oldest first, in the words of the person, and nothing of theirs is markup', () => {
  const text = journalMarkdown({ facts, unknown, problems: [] }, { zone: 'UTC', isZola: false });
  assert.match(text, /^# Journal\n\n## Monday, 23 November 2026\n\n- 18:10 Worked on the tree \/t \(6\.12\)\.\n/);
  assert.match(text, /- 18:13 Checked 1\.patch: compile\. \? unknown\. No compiler\.\n/);
  assert.match(text, / {2}> \\# one\n {2}> 2\\\. two \\<script\\>alert\(1\)/);
  assert.ok(!/(?<!\\)<script|\{\{|\u202e/.test(text), text);
  assert.match(text, /## Tuesday, 24 November 2026\n\n- 08:00 mail-offered, which this version does not know/);
});

test('Zola gets its head, an empty journal says so', () => {
  const zola = journalMarkdown({ facts, unknown, problems: [] }, { zone: 'UTC', isZola: true });
  assert.match(zola, /^\+\+\+\ntitle = "Journal"\ndate = 2026-11-24\n\+\+\+\n\n## /);
  const empty = { facts: [], unknown: [], problems: [] };
  assert.equal(journalMarkdown(empty, { zone: 'UTC', isZola: false }), '# Journal\n\nNothing is noted yet.\n');
});
