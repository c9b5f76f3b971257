import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import test, { after } from 'node:test';
import { newPerson } from './world/runPatchling.ts';
import { subsystemTree } from './world/subsystemTree.ts';
import { type Answers, noTerminal, terminalTalk } from './world/terminalTalk.ts';

const tree = subsystemTree();
const person = newPerson();
after(() => {
  for (const folder of [tree, person.home]) rmSync(folder, { recursive: true });
});

/** The advice on a pseudo-terminal. */
const adviceAtTerminal = async (answers: Answers): Promise<string> => {
  const program = new URL('../bin/patchling', import.meta.url).pathname;
  const env = { PATH: process.env['PATH'], HOME: person.home, TERM: 'xterm', NO_COLOR: '1' };
  return (await terminalTalk(`${program} subsystem --tree ${tree}`, env, answers)).replaceAll('\r', '');
};

test('four questions, each with what it is for; Enter leaves one out; what is no number is asked again', {
  skip: noTerminal,
}, async () => {
  const screen = await adviceAtTerminal([
    [/Hours a week\?.*> /, 'many\r'],
    [/A number, please[\s\S]*Hours a week\?.*> /, '3\r'],
    [/Months left\?.*> /, '\r'],
    [/What interests you\?.*> /, 'file systems\r'],
    [/Hardware at hand.*> /, '\r'],
  ]);
  assert.match(screen, /You said: 3 hours a week; interests: file\s+systems; no hardware\s+named\./);
  assert.match(screen, /^1\. MADE FILE SYSTEM/m);
});

test('the last answers stand there again, and Enter keeps them', { skip: noTerminal }, async () => {
  const screen = await adviceAtTerminal([
    [/Hours a week\?.*\[3\] > /, '20\r'],
    [/Months left\?.* > /, '\r'],
    [/What interests you\?.*\[file systems\] > /, '\r'],
    [/Hardware at hand.*> /, '\r'],
  ]);
  assert.match(screen, /Since the last time\n• You have 20 hours a week now; it was 3\./);
});
