import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { createHost } from '../edge/host.ts';
import { keepAdvice, keptAdvice } from './keptAdvice.ts';

const host = createHost();
const inNew = (state: string) => ({ ...host, folders: { ...host.folders, state } });

test('what was kept is read again; what is no advice counts for none', (t) => {
  const state = mkdtempSync(join(tmpdir(), 'patchling-state-'));
  t.after(() => rmSync(state, { recursive: true }));
  const mine = inNew(join(state, 'deep'));
  assert.equal(keptAdvice(mine), undefined);
  for (const newcomer of [
    { hours: 3, months: 2.5, interests: ['networking'], hardware: [] },
    { interests: [], hardware: ['Raspberry Pi'] },
  ]) {
    const advice = { tree: '/tree', newcomer, advised: ['A', 'B'] };
    keepAdvice(mine, advice);
    assert.deepEqual(keptAdvice(mine), advice);
  }
  const file = join(state, 'deep', 'advice.json');
  const right = readFileSync(file, 'utf8');
  for (const wrong of [
    '',
    'null',
    '{}',
    right.slice(0, 40),
    right.replace('"v": 1', '"v": 2'),
    right.replace('"A"', '1'),
  ]) {
    writeFileSync(file, wrong);
    assert.equal(keptAdvice(mine), undefined, wrong);
  }
});
