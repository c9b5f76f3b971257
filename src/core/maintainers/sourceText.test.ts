import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { draw, seededRandom } from '../std.ts';
import { pathOnDisk, printedBytes, readableText, sourceText } from './sourceText.ts';

const perl = spawnSync('perl', ['-v']).status === 0;

test('bytes that are no UTF-8 come out as perl writes them', { skip: !perl && 'because perl is not installed' }, () => {
  const random = seededRandom('bytes');
  const parts = [
    [0x41],
    [0xc3, 0xa9],
    [0xe2, 0x82, 0xac],
    [0xf0, 0x9f, 0x90, 0xa7],
    [0xe9],
    [0xc3],
    [0xfc, 0x41],
    [0xf0, 0x9f],
    [0xe2, 0x28],
    [0xc0, 0x80],
    [0xed, 0xa0, 0x80],
    [0xef, 0xbf, 0xbf],
    [0xef, 0xb7, 0x90],
    [0xf4, 0x8f, 0xbf, 0xbe],
    [0xf4, 0x90, 0x80, 0x80],
    [0xe0, 0x80, 0x80],
    [0xef, 0xbb, 0xbf],
    [0x0a],
  ];
  for (let run = 0; run < 40; run++) {
    const bytes = Uint8Array.from(Array.from({ length: 12 }, () => draw(parts, random) ?? []).flat());
    const copy = ['-e', 'use open qw(:std :encoding(UTF-8)); local $/; print <STDIN>'];
    const input = Buffer.concat([bytes, Buffer.from(run % 2 === 0 ? 'end\n' : '')]);
    const { stdout } = spawnSync('perl', copy, { input });
    const ours = printedBytes(sourceText(input, { unicode: true }), { unicode: true });
    assert.equal(Buffer.from(ours).toString(), stdout.toString(), input.toString('hex'));
  }
});

test('a sign that the end of the file broke off is lost, as perl loses it', () => {
  assert.equal(sourceText(Uint8Array.from([0x41, 0xe2, 0x82]), { unicode: true }), 'A');
  assert.equal(sourceText(Uint8Array.from([0x41, 0xe9, 0x0a]), { unicode: true }), 'A\\xE9\n');
});

test('what the script took from its command line is found on the disk', () => {
  assert.equal(pathOnDisk('lib/Ã©.c'), 'lib/é.c');
  for (const path of ['lib/a.c', 'lib/Ł.c', 'lib/\xe9.c']) assert.equal(pathOnDisk(path), path);
});

test('older scripts hand every byte through, and a person reads UTF-8', () => {
  const all = Uint8Array.from({ length: 20_000 }, (_, at) => at % 256);
  const bytes = { unicode: false };
  assert.deepEqual(printedBytes(sourceText(all, bytes), bytes), all);
  assert.equal(readableText(sourceText(new TextEncoder().encode('Łukasz'), bytes), bytes), 'Łukasz');
});
