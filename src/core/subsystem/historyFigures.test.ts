import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Commit } from './commit.ts';
import type { History } from './history.ts';
import { historyBook } from './historyBook.ts';
import { historyFigures, historyFiguresOfAll } from './historyFigures.ts';
import { peopleOf } from './peopleOf.ts';
import { yearBefore } from './yearBefore.ts';

const DAY = 86_400;
const until = Date.parse('2026-08-20T12:00:00Z') / 1000;
const { since } = yearBefore(until);
const hash = (text: string): number => [...text].reduce((sum, unit) => (sum * 31 + unit.charCodeAt(0)) % 2 ** 40, 7);

interface Made extends Partial<Omit<Commit, 'author' | 'committer' | 'reviewers' | 'changes'>> {
  readonly by: string;
  readonly appliedBy?: string;
  readonly reviewedBy?: readonly string[];
  readonly daysAgo?: number;
  readonly paths: readonly string[];
}

let made = 0;

/** A history of these commits, newest first; `before` wrote one long ago. */
const historyOf = (commits: readonly Made[], { before = ['old hand'], complete = true } = {}): History => {
  const book = historyBook(hash, since);
  const person = (name: string) => book.idents.placeOf(`${name.replace(' ', '.')}@example.org\n${name}`);
  for (const name of before) book.met(person(name), 1_000_000_000);
  for (const { by, appliedBy = 'old hand', reviewedBy = [], daysAgo = 100, paths, ...more } of commits) {
    const commitTime = until - daysAgo * DAY;
    const commit: Commit = {
      id: (++made).toString(16).padStart(40, '0'),
      author: person(by),
      authorTime: commitTime - 10 * DAY,
      committer: person(appliedBy),
      commitTime,
      subject: 'add it',
      reviewers: reviewedBy.map(person),
      testers: [],
      signers: [],
      fixes: [],
      reverts: [],
      stable: false,
      tells: '',
      changes: paths.map((path) => ({ path, how: 'changed' })),
      ...more,
    };
    book.met(commit.author, commit.commitTime);
    book.add(commit);
  }
  const { idents, ...rows } = book.record();
  return { head: '', since, until, complete, people: peopleOf(idents, '', hash), ...rows };
};

const inMm = (path: string) => path.startsWith('mm/');

test('counts what touches the subsystem, once each, within the year only', () => {
  const history = historyOf([
    { by: 'old hand', paths: ['mm/a.c', 'mm/b.c'], daysAgo: -3 },
    { by: 'old hand', paths: ['mm/a.c', 'mm/b.c'], daysAgo: 0 },
    { by: 'old hand', paths: ['fs/a.c', 'mm/b.c'], daysAgo: 40, subject: 'fix it' },
    { by: 'old hand', paths: ['fs/a.c'] },
    { by: 'old hand', paths: ['mm/a.c'], daysAgo: 400 },
  ]);
  const figures = historyFigures(history, inMm);
  assert.equal(figures.until, '2026-08-20T12:00:00.000Z');
  assert.deepEqual([figures.patches, figures.authors, figures.kinds.fix, figures.kinds.feature], [2, 1, 1, 1]);
  assert.deepEqual(
    figures.months.filter(({ patches }) => patches > 0),
    [
      { month: '2026-07', patches: 1 },
      { month: '2026-08', patches: 1 },
    ],
  );
});

test('newcomers: whose first commit of all it was, by its kind; and all their clean-ups', () => {
  const history = historyOf([
    { by: 'new one', paths: ['mm/a.c'], daysAgo: 10, subject: 'remove it' },
    { by: 'new two', paths: ['mm/a.c'], daysAgo: 20, subject: 'remove it' },
    { by: 'new one', paths: ['mm/a.c'], daysAgo: 30, subject: 'add more' },
    { by: 'new one', paths: ['mm/b.c'], daysAgo: 30, subject: 'fix it' },
    { by: 'old hand', paths: ['mm/a.c'], daysAgo: 30, subject: 'remove it' },
    { by: 'new two', paths: ['fs/a.c'], daysAgo: 40 },
  ]);
  const { newcomers, newcomerCleanUps } = historyFigures(history, inMm);
  assert.deepEqual(newcomers, {
    kind: 'known',
    value: { people: 1, kinds: { fix: 1, cleanup: 0, docs: 0, tests: 0, feature: 0 } },
  });
  assert.equal(newcomerCleanUps, 2);
});

test('in a shallow clone nobody is a newcomer for certain', () => {
  const { newcomers } = historyFigures(historyOf([{ by: 'new one', paths: ['mm/a.c'] }], { complete: false }), inMm);
  assert.deepEqual([newcomers.kind, 'settle' in newcomers && newcomers.settle], ['unknown', 'git fetch --unshallow']);
});

test('reviews and acks of others, who applies, and the days until then', () => {
  const time = until - 50 * DAY;
  const history = historyOf([
    { by: 'new one', paths: ['mm/a.c'], reviewedBy: ['old hand', 'new one'] },
    { by: 'new one', paths: ['mm/a.c'], reviewedBy: ['new one'], appliedBy: 'other hand', authorTime: 0 },
    { by: 'old hand', paths: ['mm/a.c'], appliedBy: 'old hand', authorTime: time },
    { by: 'new one', paths: ['mm/a.c'], daysAgo: 50, authorTime: time - 2.25 * DAY },
    { by: 'new one', paths: ['mm/a.c'], daysAgo: 50, authorTime: time + 99 * DAY },
  ]);
  const figures = historyFigures(history, inMm);
  assert.deepEqual([figures.reviewers, figures.reviewedShare, figures.appliers], [1, 0.2, 2]);
  assert.deepEqual(figures.medianDaysToMerge, { kind: 'known', value: 2.3 });
  assert.equal(figures.medianDaysToReply.kind, 'unknown');
});

test('the share that a later commit says it reverts, by an abbreviated id too', () => {
  const id = 'abcdef0123456789abcdef0123456789abcdef01';
  const history = historyOf([
    { by: 'old hand', paths: ['mm/a.c'], reverts: ['abcdef012345', 'ffffffffffff'] },
    { by: 'old hand', paths: ['mm/a.c'], reverts: [id] },
    { by: 'old hand', paths: ['mm/a.c'], id },
    { by: 'old hand', paths: ['mm/a.c'] },
  ]);
  assert.equal(historyFigures(history, inMm).revertedShare, 0.25);
});

test('nothing of the year: zeros, and unknown what needs something', () => {
  const figures = historyFigures(historyOf([]), inMm);
  assert.deepEqual([figures.patches, figures.reviewedShare, figures.revertedShare], [0, 0, 0]);
  assert.deepEqual([figures.months.length, figures.medianDaysToMerge.kind], [12, 'unknown']);
});

test('all subsystems in one pass give what each gives alone', () => {
  const history = historyOf([
    { by: 'new one', paths: ['mm/a.c', 'fs/a.c'] },
    { by: 'new two', paths: ['fs/a.c', 'fs/b.c'], subject: 'fix it' },
    { by: 'new two', paths: ['net/a.c'] },
  ]);
  const all = historyFiguresOfAll(history, (path) => (path.startsWith('net/') ? [] : [path.slice(0, 2), 'ALL']));
  assert.deepEqual([...all.keys()].toSorted(), ['ALL', 'fs', 'mm']);
  assert.deepEqual(all.get('mm'), historyFigures(history, inMm));
  assert.equal(all.get('ALL')?.patches, 2);
});
