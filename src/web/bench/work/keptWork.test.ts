import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import test, { after } from 'node:test';
import { smallTree } from '../../../../test/world/smallTree.ts';
import { createJobs } from './jobs.ts';
import { createKeptWork, type WorkState } from './keptWork.ts';

const tree = smallTree();
const noTree = smallTree({ MAINTAINERS: undefined });
const jobs = createJobs();
after(async () => {
  await jobs.stop();
  for (const folder of [tree, noTree]) rmSync(folder, { recursive: true });
});

let time = 0;
const kept = createKeptWork({ jobs, host: { now: () => new Date(time) } as never }, 'titles', 1000);
const look = (folder: string) =>
  kept.look({ key: folder, order: { tree: folder }, title: 'Reading', at: '/subsystems' });
const settled = async (folder: string): Promise<WorkState<unknown>> => {
  const state = await look(folder);
  if (!state.job) return state;
  await new Promise((resolve) => setTimeout(resolve, 50));
  return settled(folder);
};

test('what was done once is kept; what is old is shown as it is, and done again behind', async () => {
  const first = await settled(tree);
  assert.match(JSON.stringify(first.result), /"titles":\[\{"title":"MADE DRIVER","status":"Maintained"\}\]/);
  await look(tree);
  assert.equal(jobs.get('2'), undefined);
  time = 2000;
  assert.deepEqual(await look(tree), first);
  assert.ok(jobs.get('2'));
});

test('a failure is told once; who asks again has it tried again', async () => {
  const { failure } = await settled(noTree);
  assert.equal(failure?.kind === 'input' && failure.words.what, 'MAINTAINERS could not be read.');
  assert.equal(jobs.get('4'), undefined);
  assert.ok((await settled(noTree)).failure);
  assert.ok(jobs.get('4'));
});
