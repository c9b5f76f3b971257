import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { isRunning, ownMark } from './processMark.ts';

test('this process runs; one that ended does not, even when its number is used again', async (t) => {
  assert.equal(isRunning(ownMark()), true);
  const child = spawn('true');
  await once(child, 'exit');
  assert.equal(isRunning(`${child.pid}-0`), false);
  for (const mark of ['', 'x', '-1-2', `${process.pid}`]) assert.equal(isRunning(mark), false, mark);
  if (!existsSync('/proc/self/stat')) return t.skip('because there is no /proc here that says when a process began');
  assert.equal(isRunning(`${process.pid}-1`), false);
});
