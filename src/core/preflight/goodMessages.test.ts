import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FormerCommit, goodMessages } from './goodMessages.ts';

const commit = (sha: string, body: string, subject = `mm: slub: ${sha}`): FormerCommit => ({ sha, subject, body });

const good = commit(
  'good',
  `When two caches share a list, the objects of the second are counted twice,
so slabtop shows more memory in use than the machine has. On a system with
many containers the watchdog then kills the wrong process.

Count each object in the loop that already visits it, instead of adding a
second one, because the lock is held there.

Signed-off-by: Ada Made <ada@made.example>`,
);

const measured = commit(
  'measured',
  `Booting takes too long on boards with slow flash, since the list is read
once for each of its entries when the system starts.

Read it once and keep it. The boot takes 2.1 s instead of 9.8 s on a board
with two disks, at the cost of 4 KiB of memory while it runs.`,
);

test('a message with problem, scene and reason is shown, by reference', () => {
  assert.deepEqual(goodMessages([good]), [
    {
      sha: 'good',
      subject: 'mm: slub: good',
      shows: [
        'tells the problem before the change',
        'names what goes wrong, and when',
        'says why this way',
        'orders the change',
      ],
    },
  ]);
});

test('short ones, reverts and reports of an author are no examples', () => {
  const poor = [
    commit('short', 'Fix the count.'),
    commit('empty', ''),
    commit('tags', 'Signed-off-by: Ada Made <ada@made.example>'),
    commit('revert', good.body, 'Revert "mm: slub: Count"'),
    commit('itself', `This patch fixes it.\n\n${good.body}`),
    commit('long', `${good.body}\n\n`.repeat(20)),
  ];
  assert.deepEqual(goodMessages(poor), []);
});

test('at most three, in the order given, the one that shows something new among them', () => {
  const shas = goodMessages([good, { ...good, sha: 'b' }, { ...good, sha: 'c' }, { ...good, sha: 'd' }, measured]).map(
    ({ sha }) => sha,
  );
  assert.equal(shas.length, 3);
  assert.equal(shas.at(-1), 'measured');
  assert.equal(shas[0], 'good');
});
