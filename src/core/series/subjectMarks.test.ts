import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readSeries } from './readSeries.ts';
import { type MarksOrder, subjectMarks } from './subjectMarks.ts';

const FIXES = 'Fixes: 54a4f0239f2e ("tcp: add a list")\n';
const DIFF = '---\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1 +1,2 @@\n a\n+b\n';
const series = (...mails: readonly (readonly [string, string?])[]) =>
  readSeries(
    mails.map(([subject, trailers = '']) => ({
      file: `${subject}.patch`,
      source: `From: Ada <ada@made.example>\nSubject: ${subject}\n\nWhy.\n\n${trailers}Signed-off-by: Ada <ada@made.example>\n${DIFF}`,
    })),
  );
const marks = (order: Partial<MarksOrder>) =>
  subjectMarks({ packs: new Set<string>(), series: series(['[PATCH] tcp: count once']), ...order });

const NETDEV = new Set(['netdev']);

describe('who decides, the first that says something', () => {
  const former = series(['[PATCH v2 nf-next 1/1] tcp: count once']);
  const all = { packs: NETDEV, asked: '[PATCH wireless]', b4: ['can-next'], former, setting: 'PATCH ipsec' };

  test('the person, b4, the version before, git’s setting, the document, nobody', () => {
    const { asked: _asked, ...rest } = all;
    const { b4: _b4, ...older } = rest;
    const { former: _former, ...git } = older;
    const seen = [all, rest, older, git, { packs: NETDEV }, {}].map((order) => marks(order).prefix);
    assert.deepEqual(seen, [
      'PATCH wireless',
      'PATCH can-next',
      'PATCH nf-next',
      'PATCH ipsec',
      'PATCH net-next',
      'PATCH',
    ]);
  });

  test('an empty word says nothing, a plain PATCH of the person does', () => {
    assert.equal(marks({ ...all, asked: '', b4: [] }).prefix, 'PATCH nf-next');
    assert.equal(marks({ packs: NETDEV, setting: 'PATCH' }).prefix, 'PATCH net-next');
    assert.equal(marks({ packs: NETDEV, asked: 'PATCH' }).prefix, 'PATCH');
  });

  test('version and numbers of a prefix are left out, as they come by themselves', () => {
    assert.equal(marks({ asked: 'PATCH net v3 0/4' }).prefix, 'PATCH net');
  });
});

describe('fixes and all else', () => {
  const fix = series(['[PATCH] tcp: fix the count', FIXES]);

  test('with the tag it is sure, without it a guess', () => {
    assert.deepEqual(
      [marks({ packs: NETDEV, series: fix }).prefix, marks({ packs: NETDEV, series: fix }).isGuess],
      ['PATCH net', false],
    );
    const guess = marks({ packs: NETDEV, series: series(['[PATCH] tcp: fix the count']) });
    assert.deepEqual([guess.prefix, guess.isGuess], ['PATCH net-next', true]);
    assert.match(guess.because, /"tcp: fix the count" says that it fixes something and has no Fixes tag/);
    const mixed = marks({ packs: NETDEV, series: series(['[PATCH 1/2] tcp: a', FIXES], ['[PATCH 2/2] tcp: b']) });
    assert.deepEqual([mixed.prefix, mixed.isGuess], ['PATCH net-next', true]);
    assert.match(mixed.because, /1 of 2 patches have a Fixes tag/);
  });

  test('BPF has trees of its own', () => {
    assert.equal(marks({ packs: new Set(['bpf']), series: fix }).prefix, 'PATCH bpf');
    const both = marks({ packs: new Set(['netdev', 'bpf']) });
    assert.deepEqual([both.prefix, both.isGuess], ['PATCH bpf-next', true]);
  });
});

describe('RFC and RESEND', () => {
  test('stand where the field puts them, once', () => {
    assert.equal(marks({ packs: NETDEV, rfc: true }).prefix, 'RFC PATCH net-next');
    assert.equal(marks({ asked: 'PATCH bpf', resend: true }).prefix, 'PATCH RESEND bpf');
    assert.equal(marks({ asked: 'RFC PATCH', rfc: true }).prefix, 'RFC PATCH');
    assert.equal(marks({ packs: NETDEV, b4: ['RFC'] }).prefix, 'RFC PATCH net-next');
    assert.equal(marks({ packs: NETDEV, setting: 'RFC PATCH' }).prefix, 'RFC PATCH net-next');
    assert.equal(marks({ asked: 'PATCH net', b4: ['RFC'] }).prefix, 'PATCH net');
    assert.equal(marks({ asked: 'rfc net-next', rfc: false }).prefix, 'RFC PATCH net-next');
    assert.equal(marks({ b4: ['RFC', 'RESEND', 'net', 'net'], resend: true }).prefix, 'RFC PATCH RESEND net');
  });

  test('an RFC is not kept, and that is said', () => {
    const { prefix, because } = marks({ former: series(['[RFC PATCH net-next] tcp: count once']) });
    assert.equal(prefix, 'PATCH net-next');
    assert.equal(because, 'Version 1 was for net-next too. Version 1 was an RFC, this one asks to be applied.');
  });
});

test('no mark stands twice, whatever is asked', () => {
  const word = fc.constantFrom(
    'PATCH',
    'patch',
    'RFC',
    'RESEND',
    'net',
    'NET',
    'v2',
    '1/2',
    '[',
    ']',
    'PATCHv3',
    '-next',
    '',
  );
  const text = fc.array(word).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, fc.array(word), text, fc.boolean(), fc.boolean(), (asked, b4, setting, rfc, resend) => {
      const words = marks({ packs: NETDEV, asked, b4, setting, rfc, resend }).prefix.toLowerCase().split(' ');
      assert.equal(new Set(words).size, words.length);
      assert.ok(words.includes('patch') && !words.some((one) => /^v\d|\d\/\d|[[\]]/.test(one)));
    }),
  );
});
