import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mentionedCommits } from './mentionedCommits.ts';

const body = (text: string) => ({ body: text.split('\n').map((line, at) => ({ text: line, at: at + 1 })) });
const ids = (text: string) => mentionedCommits(body(text)).map(({ id }) => id);

test('a commit is known by the word before or the title after it', () => {
  assert.deepEqual(ids('Since commit 0123456 it fails, and commits ABCDEF01 do.'), ['0123456', 'abcdef01']);
  assert.deepEqual(ids('It came with 0123456789ab ("mm: Count").'), ['0123456789ab']);
  assert.deepEqual(
    ids(
      `It came with the change that has the number\n${'a1'.repeat(20)} and was not seen until the release of last year.`,
    ),
    ['a1'.repeat(20)],
  );
  assert.deepEqual(ids('as seen in commit\n0123456789ab'), ['0123456789ab']);
});

test('addresses, numbers, words, sums and links are none', () => {
  const others = [
    'The register 0xdeadbeef, fe3f0000 or deadbeef, at ffff8000deadbeef.',
    'On 20261123 there were 1234567 of them, effaced and defaced.',
    `The checksum ${'a1'.repeat(20)} differs.`,
    'See https://made.example/commit/?id=0123456789ab and drivers/0123456a.c.',
    'The node pci@1000a000 with the uuid 0123abcd-0123-4567.',
    'Quoted "since commit 0123456 it fails" only.',
    'fixes: 0123456789ab ("mm: Count")',
    '\tcommit 0123456789ab\n\n[ 1.000000] commit 0123456789ab',
  ];
  for (const text of others) assert.deepEqual(ids(text), [], text);
});

test('its title is read over line ends, and what git itself writes is known', () => {
  const [one, two] = mentionedCommits(
    body('Commit 0123456789ab ("mm: Say "both"\n where both") is it.\n\nThis reverts commit 1123456789ab.'),
  );
  assert.equal(one?.title, 'mm: Say "both" where both');
  assert.deepEqual(one?.span, [7, 19]);
  assert.deepEqual([one?.isByGit, two?.isByGit, two?.title], [false, true, undefined]);
});

test('a commit of another tree is told', () => {
  const elsewhere = ['Linux commit', 'upstream commit', 'the Linux kernel commit', "barebox's commit", 'dtc commit'];
  for (const words of elsewhere)
    assert.equal(mentionedCommits(body(`See ${words} 0123456.`))[0]?.isElsewhere, true, words);
  assert.equal(mentionedCommits(body('See commit 0123456.'))[0]?.isElsewhere, false);
});

test('a hundred thousand mentions are read', () => {
  const lines = Array.from({ length: 100_000 }, (_none, at) => ({ text: 'and commit 0123456 (a', at }));
  assert.equal(mentionedCommits({ body: lines }).length, 100_000);
});
