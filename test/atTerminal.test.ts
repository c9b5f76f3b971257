import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { shellCommand } from '../src/edge/shellCommand.ts';
import { newPerson } from './world/runPatchling.ts';
import { smallTree } from './world/smallTree.ts';
import { type Answers, noTerminal, terminalTalk } from './world/terminalTalk.ts';

const tree = smallTree();
const person = newPerson();
after(() => {
  for (const folder of [tree, temporary, person.home]) rmSync(folder, { recursive: true });
});
const temporary = mkdtempSync(join(tmpdir(), 'patchling-terminal-'));

interface Talk {
  readonly out: string;
  readonly answers: Answers;
  readonly editor?: string;
}

/** `fix` on a pseudo-terminal; what was on its screen, and the exit status that a shell sees. */
const fixAtTerminal = async ({ out, answers, editor = 'true' }: Talk) => {
  const program = new URL('../bin/patchling', import.meta.url).pathname;
  const words = [program, 'fix', 'drivers/made/made.c:13', '--tree', tree, '--out', out];
  const command = `trap : INT; ${shellCommand(words)}; echo "status $?"`;
  const env = {
    PATH: process.env['PATH'],
    HOME: person.home,
    TERM: 'xterm',
    TMPDIR: temporary,
    EDITOR: editor,
    ...person.identity,
  };
  const screen = await terminalTalk(command, env, answers);
  return { screen, status: Number(/status (\d+)/.exec(screen)?.[1] ?? Number.NaN) };
};

const out = (): string => mkdtempSync(join(person.home, 'out-'));

test('the questions, the editor and the certificate end in a signed patch in the person’s words', {
  skip: noTerminal,
}, async () => {
  const folder = out();
  const { screen, status } = await fixAtTerminal({
    out: folder,
    answers: [
      [/1\. [\s\S]*> /, 'It comes from user space.\r'],
      [/2\. [\s\S]*> /, '\u0004'],
      [/3\. [\s\S]*> /, '\r'],
      [/sign off as Grace Made <grace@made\.example>\? \[y\/N\] /, 'y\r'],
    ],
    editor: 'sed -i s/user.space/USER/',
  });
  assert.equal(status, 0, screen);
  const [name = ''] = readdirSync(folder);
  const mail = readFileSync(join(folder, name), 'utf8');
  assert.match(mail, /\n\nIt comes from USER\.\n\n/);
  assert.match(mail, /^Signed-off-by: Grace Made/m);
});

test('Ctrl-C at a question and in the editor: 130, nothing written, nothing left', { skip: noTerminal }, async () => {
  for (const [answers, editor] of [
    [[[/1\. [\s\S]*> /, '\u0003']], 'true'],
    [
      [
        [/1\. [\s\S]*> /, 'a\r'],
        [/2\. [\s\S]*> /, '\r'],
        [/3\. [\s\S]*> /, '\r'],
        [/editing/, '\u0003'],
      ],
      'echo editing; exec sleep 20; echo',
    ],
  ] as const) {
    const folder = out();
    const { screen, status } = await fixAtTerminal({ out: folder, answers, editor });
    assert.equal(status, 130, screen);
    assert.doesNotMatch(screen, /\.[jt]s:\d+/);
    assert.deepEqual(readdirSync(folder), []);
  }
  assert.deepEqual(readdirSync(temporary), []);
});
