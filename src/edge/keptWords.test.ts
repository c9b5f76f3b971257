import assert from 'node:assert/strict';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openKeptWords } from './keptWords.ts';

const newWords = () => openKeptWords(mkdtempSync(join(tmpdir(), 'patchling-words-')));

test('words come back, also to a program that starts anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-words-'));
  assert.deepEqual(openKeptWords(folder).read('mm/a.c:1'), { words: '', revision: 0 });
  openKeptWords(folder).keep('mm/a.c:1', 0, 'because');
  assert.deepEqual(openKeptWords(folder).read('mm/a.c:1'), { words: 'because', revision: 1 });
  assert.equal(openKeptWords(folder).read('mm/b.c:1').words, '');
  assert.equal(statSync(join(folder, 'words')).mode & 0o077, 0);
});

test('of two tabs, the second is told what the first wrote, and neither is lost', () => {
  const words = newWords();
  assert.deepEqual(words.keep('site', 0, 'from the first tab'), { kind: 'kept', revision: 1 });
  const second = words.keep('site', 0, 'from the second');
  assert.deepEqual(second, { kind: 'moved on', theirs: { words: 'from the first tab', revision: 1 } });
  assert.equal(words.read('site').words, 'from the first tab');
  assert.deepEqual(words.keep('site', 1, 'both'), { kind: 'kept', revision: 2 });
});

test('the same words again are no change', () => {
  const words = newWords();
  words.keep('site', 0, 'same');
  assert.deepEqual(words.keep('site', 0, 'same'), { kind: 'kept', revision: 1 });
});
