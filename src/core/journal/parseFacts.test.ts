import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Fact } from './fact.ts';
import { parseFacts } from './parseFacts.ts';

const site = { rule: 'allocator-arithmetic', path: 'mm/ä.c', line: 12, function: 'f', expression: 'n * sizeof(*p)' };
const stamp = { at: '2026-11-23T18:00:00.000Z', by: 'patchling 0.1.0', v: 1 } as const;
const facts: readonly Fact[] = [
  { ...stamp, kind: 'tree-chosen', tree: '/t', version: '6.12.117' },
  { ...stamp, kind: 'tree-chosen', tree: '/t', version: '6.12.117', digest: 'abc' },
  { ...stamp, kind: 'site-drawn', tree: '/t', site, seed: '4711' },
  { ...stamp, kind: 'patch-written', patch: 'a.patch', subject: 'mm: ¿qué?', tree: '/t', site, sha256: 'ff' },
  { ...stamp, kind: 'check-made', patch: 'a.patch', sha256: 'ff', check: 'checkpatch', verdict: 'holds', seen: 'ok' },
  { ...stamp, kind: 'dropped', patch: 'a.patch', because: 'somebody has sent it' },
  { ...stamp, kind: 'note-written', words: 'two\nlines' },
];
const textOf = (list: readonly unknown[]): string => list.map((one) => `${JSON.stringify(one)}\n`).join('');

test('every kind of fact comes back as it was written', () => {
  assert.deepEqual(parseFacts(textOf(facts)), { facts, unknown: [], problems: [] });
});

test('an empty journal, empty lines, CRLF and a byte order mark are no problem', () => {
  assert.deepEqual(parseFacts(''), { facts: [], unknown: [], problems: [] });
  const text = `\uFEFF${textOf(facts).replaceAll('\n', '\r\n\n')}`;
  assert.deepEqual(parseFacts(text), { facts, unknown: [], problems: [] });
});

test('what a newer version wrote is kept, with its line', () => {
  const newKind = { ...stamp, kind: 'mail-offered', messageId: '<1@x>' };
  const newForm = { ...facts[0], v: 2, tree: { folder: '/t' } };
  const read = parseFacts(textOf([newKind, facts[2], newForm]));
  assert.deepEqual(read.facts, [facts[2]]);
  assert.deepEqual(read.problems, []);
  assert.deepEqual(read.unknown, [
    { line: 1, kind: 'mail-offered', text: JSON.stringify(newKind) },
    { line: 3, kind: 'tree-chosen', text: JSON.stringify(newForm) },
  ]);
});

test('a field that a newer version added to a known fact is kept', () => {
  const more = { ...facts[0], why: 'it was asked for' };
  assert.deepEqual(parseFacts(textOf([more])).facts, [more]);
});

test('a line that is no fact costs that line only, and is named', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['}{', 'this is not a fact'],
    ['null', 'this is not a fact'],
    ['[]', 'this is not a fact'],
    ['{"v":1,"kind":7}', 'this is not a fact'],
    ['{"kind":"dropped"}', 'dropped: v is not a number'],
    [JSON.stringify({ ...facts[5], at: 'soon' }), 'dropped: at is not a time'],
    [JSON.stringify({ ...facts[5], patch: undefined }), 'dropped: patch is not a text'],
    [JSON.stringify({ ...facts[2], site: { ...site, line: 0 } }), 'site-drawn: site line is not a line number'],
    [JSON.stringify({ ...facts[2], site: null }), 'site-drawn: site is not an object'],
    [JSON.stringify({ ...facts[4], verdict: 'maybe' }), 'check-made: verdict is not holds, fails or unknown'],
    [JSON.stringify({ ...stamp, kind: 'tree-chosen', tree: 1, version: '' }), 'tree-chosen: tree is not a text'],
  ];
  for (const [line, what] of cases) {
    const read = parseFacts(`${textOf([facts[0]])}${line}\n${textOf([facts[5]])}`);
    assert.deepEqual(read, { facts: [facts[0], facts[5]], unknown: [], problems: [{ line: 2, what }] });
  }
});

test('names that every object has are not kinds', () => {
  const read = parseFacts(
    textOf([
      { ...stamp, kind: 'constructor' },
      { ...stamp, kind: '__proto__' },
    ]),
  );
  assert.deepEqual(
    read.unknown.map(({ kind }) => kind),
    ['constructor', '__proto__'],
  );
});

test('cut at any place, every fact before is there, and what is torn is said', () => {
  const text = textOf(facts);
  for (let end = 0; end <= text.length; end++) {
    const cut = text.slice(0, end);
    const read = parseFacts(cut);
    const whole = cut.split('\n').length - 1;
    assert.ok(read.facts.length === whole || read.facts.length === whole + 1, `cut at ${end}`);
    assert.deepEqual(read.facts, facts.slice(0, read.facts.length));
    const torn = cut !== '' && !cut.endsWith('\n') && read.facts.length === whole;
    const what = 'the last line is unfinished; it was never acknowledged';
    assert.deepEqual(read.problems, torn ? [{ line: whole + 1, what }] : []);
  }
});

test('nothing makes it throw', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.constantFrom(...facts.map((f) => JSON.stringify(f))),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n');
      const read = parseFacts(text);
      const filled = text.split('\n').filter((one) => one.trim() !== '').length;
      assert.equal(read.facts.length + read.unknown.length + read.problems.length, filled);
    }),
  );
});
