import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { allRules } from '../src/core/preflight/allRules.ts';
import { packs } from '../src/core/preflight/packs.ts';
import { gateTree } from './world/gateTree.ts';
import { commitFiles, inGit } from './world/gitFolder.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { olderThan } from './world/olderThan.ts';
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

/** Of a rule that only some maintainers have: where these wrote it down. Without it the rule is not even off. */
const documentOf = (name: string): string => {
  const pack = allRules.find((rule) => rule.name === name)?.pack;
  return packs.find((one) => one.name === pack)?.document ?? '';
};
const isInTree = (path: string): boolean => existsSync(join(tree, path));

interface Answer {
  readonly verdict: string;
  readonly problems: readonly { readonly rule: string; readonly severity: string; readonly what: string }[];
  /** Rules that the tree has no document for. */
  readonly off: readonly string[];
}

for (const rejected of rejectedPatches) {
  test(`caught: ${rejected.because}`, (t) => {
    if (kernel === undefined) return t.skip(noKernelTree);
    const { stdout, stderr } = person.run(['check', mailsOf(rejected), '--json', '--tree', tree]);
    assert.notEqual(stdout, '', stderr);
    const { verdict, problems, off } = JSON.parse(stdout) as Answer;
    const found = problems.map(({ rule }) => rule);
    const older = olderThan(kernel, '6.12');
    const unwritten = rejected.rules.filter((rule) => off.includes(rule) || !isInTree(documentOf(rule)));
    if (older !== undefined && unwritten.length > 0) return t.skip(`${older} and has no document for ${unwritten}`);
    for (const rule of rejected.rules)
      assert.ok(found.includes(rule), `${verdict}: ${JSON.stringify(problems, null, 1)}`);
    t.diagnostic(
      `${rejected.rules.join(', ')}; beside: ${found.filter((rule) => !rejected.rules.includes(rule)).join(', ')}`,
    );
  });
}
