import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { shellCommand } from '../src/edge/shellCommand.ts';
import { newPerson } from './world/runPatchling.ts';
import { smallTree } from './world/smallTree.ts';

const tree = smallTree();
const person = newPerson();
after(() => {
  for (const folder of [tree, temporary, person.home]) rmSync(folder, { recursive: true });
});
const temporary = mkdtempSync(join(tmpdir(), 'patchling-terminal-'));
// Made, not asked for: a machine may have the program and no terminals to give.
const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;
const skip = hasTerminal ? false : 'because `script` cannot make a terminal here';

interface Talk {
  readonly out: string;
  /** What is typed when a text is on the screen, in this order. */
  readonly answers: readonly (readonly [seen: RegExp, typed: string])[];
  readonly editor?: string;
}

/** `fix` on a pseudo-terminal; what was on its screen, and the exit status that a shell sees. */
const fixAtTerminal = ({ out, answers, editor = 'true' }: Talk) =>
  new Promise<{ screen: string; status: number | null }>((ended) => {
    const program = new URL('../bin/patchling', import.meta.url).pathname;
    const words = [program, 'fix', 'drivers/made/made.c:13', '--tree', tree, '--out', out];
    const command = `${shellCommand(words)}; echo "status $?"`;
    const child = spawn('script', ['-qec', `trap : INT; ${command}`, '/dev/null'], {
      env: {
        PATH: process.env['PATH'],
        HOME: person.home,
        TERM: 'xterm',
        TMPDIR: temporary,
        EDITOR: editor,
        ...person.identity,
      },
    });
    let [screen, from, next] = ['', 0, 0];
    child.stdout.on('data', (bytes: Buffer) => {
      screen += bytes.toString();
      for (;;) {
        const [seen, typed] = answers[next] ?? [];
        const found = seen?.exec(screen.slice(from));
        if (!found || typed === undefined) return;
        from += found.index + found[0].length;
        next++;
        child.stdin.write(typed);
      }
    });
    child.on('close', () => ended({ screen, status: Number(/status (\d+)/.exec(screen)?.[1] ?? Number.NaN) }));
  });

const out = (): string => mkdtempSync(join(person.home, 'out-'));

test('the questions, the editor and the certificate end in a signed patch in the person’s words', {
  skip,
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

test('Ctrl-C at a question and in the editor: 130, nothing written, nothing left', { skip }, async () => {
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
