import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from './run.ts';
import { shellCommand } from './shellCommand.ts';

test('a shell reads back the same words', async () => {
  const words = ['plain/path-1.c', '', 'two words', "it's", '$HOME', '`id`', '*', 'a\nb', '~', 'é', '#', '--x=1'];
  const { stdout } = await run(['sh', '-c', `printf '%s\\0' ${shellCommand(words)}`]);
  assert.deepEqual(stdout.split('\0').slice(0, -1), words);
});

test('what needs no quotes gets none', () => {
  assert.equal(shellCommand(['git', 'am', './a.patch']), 'git am ./a.patch');
});
