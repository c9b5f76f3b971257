import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coach, type Question } from './coach.ts';

const note = (rule: string): Question => ({ rule, severity: 'note' });
const asked = (...found: readonly Question[]): readonly string[] => coach(found).map(({ rule }) => rule);

test('three questions at most, the weightiest, in the order found', () => {
  const five = ['author-speaks', 'not-run', 'several-changes-told', 'fix-without-symptom', 'refers-elsewhere'].map(
    note,
  );
  assert.deepEqual(asked(...five), ['several-changes-told', 'fix-without-symptom', 'refers-elsewhere']);
});

test('questions with the same answer are asked once', () => {
  assert.deepEqual(asked(note('fix-without-symptom'), note('body-restates-diff'), note('body-thin-for-size')), [
    'body-restates-diff',
  ]);
  assert.deepEqual(asked(note('not-run'), note('not-run')), ['not-run']);
});

test('errors are kept, and an empty message is one question', () => {
  const empty: Question = { rule: 'body-empty', severity: 'error' };
  assert.deepEqual(asked(note('not-run'), empty, note('changes-not-named')), ['body-empty']);
  assert.deepEqual(asked({ ...empty, turnedOff: 'the summary says it' }, note('not-run')), ['body-empty', 'not-run']);
  assert.deepEqual(asked({ rule: 'why-not-written', severity: 'error' }, note('not-run')), [
    'why-not-written',
    'not-run',
  ]);
});

test('a question that the coach does not know is asked last', () => {
  assert.deepEqual(asked(note('new-one'), note('not-run')), ['new-one', 'not-run']);
  assert.deepEqual(
    asked(note('new-one'), note('not-run'), note('claimed-unchanged'), note('refers-elsewhere')).length,
    3,
  );
  assert.deepEqual(asked(), []);
});
