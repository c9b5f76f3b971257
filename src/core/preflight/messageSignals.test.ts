import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prose } from '../patch/prose.ts';
import { readSeries } from '../series/readSeries.ts';
import { changedLines, contentWords, messageSignals, sentencesOf, shownWords } from './messageSignals.ts';
import type { Sample } from './sample.ts';
import { writeSample } from './writeSample.ts';

const patchOf = (sample: Sample) => {
  const [patch] = readSeries([{ file: 'a.patch', source: writeSample(sample) }]).patches;
  assert.ok(patch);
  return patch;
};
const signals = (body: string) => messageSignals(patchOf({ body }));

test('reasons, symptoms, scenes and numbers are told', () => {
  const { hasCause, hasSymptom, hasScene, hasMeasure, sentences } = signals(
    'The machine crashes when a disk is removed, because it is freed. It took 12 ms.',
  );
  assert.deepEqual([hasCause, hasSymptom, hasScene, hasMeasure, sentences], [true, true, true, true, 2]);
});

test('a plain order has none of them', () => {
  const { hasCause, hasSymptom, hasScene, hasMeasure, hasEvidence, words } = signals('Count the objects of the list.');
  assert.deepEqual(
    [hasCause, hasSymptom, hasScene, hasMeasure, hasEvidence, words],
    [false, false, false, false, false, 6],
  );
});

test('what is quoted is evidence, not prose', () => {
  const { hasEvidence, words } = signals('It says:\n\n\tBUG: unable to handle it\n\tCall Trace:\n\nFree it once.');
  assert.deepEqual([hasEvidence, words], [true, 5]);
});

test('forms of a word are one, names are taken apart, grammar is dropped', () => {
  assert.deepEqual(
    [...contentWords('Counting the counted counts of dma_buf and listHead')],
    ['count', 'dma', 'buf', 'list', 'head'],
  );
});

test('sentences do not end within e.g. or a file name', () => {
  const [paragraph] = prose(patchOf({ body: 'See foo.c, e.g. the loop. It counts twice! Why?' }));
  assert.ok(paragraph);
  assert.equal(sentencesOf(paragraph).length, 3);
});

test('what the diff shows is known', () => {
  const patch = patchOf({});
  assert.ok(shownWords(patch).has('slub'));
  assert.ok(shownWords(patch).has('second'));
  assert.equal(changedLines(patch), 2);
});
