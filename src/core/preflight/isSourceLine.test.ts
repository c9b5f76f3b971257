import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSeries } from '../series/readSeries.ts';
import { canPut, isSourceLine } from './isSourceLine.ts';
import { writeSample } from './writeSample.ts';

const patchOf = (body: string, headers: Readonly<Record<string, string>> = {}) => {
  const [patch] = readSeries([{ file: 'a.patch', source: writeSample({ body, headers }) }]).patches;
  assert.ok(patch?.body[0]);
  return { mail: patch.mail, line: patch.body[0] };
};

test('a line that stands in the file as it is read', () => {
  const { mail, line } = patchOf('Zählt zweimal.');
  assert.equal(isSourceLine(mail, line), true);
});

test('a line that is encoded there, or elsewhere', () => {
  const { mail, line } = patchOf('Z=C3=A4hlt zweimal.', { 'Content-Transfer-Encoding': 'quoted-printable' });
  assert.equal(isSourceLine(mail, { ...line, text: 'Zählt zweimal.' }), false);
  assert.equal(isSourceLine(mail, { text: 'x', at: 1_000_000 }), false);
  assert.equal(isSourceLine(mail, { text: 'x', at: -1 }), false);
});

test('what may be put into a mail of another charset', () => {
  const latin = patchOf('Text.', { 'Content-Type': 'text/plain; charset=ISO-8859-1' }).mail;
  assert.deepEqual([canPut(latin, ['plain']), canPut(latin, ['plain', 'Köln'])], [true, false]);
  assert.equal(canPut(patchOf('Text.').mail, ['Köln']), true);
});

test('a line that ends in CR LF', () => {
  const { mail, line } = patchOf('Counts twice.\r');
  assert.equal(isSourceLine(mail, { ...line, text: 'Counts twice.' }), true);
  assert.equal(isSourceLine(mail, { ...line, text: 'Counts twice.\r' }), true);
});
