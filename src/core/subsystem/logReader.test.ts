import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createIdents } from './idents.ts';
import { createLogReader, readAuthors } from './logReader.ts';

/** As `git log -z --name-status --format=…` prints it: a merge of two lines, then one without a path. */
const id = 'c67fe9f5b3bae2d27f180cadae722944b7ad34aa';
const body = `Why it is so.

Fixes: 1da177e4c3f4 ("Linux-2.6.12-rc2")
Fixes: commit ABCDEF0 ("other")
Cc: stable@vger.kernel.org # 6.1
Reported-by: Some One <one@example.org>
Reviewed-by: "R. Viewer" <R@example.org>
Acked-by: R. Viewer <r@example.org>
Tested-by: T <t@example.org>
Signed-off-by: A Maker <maker@example.org>
  Reviewed-by: quoted <q@example.org>
`;
const fields = [id, '1700000100', '1700000000', 'maker@example.org\nA Maker', 'c@example.org\nC', 'mm: fix it', body];
const tokens = [
  ...fields,
  '\nM',
  'mm/a.c',
  'A',
  'mm/"\n".c',
  'D',
  'R100',
  'T',
  'old',
  ...fields.with(6, ''),
  ...fields,
];

/** A hash that can be read again: the text's place among those that were hashed. */
const readable = () => {
  const texts = [''];
  const hash = (text: string): number => (texts.includes(text) ? texts.indexOf(text) : texts.push(text) - 1);
  return { hash, texts };
};

const readIn = (portions: readonly (readonly string[])[]) => {
  const { hash, texts } = readable();
  const idents = createIdents(hash);
  const reader = createLogReader(idents);
  const commits = [...portions.flatMap((portion) => reader.read(portion)), ...reader.end()];
  return { commits, who: idents.list.map(({ address, name }) => [texts[address], texts[name]]) };
};

test('fields, trailers and paths, whatever stands in them', () => {
  const { commits, who } = readIn([tokens]);
  assert.equal(commits.length, 3);
  assert.deepEqual(commits[0], {
    id,
    author: 0,
    authorTime: 1_700_000_000,
    committer: 1,
    commitTime: 1_700_000_100,
    subject: 'mm: fix it',
    reviewers: [2],
    testers: [3],
    signers: [0],
    fixes: ['1da177e4c3f4', 'abcdef0'],
    reverts: [],
    stable: true,
    tells: 'broken',
    changes: [
      { path: 'mm/a.c', how: 'changed' },
      { path: 'mm/"\n".c', how: 'added' },
      { path: 'R100', how: 'removed' },
      { path: 'old', how: 'changed' },
    ],
  });
  assert.deepEqual(commits[1]?.changes, []);
  assert.deepEqual(who, [
    ['maker@example.org', 'a maker'],
    ['c@example.org', ''],
    ['r@example.org', 'r. viewer'],
    ['t@example.org', ''],
  ]);
});

test('a revert names what it reverts, over the end of a line too', () => {
  const reverts = (text: string) => readIn([fields.with(6, text)]).commits[0]?.reverts;
  assert.deepEqual(reverts('This reverts commit\n1da177e4c3f41524e886b7f1b8a0c1fc7321cac2.'), [
    '1da177e4c3f41524e886b7f1b8a0c1fc7321cac2',
  ]);
  assert.deepEqual(reverts('This partly reverts commit 1da177e4c3f4.'), []);
});

test('what the message says of what was before', () => {
  const tells = (text: string) => readIn([fields.with(6, text)]).commits[0]?.tells;
  assert.equal(tells('It crashes without.'), 'broken');
  assert.equal(tells('No functional change.'), 'same');
  assert.equal(tells('The board has two of them.'), '');
});

test('the time of each author’s first commit, in any order', () => {
  const [maker, other] = ['maker@example.org\nA Maker', '\n'];
  const firsts = new Map<string, number>();
  assert.deepEqual(readAuthors([`30\n${maker}`, `10\n${maker}`, `\n${other}`], firsts), [30, 10, 0]);
  assert.deepEqual(readAuthors([`20\n${maker}`], firsts), [20]);
  assert.deepEqual(Object.fromEntries(firsts), { [maker]: 10, [other]: 0 });
});

test('dates that are none are 0', () => {
  const [commit] = readIn([[...fields.with(1, '').with(2, 'x')]]).commits;
  assert.deepEqual([commit?.authorTime, commit?.commitTime], [0, 0]);
});

test('cut into any portions it reads the same, and what is cut off throws nothing', () => {
  const whole = readIn([tokens]).commits;
  fc.assert(
    fc.property(fc.nat(tokens.length), fc.nat(tokens.length), (one, other) => {
      const [a, b] = [Math.min(one, other), Math.max(one, other)];
      assert.deepEqual(readIn([tokens.slice(0, a), tokens.slice(a, b), tokens.slice(b)]).commits, whole);
      readIn([tokens.slice(0, a)]);
    }),
  );
});
