import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { newPerson } from './world/runPatchling.ts';
import { smallTree } from './world/smallTree.ts';

const person = newPerson({ TZ: 'UTC' });
const journal = join(person.home, '.local/share/patchling/journal.ndjson');

test('an empty journal says what writes its first lines', () => {
  const { status, stdout } = person.run(['journal']);
  assert.equal(status, 0);
  assert.match(stdout, /Nothing is noted yet: \S+ start/);
});

test('a note is a fact, from the arguments or from standard input', () => {
  assert.equal(person.run(['journal', 'note', 'Read', 'the callers.']).status, 0);
  assert.equal(person.run(['journal', 'note', '-'], { input: 'Two\nlines\u001b[2J\n' }).status, 0);
  person.run(['fix', 'drivers/made/made.c:13', '--tree', smallTree(), '--out', person.home]);
  const told = person.run(['journal']).stdout;
  assert.match(told, /Noted:\n +\| Read the callers\./);
  assert.match(told, /\| Two\n +\| lines\ufffd/);
  assert.match(told, /Wrote the patch “.*” for\s+drivers\/made\/made\.c:13/);
});

test('it is exported as Markdown, for Zola, and as the facts', () => {
  assert.match(person.run(['journal', '--export', 'md']).stdout, /^# Journal\n/);
  assert.match(person.run(['journal', '--export', 'zola']).stdout, /^\+\+\+\n/);
  const kinds = (words: string[]) =>
    person
      .run(words)
      .stdout.trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string }).kind);
  assert.deepEqual(kinds(['journal', '--json']), kinds(['journal', '--export', 'json']));
  assert.ok(kinds(['journal', '--json']).includes('note-written'));
});

test('what a newer version wrote is told, what cannot be read is named', () => {
  appendFileSync(journal, '{"at":"2026-11-23T18:00:00Z","by":"x","v":1,"kind":"mail-offered"}\n}{\n');
  const { stdout, stderr } = person.run(['journal']);
  assert.match(stdout, /18:00 {2}\? mail-offered: of a newer version/);
  assert.match(stderr, /line \d+ of .*journal\.ndjson: this is not a fact/);
  assert.ok(person.run(['journal', '--json']).stdout.includes('mail-offered'));
});

test('what cannot be used is said', () => {
  for (const words of [['note'], ['note', ' '], ['fly'], ['--export', 'pdf'], ['note', 'a', '--export', 'md']]) {
    assert.equal(person.run(['journal', ...words]).status, 2, words.join(' '));
  }
});
