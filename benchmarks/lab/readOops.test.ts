import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { TraceBank } from '../../src/core/evidence/traceBank.ts';
import { readOops } from './readOops.ts';

const real = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/data/evidence/${name}`));

test('an oops is taken apart into what is asked of everybody', () => {
  const bank = JSON.parse(new TextDecoder().decode(real('stumbler.bank.json'))) as TraceBank;
  const oops = readOops(real('stumbler.oops.txt'));
  assert.deepEqual(oops?.lines, bank.lines);
  assert.equal(oops?.release, bank.release);
  const frames = oops?.frames.map(({ function: name, size, module }) => ({ name, size, module }));
  assert.deepEqual(
    frames,
    bank.frames.map(({ function: name, size, module }) => ({ name, size, module })),
  );
});

test('of a log without an oops nothing is made', () => {
  assert.equal(readOops(real('boot-6.1.dmesg.txt')), undefined);
});
