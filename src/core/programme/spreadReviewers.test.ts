import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constantFrom, property as forAll, integer, assert as property, record, uniqueArray } from 'fast-check';
import { spreadReviewers } from './spreadReviewers.ts';

const people = ['a', 'b', 'c', 'd'] as const;
const some = uniqueArray(constantFrom(...people), { maxLength: 4 });

test('nobody gets what is their own, had already or has a conflict with; the work is even', () => {
  const drawn = record({
    seed: integer(),
    each: integer({ min: 1, max: 3 }),
    reviewers: some,
    applications: uniqueArray(
      record({ id: integer().map(String), owner: constantFrom(...people, 'x'), reviewers: some }),
      { maxLength: 30, selector: ({ id }) => id },
    ),
  });
  void property(
    forAll(drawn, ({ seed, each, reviewers, applications }) => {
      const order = {
        ...{ each, reviewers, seed: String(seed), load: new Map<string, number>() },
        applications: applications.map((one) => ({ ...one, conflicts: one.reviewers.slice(1) })),
      };
      const { assignments, short } = spreadReviewers(order);
      assert.deepEqual(spreadReviewers(order), { assignments, short });
      const seen = new Set(assignments.map((one) => `${one.application} ${one.reviewer}`));
      assert.equal(seen.size, assignments.length);
      for (const { application, reviewer } of assignments) {
        const one = order.applications.find(({ id }) => id === application);
        assert.ok(one && one.owner !== reviewer && !one.reviewers.includes(reviewer as 'a'));
      }
      for (const { id, reviewers: had, conflicts } of order.applications) {
        const has = had.length - conflicts.length + assignments.filter(({ application }) => application === id).length;
        assert.ok(has >= each || short.includes(id));
      }
    }),
    { numRuns: 200 },
  );
});

test('an even load for those who have nothing against anybody', () => {
  const applications = Array.from({ length: 30 }, (_, at) => ({
    id: `${at}`,
    owner: 'x',
    reviewers: [],
    conflicts: [],
  }));
  const { assignments } = spreadReviewers({
    ...{ applications, reviewers: people, each: 2, seed: '7', load: new Map([['a', 6]]) },
  });
  const counts = people.map((one) => assignments.filter(({ reviewer }) => reviewer === one).length);
  assert.deepEqual(counts.toSorted(), [11, 16, 16, 17]);
});
