import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { inGit } from './world/gitFolder.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { newPerson } from './world/runPatchling.ts';

// What `start` and `fix` wrote on a tree without a history: prepared, checked, and taken by git am.

const kernel = kernelTree() ?? '';
const skip = kernel === '' ? noKernelTree : false;
const person = newPerson();
const folder = mkdtempSync(join(tmpdir(), 'patchling-loose-'));
const why =
  'The count comes from the device, which may lie. A product that wraps allocates too little, and what is behind is overwritten.';

interface Prepared {
  readonly patches: readonly string[];
  readonly cover: string | null;
  readonly base: string | null;
  readonly folder: string;
  readonly next: string;
  readonly recipients: readonly { readonly address: string }[];
  readonly check: {
    readonly problems: readonly { readonly rule: string; readonly severity: string; readonly what: string }[];
  };
}

const json = (words: readonly string[]): unknown => {
  const { status, stdout, stderr } = person.run([...words, '--tree', kernel, '--json'], { cwd: folder });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
};

/** A repository with the files that the patches change, as they are in the tree. */
const throwAway = (patches: readonly string[]): string => {
  const work = mkdtempSync(join(tmpdir(), 'patchling-am-'));
  inGit(work, 'init', '--quiet', '--initial-branch=main');
  for (const patch of patches) {
    for (const [, path = ''] of readFileSync(patch, 'utf8').matchAll(/^--- a\/(.*)$/gm)) {
      mkdirSync(dirname(join(work, path)), { recursive: true });
      cpSync(join(kernel, path), join(work, path));
    }
  }
  inGit(work, 'add', '.');
  inGit(work, 'commit', '--quiet', '--message=before');
  return work;
};

test('the patch of start: prepared, without an error but what only the person can mend, taken by git am', {
  skip,
}, () => {
  const started = json(['start', '--seed', '11', '--no-compile']) as {
    patch: string;
    site: { path: string; line: number };
  };
  const place = `${started.site.path}:${started.site.line}`;
  const fixed = json(['fix', place, '--why', why, '--signoff', '--out', dirname(started.patch)]) as { patch: string };
  const made = json(['prepare', fixed.patch]) as Prepared;
  assert.equal(made.patches.length, 1);
  assert.equal(made.cover, null);
  assert.equal(made.base, null);
  assert.ok(made.recipients.length > 0);
  assert.deepEqual(
    made.check.problems.filter(({ severity }) => severity === 'error'),
    [],
  );
  const mail = readFileSync(made.patches[0] ?? '', 'utf8');
  assert.match(mail, /^The edit was made by Patchling/m);
  assert.match(mail, /^change-id: /m);
  const work = throwAway(made.patches);
  inGit(work, 'am', '--quiet', ...made.patches);
  assert.match(inGit(work, 'log', '-1', '--format=%b'), /Signed-off-by: Grace Made <grace@made\.example>/);
  assert.doesNotMatch(inGit(work, 'log', '-1', '--format=%b'), /The edit was made by/);
  inGit(work, 'apply', '--check', '--reverse', ...made.patches);
});

test('several sites of one subsystem: a series with one cover letter', { skip }, () => {
  const out = join(folder, 'several');
  const found = person.run(['find', '--subsystem', 'BTRFS', '--json', '--tree', kernel]);
  const sites = found.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { path: string; line: number; fix: string })
    .filter(({ fix }) => fix === 'ready')
    .slice(0, 3);
  assert.ok(sites.length > 1);
  json(['fix', ...sites.map(({ path, line }) => `${path}:${line}`), '--why', why, '--signoff', '--out', out]);
  const cover = join(folder, 'cover.txt');
  writeFileSync(cover, 'btrfs: let helpers compute sizes\n\nEach of them may wrap.\n');
  const made = json(['prepare', out, '--cover-file', cover]) as Prepared;
  assert.equal(made.patches.length, new Set(sites.map(({ path }) => path)).size);
  const work = throwAway(made.patches);
  inGit(work, 'am', '--quiet', ...made.patches);
  assert.equal(inGit(work, 'rev-list', '--count', 'HEAD'), String(made.patches.length + 1));
  // And as it is said, with the cover letter among the mails.
  assert.ok(made.next.includes(`git am --empty=drop ${made.folder}/*.patch`), made.next);
  inGit(work, 'reset', '--quiet', '--hard', `HEAD~${made.patches.length}`);
  inGit(work, 'am', '--quiet', '--empty=drop', made.cover ?? '', ...made.patches);
});
