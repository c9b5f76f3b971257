import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reported } from './progress.ts';

const all = async <Step, Result>(steps: AsyncGenerator<Step, Result>) => {
  const seen: Step[] = [];
  for (let next = await steps.next(); ; next = await steps.next()) {
    if (next.done) return { seen, result: next.value };
    seen.push(next.value);
  }
};

test('reports come in order, none is lost, and the result at the end', async () => {
  const steps = reported<number, string>(async (report) => {
    for (let at = 0; at < 5; at++) {
      report(at);
      if (at % 2 === 0) await new Promise((done) => setTimeout(done, 2));
    }
    return 'done';
  });
  assert.deepEqual(await all(steps), { seen: [0, 1, 2, 3, 4], result: 'done' });
  assert.deepEqual(await all(reported(async () => 'at once')), { seen: [], result: 'at once' });
});

test('what goes wrong is thrown after the reports before it', async () => {
  const seen: number[] = [];
  const steps = reported<number, void>(async (report) => {
    report(1);
    throw new Error('as it happens');
  });
  await assert.rejects(async () => {
    for await (const step of steps) seen.push(step);
  }, /as it happens/);
  assert.deepEqual(seen, [1]);
});

test('leaving early stops the work and waits for its end', async () => {
  let putAway = false;
  const steps = reported<number, void>(async (report, signal) => {
    report(1);
    await new Promise((stopped) => signal.addEventListener('abort', stopped));
    await new Promise((done) => setTimeout(done, 20));
    putAway = true;
  });
  for await (const step of steps) if (step === 1) break;
  assert.equal(putAway, true);
});
