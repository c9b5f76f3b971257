import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRoll } from './parseRoll.ts';

const roll = (text: string | Uint8Array) => parseRoll(typeof text === 'string' ? new TextEncoder().encode(text) : text);
const latin = (text: string) => Uint8Array.from(text, (one) => one.charCodeAt(0));

test('lists as portals export them', () => {
  const rows: readonly [string, string | Uint8Array][] = [
    ['commas', 'Name,Email\nJosé,j@made.example\n'],
    ['semicolons, CRLF, a mark, other names', '\ufeffFull Name;E-mail address;Score\r\nJosé;J@Made.example;3\r\n'],
    ['tabs, quotes', '"First name"\t"Last name"\t"Primary e-mail"\r"José"\t""\tj@made.example\r'],
    ['Latin-1', latin('name,mail\nJos\u00e9,j@made.example\n')],
    ['two-byte letters', Uint8Array.from(Buffer.from('\ufeffname,mail\nJosé,j@made.example\n', 'utf16le'))],
    ['NUL, and what turns a line around', 'name,mail\n\0José\u202e,j@made.example'],
  ];
  for (const [name, text] of rows) {
    assert.deepEqual(roll(text).people, [{ line: 2, name: 'José', address: 'j@made.example' }], name);
  }
});

test('what is unclear is said by its line, and makes nobody', () => {
  const { people, unclear } = roll(
    'name,email,status\nA,a@made.example,pending\nB,b@,x\nC,c@made.example,Declined\nA,A@made.example,x\nD,d@made.example\n,e@made.example,\n',
  );
  assert.deepEqual(
    people.map(({ line, name }) => [line, name]),
    [
      [2, 'A'],
      [7, 'e'],
    ],
  );
  assert.deepEqual(
    unclear.map(({ line }) => line),
    [3, 4, 5, 6],
  );
});

test('what is broken or too large makes nobody, and soon', () => {
  const rows: readonly [string, RegExp][] = [
    ['', /nothing in it/],
    ['name;phone\nA;1', /No column/],
    ['name,email\n"A,a@made.example\n', /quotation mark is not closed/],
    [`name,email\n"${'x'.repeat(300_000)}`, /quotation mark/],
    [`name,email\n${'A,a@made.example\n'.repeat(5001)}`, /at most 5000/],
    ['x'.repeat(2_000_001), /bytes/],
  ];
  const began = performance.now();
  for (const [text, says] of rows) {
    const { people, unclear } = roll(text);
    assert.equal(people.length, 0);
    assert.match(unclear[0]?.what ?? '', says);
  }
  assert.ok(performance.now() - began < 3000);
});
