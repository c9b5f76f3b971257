import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formerPatches, newestVersion, patchIdsOf } from './formerPatches.ts';
import { readSeries } from './readSeries.ts';

const series = (...patches: readonly (readonly [string, string])[]) =>
  readSeries([
    {
      file: 'a.mbox',
      source: patches
        .map(([summary, line], index) =>
          [
            'From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001',
            'From: Ada Made <ada@made.example>',
            `Subject: [PATCH ${index + 1}/${patches.length}] ${summary}`,
            '',
            'Why.',
            '---',
            'diff --git a/a.c b/a.c',
            '--- a/a.c',
            '+++ b/a.c',
            '@@ -1 +1,2 @@',
            ' int a;',
            `+${line}`,
            '',
          ].join('\n'),
        )
        .join('\n'),
    },
  ]);

const matched = (
  now: readonly (readonly [string, string])[],
  before: readonly (readonly [string, string])[],
): readonly (string | undefined)[] => {
  const [own, former] = [series(...now), series(...before)];
  const found = formerPatches(own, { series: former, patchIds: patchIdsOf(former) });
  return own.patches.map((patch) => found.get(patch)?.subject.summary);
};

test('the same change counts before the same summary, and that before the place', () => {
  assert.deepEqual(
    matched(
      [
        ['mm: b', '1'],
        ['mm: a', '2'],
      ],
      [
        ['mm: a', '1'],
        ['mm: b', '2'],
      ],
    ),
    ['mm: a', 'mm: b'],
  );
  assert.deepEqual(
    matched(
      [
        ['mm: b', '3'],
        ['mm: a', '4'],
      ],
      [
        ['mm: a', '1'],
        ['mm: b', '2'],
      ],
    ),
    ['mm: b', 'mm: a'],
  );
  assert.deepEqual(
    matched(
      [
        ['mm: c', '3'],
        ['mm: b', '4'],
      ],
      [
        ['mm: a', '1'],
        ['mm: b', '2'],
      ],
    ),
    ['mm: a', 'mm: b'],
  );
});

test('a former patch was one patch only, and a new one was none', () => {
  assert.deepEqual(
    matched(
      [
        ['mm: b', '2'],
        ['mm: c', '3'],
      ],
      [
        ['mm: a', '1'],
        ['mm: b', '2'],
      ],
    ),
    ['mm: b', undefined],
  );
  assert.deepEqual(
    matched(
      [
        ['mm: x', '3'],
        ['mm: x', '4'],
      ],
      [
        ['mm: x', '1'],
        ['mm: x', '2'],
      ],
    ),
    ['mm: x', 'mm: x'],
  );
  assert.deepEqual(
    matched(
      [
        ['mm: n', '9'],
        ['mm: a', '1'],
        ['mm: b', '2'],
      ],
      [
        ['mm: a', '1'],
        ['mm: b', '2'],
      ],
    ),
    [undefined, 'mm: a', 'mm: b'],
  );
});

test('the newest version is the one dated last, else the one numbered highest', () => {
  const one = { series: { ...series(['mm: a', '1']), version: 2 }, patchIds: [] };
  const two = { series: { ...series(['mm: a', '1']), version: 1 }, patchIds: [] };
  assert.equal(newestVersion({ versions: [one, two], replies: [] }), one);
  const dated = [
    { ...one, date: '2026-11-01T00:00:00Z' },
    { ...two, date: '2026-11-02T00:00:00Z' },
  ];
  assert.equal(newestVersion({ versions: dated, replies: [] }), dated[1]);
  assert.equal(newestVersion({ versions: [], replies: [] }), undefined);
});
