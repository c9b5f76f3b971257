import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { allRules } from '../src/core/preflight/allRules.ts';
import { writeSample } from '../src/core/preflight/writeSample.ts';
import { gateTree } from './world/gateTree.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { newPerson } from './world/runPatchling.ts';
import { type Answers, noTerminal, terminalTalk } from './world/terminalTalk.ts';

const kernel = kernelTree();
const person = newPerson();
const folder = mkdtempSync(join(tmpdir(), 'patchling-check-'));
const program = new URL('../bin/patchling', import.meta.url).pathname;

const skipped = noTerminal || (kernel === undefined && noKernelTree);

describe('check at a terminal', { skip: skipped }, () => {
  let tree = '';
  before(() => {
    tree = gateTree(kernel ?? '');
  });
  after(() => {
    for (const one of [folder, person.home, tree]) rmSync(one, { recursive: true });
  });

  /** `check` on a pseudo-terminal; gives the screen and what is in the file then. */
  const talk = async (words: string, answers: Answers): Promise<{ screen: string; left: string }> => {
    const file = join(folder, '0001-made.patch');
    writeFileSync(file, writeSample({ subject: '[PATCH] made: Count once.' }), 'latin1');
    const env = { PATH: process.env['PATH'], HOME: person.home, TERM: 'xterm', NO_COLOR: '1' };
    const screen = await terminalTalk(`${program} check ${words} ${file} --tree ${tree}`, env, answers);
    return { screen: screen.replaceAll('\r', ''), left: readFileSync(file, 'utf8') };
  };

  test('--fix shows the change and writes only after a yes', async () => {
    const no = await talk('--fix', [[/Write 1 file\? \[y\/N\] /, 'n\r']]);
    assert.match(no.screen, /\+Subject: \[PATCH\] made: Count once\n/);
    assert.match(no.left, /Count once\.\n/);
    const yes = await talk('--fix', [[/Write 1 file\? \[y\/N\] /, 'y\r']]);
    assert.match(yes.left, /Count once\n/);
  });

  test('where the tree asks for it, the person is asked what tools wrote; the answer is not asked for again', async () => {
    // As a newer tree has it: the headings and phrases that the rules look for.
    const newer = allRules.flatMap(({ sources }) => sources.filter(({ newerThan }) => newerThan !== undefined));
    for (const [file, sources] of Map.groupBy(newer, (source) => source.file)) {
      const said = sources.map(({ heading, phrase }) => `${heading}\n${'='.repeat(heading.length)}\n\n${phrase}.\n`);
      writeFileSync(join(tree, file), said.join('\n'));
    }
    const asked = await talk('', [[/what did it write\?.*\) /, 'Coccinelle:1.1 the edit\r']]);
    assert.match(asked.screen, /\[tools-not-disclosed\]/);
    const again = await talk('', []);
    assert.doesNotMatch(again.screen, /what did it write\?/);
    assert.match(again.screen, /\[tools-not-disclosed\]/);
  });
});
