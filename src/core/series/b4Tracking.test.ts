import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readB4Letter, readB4Tracking, readCoverCommit } from './b4Tracking.ts';

const series = {
  revision: 3,
  'change-id': '20260102-count-once-0123456789ab',
  'base-branch': 'main',
  prefixes: ['RFC', 'net-next'],
  history: { v1: ['one@example.org'], v2: ['two@example.org', 'again@example.org'] },
};
const message = (json: string): string =>
  `mm: Count once\n\nText.\n\n--- b4-submit-tracking ---\n# This section is used internally.\n${json}`;

test('a cover commit is a letter and the tracking below', () => {
  const read = readCoverCommit(message(JSON.stringify({ series }, undefined, 2)));
  assert.deepEqual(read, {
    letter: 'mm: Count once\n\nText.',
    tracking: {
      changeId: '20260102-count-once-0123456789ab',
      revision: 3,
      prefixes: ['RFC', 'net-next'],
      baseBranch: 'main',
      sentAs: new Map([
        [1, ['one@example.org']],
        [2, ['two@example.org', 'again@example.org']],
      ]),
    },
  });
});

test('a commit that only speaks of the marker is no cover', () => {
  assert.equal(readCoverCommit('b4: look for --- b4-submit-tracking ---\n\nIn the message.'), undefined);
});

const broken: readonly (readonly [string, RegExp])[] = [
  ['', /no JSON/],
  ['{"series": ', /no JSON/],
  ['[]', /no JSON/],
  ['{"series": 3}', /no change-id/],
  ['{"series": {"revision": 1}}', /no change-id/],
  ['{"series": {"change-id": "a", "revision": "2"}}', /whole number/],
  ['{"series": {"change-id": "a", "revision": 0}}', /whole number/],
];
for (const [json, why] of broken) {
  test(`broken tracking is a value: ${json}`, () => {
    const read = readB4Tracking(json);
    assert.ok('broken' in read);
    assert.match(read.broken, why);
  });
}

test('what is not needed may be missing or odd', () => {
  const odd = { 'change-id': 'a', revision: 1, prefixes: 'RFC', 'base-branch': null, history: { v0: [], x: 1, v2: 3 } };
  assert.deepEqual(readB4Tracking(JSON.stringify({ series: odd })), {
    changeId: 'a',
    revision: 1,
    prefixes: [],
    sentAs: new Map([[2, []]]),
  });
});

test('two tracking parts, and one without data', () => {
  const twice = readCoverCommit(message('{}') + message('{}'));
  assert.match(twice && 'broken' in twice.tracking ? twice.tracking.broken : '', /twice/);
  const none = readCoverCommit(message(''));
  assert.match(none && 'broken' in none.tracking ? none.tracking.broken : '', /no data/);
});

test('a letter: marks, recipients of the last paragraph only, other trailers stay in the text', () => {
  const letter = [
    '[RFC PATCH v4 net-next 0/2] mm: Count once',
    '',
    'To: nobody, as this is prose.',
    '',
    '# a note',
    '',
    'cc: A <a@example.org>, b@example.org # why',
    'To: C <c@example.org>',
    'Reviewed-by: D <d@example.org>',
    '---',
    "A note of one's own.",
    '---',
    'Changes in v4:',
    '- EDITME: what',
  ].join('\n');
  assert.deepEqual(readB4Letter(letter), {
    subject: 'mm: Count once',
    marks: ['RFC', 'net-next'],
    text: 'To: nobody, as this is prose.\n\nReviewed-by: D <d@example.org>',
    to: [{ name: 'C', address: 'c@example.org' }],
    cc: [
      { name: 'A', address: 'a@example.org' },
      { name: '', address: 'b@example.org' },
    ],
    changelog: 'Changes in v4:\n- EDITME: what',
    notes: ["A note of one's own."],
    unwritten: ['changelog'],
  });
});

test('without an empty second line there is no subject', () => {
  const { subject, text } = readB4Letter('one\ntwo\n');
  assert.deepEqual([subject, text], ['', 'one\ntwo']);
});

test('any text is read without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      readB4Letter(text);
      readCoverCommit(message(text));
      readB4Tracking(text);
    }),
  );
});

test('a long letter is read in a breath', () => {
  const begun = performance.now();
  readB4Letter(`a\n\n${'To: a@example.org\n---\n# b\n\n'.repeat(200_000)}`);
  assert.ok(performance.now() - begun < 5000);
});
