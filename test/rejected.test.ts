import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gateTree } from './world/gateTree.ts';
import { commitFiles, inGit } from './world/gitFolder.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { type RejectedPatch, rejectedPatches } from './world/rejectedPatches.ts';
import { newPerson } from './world/runPatchling.ts';

const kernel = kernelTree();
const tree = kernel === undefined ? '' : gateTree(kernel);
const person = newPerson();

/** Commits it on the tree's base, writes its mails, and leaves the tree as it was. */
const mailsOf = ({ commits, options = [], mail }: RejectedPatch): string => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-rejected-'));
  inGit(tree, 'checkout', '--quiet', '-B', 'work', 'master');
  for (const { message, edits, author } of commits) {
    const files = Object.fromEntries(
      Object.entries(edits).map(([path, edit]) => [path, edit(readFileSync(join(tree, path), 'utf8'))]),
    );
    commitFiles(tree, files, message);
    if (author !== undefined) inGit(tree, 'commit', '--quiet', '--amend', '--no-edit', `--author=${author}`);
  }
  inGit(tree, 'format-patch', '--quiet', '--base=master', ...options, '-o', folder, 'master..work');
  inGit(tree, 'checkout', '--quiet', 'master');
  for (const name of mail ? readdirSync(folder) : []) {
    const file = join(folder, name);
    writeFileSync(file, mail?.(readFileSync(file, 'utf8')) ?? '');
  }
  return folder;
};

interface Answer {
  readonly verdict: string;
  readonly problems: readonly { readonly rule: string; readonly severity: string; readonly what: string }[];
}

for (const rejected of rejectedPatches) {
  test(`caught: ${rejected.because}`, (t) => {
    if (kernel === undefined) return t.skip(noKernelTree);
    const { stdout, stderr } = person.run(['check', mailsOf(rejected), '--json', '--tree', tree]);
    assert.notEqual(stdout, '', stderr);
    const { verdict, problems } = JSON.parse(stdout) as Answer;
    const found = problems.map(({ rule }) => rule);
    for (const rule of rejected.rules)
      assert.ok(found.includes(rule), `${verdict}: ${JSON.stringify(problems, null, 1)}`);
    t.diagnostic(
      `${rejected.rules.join(', ')}; beside: ${found.filter((rule) => !rejected.rules.includes(rule)).join(', ')}`,
    );
  });
}
