import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { kernelTree, noKernelTree } from '../../../test/world/kernelTree.ts';
import { heldIn, readWord, stanceOn } from './stance.ts';
import { GENERAL_WORDS, STANCES, type Stance } from './stances.ts';

const rst = 'Profile\n=======\n\nClean-ups\n---------\n\nHere we do not like clean-ups,\nas such. Fixes are fine.\n';

const table: readonly Stance[] = [
  {
    folders: ['drivers/a/'],
    stance: 'none',
    source: { by: 'Ada', date: '2026-11-03', mail: 'https://mail.example/1' },
  },
  {
    sections: ['A DRIVERS'],
    stance: 'discouraged',
    source: { file: 'profile.rst', heading: 'clean-ups', phrase: 'we do not like clean-ups, as such' },
  },
  { folders: ['drivers/todo/'], stance: 'welcome', source: { file: 'drivers/todo/list', phrase: 'coding style' } },
];
const documents: Record<string, string> = {
  'profile.rst': rst,
  'drivers/todo/list': 'To do:\n- fix the coding\n  style\n',
};
const held = heldIn(table, (file) => documents[file]);

test('what the documents of the tree say holds, with their own sentence', () => {
  assert.deepEqual(
    held.map(({ stance, where, text }) => [stance, where, text]),
    [
      ['none', 'Ada in https://mail.example/1, 2026-11-03', ''],
      ['discouraged', 'profile.rst, "Clean-ups"', 'Here we do not like clean-ups, as such.'],
      ['welcome', 'drivers/todo/list', 'fix the coding style'],
    ],
  );
});

test('a tree that lacks the words, the heading or the document says nothing', () => {
  for (const text of [undefined, '', rst.replace('do not', 'do'), rst.replace('Clean-ups', 'Other things')]) {
    assert.deepEqual(
      heldIn(table, (file) => (file === 'profile.rst' ? text : undefined)).map(({ stance }) => stance),
      ['none'],
    );
  }
});

test('the first that fits a file decides, by folder or by a whole title', () => {
  assert.equal(stanceOn(held, 'drivers/a/b.c', ['A DRIVERS'])?.stance, 'none');
  assert.equal(stanceOn(held, 'drivers/ab.c', ['A DRIVERS'])?.stance, 'discouraged');
  assert.equal(stanceOn(held, 'drivers/todo/b.c', [])?.stance, 'welcome');
  assert.equal(stanceOn(held, 'drivers/b.c', ['A DRIVERS (WIRELESS)']), undefined);
  assert.equal(stanceOn([], 'drivers/a/b.c', ['A DRIVERS']), undefined);
});

test('the table keeps its own rules', () => {
  for (const { sections = [], folders = [], source } of STANCES) {
    const where = JSON.stringify(source);
    assert.ok(sections.length + folders.length > 0, where);
    for (const folder of folders) assert.match(folder, /^[\w/.-]+\/$/, where);
    if ('by' in source) {
      assert.match(source.date, /^\d{4}-\d\d-\d\d$/, where);
      assert.match(source.mail, /^https:\/\//, where);
    } else assert.ok(source.phrase.split(' ').length <= 8, where);
  }
});

test('every phrase stands in the kernel tree, and every title is one of its MAINTAINERS', (t) => {
  const tree = kernelTree();
  if (tree === undefined) return t.skip(noKernelTree);
  const read = (file: string): string | undefined => {
    try {
      return readFileSync(join(tree, file), 'utf8');
    } catch {
      return undefined;
    }
  };
  const found = heldIn(STANCES, read);
  const missing = STANCES.filter(({ source }) => !found.some((one) => one.source === source));
  const isKnown = /^VERSION = 6\nPATCHLEVEL = 12\n/m.test(read('Makefile') ?? '');
  // Other versions have other documents: there it is enough that the rest is found, and what is not is said.
  if (isKnown) assert.deepEqual(missing, []);
  for (const { source } of missing) t.diagnostic(`not in this tree: ${JSON.stringify(source)}`);
  for (const { where, text } of found) t.diagnostic(`${where}: ${text}`);
  if (!isKnown) return;
  for (const word of GENERAL_WORDS) assert.ok(readWord(word, read(word.file)), word.phrase);
  const maintainers = read('MAINTAINERS') ?? '';
  for (const title of found.flatMap(({ sections = [] }) => sections))
    assert.ok(maintainers.includes(`\n${title}\n`), title);
});
