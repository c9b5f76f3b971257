import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Commit } from './commit.ts';
import { commitRow, eachPlace, movedRow, readRow, timeOfRow } from './commitRow.ts';

const text = fc.string({ unit: 'binary' });
const times = fc.integer({ min: 0, max: 2 ** 40 });
const people = fc.array(fc.nat());
const plain = { noNullPrototype: true };
const change = fc.record({ path: text, how: fc.constantFrom('added', 'removed', 'changed') }, plain);
const commits: fc.Arbitrary<Commit> = fc.record(
  {
    id: fc.stringMatching(/^[0-9a-f]{40}$/),
    author: fc.nat(),
    authorTime: times,
    committer: fc.nat(),
    commitTime: times,
    subject: text,
    reviewers: people,
    testers: people,
    signers: people,
    fixes: fc.array(fc.stringMatching(/^[0-9a-f]{7,12}$/)),
    reverts: fc.array(fc.stringMatching(/^[0-9a-f]{40}$/)),
    stable: fc.boolean(),
    tells: fc.constantFrom('broken', 'same', ''),
    changes: fc.array(change),
  },
  plain,
);

test('any commit is one line, and the same again; its places can be visited alone', () => {
  fc.assert(
    fc.property(commits, (commit) => {
      const paths: string[] = [];
      const placeOf = (path: string) => (paths.includes(path) ? paths.indexOf(path) : paths.push(path) - 1);
      const row = commitRow(commit, placeOf);
      assert.equal(row.includes('\n'), false);
      assert.deepEqual(readRow(row, paths), commit);
      assert.equal(timeOfRow(row), commit.commitTime);
      const behind = ['first', ...paths];
      assert.deepEqual(
        readRow(
          movedRow(row, (place) => place + 1),
          behind,
        ),
        commit,
      );
      const visited: (string | undefined)[] = [];
      eachPlace(row, (place) => visited.push(paths[place]));
      assert.deepEqual(
        visited,
        commit.changes.map(({ path }) => path),
      );
    }),
  );
});
