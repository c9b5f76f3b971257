import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  type ChainedFact,
  type ChainVerdict,
  canonicalJson,
  chainHash,
  emptyChain,
  type Fact,
  factText,
  type Json,
  readableParts,
  verifyEnd,
  verifyNext,
} from './chain.ts';

const fact = (number: number): Fact => ({
  at: new Date(Date.UTC(2026, 10, 30, 12, 0, number)),
  by: 'mentor-1',
  kind: 'submission-accepted',
  about: `submission-${number}`,
  body: { task: 'first-patch', number },
});

const chained = (facts: readonly Fact[]): ChainedFact[] => {
  let head = emptyChain;
  return facts.map((one) => {
    const link = { ...one, seq: head.seq + 1, previous: head.hash, hash: chainHash(head.hash, factText(one)) };
    head = link;
    return link;
  });
};

const verify = (facts: readonly ChainedFact[]): ChainVerdict =>
  facts.reduce<ChainVerdict>(verifyNext, { kind: 'holds', head: emptyChain });

describe('the chain', () => {
  const whole = chained([1, 2, 3, 4].map(fact));
  const last = whole[3] as ChainedFact;
  const changed = (at: number, change: Partial<ChainedFact>): ChainedFact[] =>
    whole.map((one, index) => (index === at ? { ...one, ...change } : one));

  test('holds as it was written', () => {
    assert.deepEqual(verify(whole), { kind: 'holds', head: { seq: 4, hash: last.hash } });
    assert.equal(verifyEnd(verify(whole), last).kind, 'holds');
  });
  const broken: readonly [string, ChainVerdict, ChainVerdict][] = [
    ['another decider', verify(changed(1, { by: 'mentor-2' })), { kind: 'broken', seq: 2, because: 'hash' }],
    ['another time', verify(changed(1, { at: new Date(0) })), { kind: 'broken', seq: 2, because: 'hash' }],
    ['another body', verify(changed(2, { body: {} })), { kind: 'broken', seq: 3, because: 'hash' }],
    ['one taken out', verify(whole.toSpliced(1, 1)), { kind: 'broken', seq: 2, because: 'gap' }],
    [
      'the first replaced',
      verify(changed(0, chained([fact(9)])[0] ?? {})),
      { kind: 'broken', seq: 2, because: 'previous' },
    ],
    ['the last cut off', verifyEnd(verify(whole.slice(0, 3)), last), { kind: 'broken', seq: 4, because: 'end' }],
  ];
  for (const [name, verdict, expected] of broken) test(`shows ${name}`, () => assert.deepEqual(verdict, expected));
});

test('JSON has one form, whatever order and way it came in', () => {
  assert.equal(
    canonicalJson({ b: [1, 'ä', null], a: { d: true, c: 1e21 } }),
    '{"a":{"c":1e+21,"d":true},"b":[1,"ä",null]}',
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value as Json);
      assert.equal(canonicalJson(JSON.parse(text)), text);
    }),
  );
  assert.throws(() => canonicalJson({ a: Number.NaN }), TypeError);
});

test('what can be read in a fact is told', () => {
  assert.deepEqual(readableParts(fact(1)), []);
  const said = { ...fact(1), body: { why: 'Ada was late', mail: 'ada@example.org', when: '2026-11-30T12:00:00.000Z' } };
  assert.deepEqual(readableParts(said), ['Ada was late', 'ada@example.org']);
});
