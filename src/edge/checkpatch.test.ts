import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeFiles } from '../../test/world/gitFolder.ts';
import { kernelTree, noKernelTree } from '../../test/world/kernelTree.ts';
import { checkpatch } from './checkpatch.ts';
import { formatPatch } from './git/formatPatch.ts';
import { withTempFolder } from './tempFolder.ts';

const tree = kernelTree();

/** A patch of a real file of the tree, written into the folder. */
async function patchOf(folder: string, from: string, to: string, message: string): Promise<string> {
  const path = 'mm/vmalloc.c';
  const before = readFileSync(join(tree ?? '', path));
  const after = Buffer.from(
    before.toString('latin1').replace(from, () => to),
    'latin1',
  );
  const { mail } = await formatPatch({
    tree: tree ?? '',
    path,
    before,
    after,
    message,
    author: { name: 'A Person', email: 'person@example.org' },
    date: new Date('2026-01-02T03:04:05Z'),
    repository: { kind: 'none', because: 'a file of its own' },
  });
  const file = join(folder, 'a patch.patch');
  writeFileSync(file, mail);
  return file;
}

const include = '#include <linux/vmalloc.h>\n';
const good = 'mm/vmalloc: say something\n\nThis line says why, in some words.\n\n';
const signed = `${good}Signed-off-by: A Person <person@example.org>\n`;

test('a clean patch holds', async (t) => {
  if (!tree) return t.skip(noKernelTree);
  await withTempFolder(async (folder) => {
    const patch = await patchOf(folder, include, `${include}#include <linux/overflow.h>\n`, signed);
    const { check, problems } = await checkpatch(tree, patch);
    assert.deepEqual(problems, []);
    assert.deepEqual(check, {
      check: 'checkpatch --strict',
      verdict: 'holds',
      seen: 'It objects to nothing.',
    });
  });
});

test('a sign-off that is still missing does not count when it is expected, and does otherwise', async (t) => {
  if (!tree) return t.skip(noKernelTree);
  await withTempFolder(async (folder) => {
    const patch = await patchOf(folder, include, `${include}#include <linux/overflow.h>\n`, good);
    const text = 'Missing Signed-off-by: line(s)';
    const problem = { severity: 'error', type: 'MISSING_SIGN_OFF', text, expected: true };
    const lenient = await checkpatch(tree, patch, ['MISSING_SIGN_OFF']);
    assert.deepEqual(lenient.problems, [problem]);
    assert.deepEqual([lenient.check.verdict, lenient.check.details], ['holds', [`ERROR:MISSING_SIGN_OFF: ${text}`]]);
    assert.equal(lenient.check.seen, 'It objects to nothing but what is not counted: MISSING_SIGN_OFF.');
    const strict = await checkpatch(tree, patch);
    assert.deepEqual([strict.check.verdict, strict.problems], ['fails', [{ ...problem, expected: false }]]);
  });
});

test('each problem has its type, its place in the patch and in the tree', async (t) => {
  if (!tree) return t.skip(noKernelTree);
  await withTempFolder(async (folder) => {
    const bad = `${include}int  a[3]={1,2,3};\nint b = sizeof a ; \nint c = b == NULL;\n`;
    const patch = await patchOf(folder, include, bad, signed);
    const { check, problems } = await checkpatch(tree, patch);
    assert.equal(check.verdict, 'fails');
    const lines = readFileSync(patch, 'utf8').split('\n');
    const file = readFileSync(join(tree, 'mm/vmalloc.c'), 'utf8').replace(include, bad).split('\n');
    const found = problems.find((problem) => problem.type === 'TRAILING_WHITESPACE');
    assert.deepEqual(
      [found?.severity, found?.text, found?.place?.file],
      ['error', 'trailing whitespace', 'mm/vmalloc.c'],
    );
    assert.equal(lines[(found?.line ?? 0) - 1], '+int b = sizeof a ; ');
    assert.equal(file[(found?.place?.line ?? 0) - 1], 'int b = sizeof a ; ');
    assert.ok(problems.some((problem) => problem.severity === 'warning' && problem.type === 'SIZEOF_PARENTHESIS'));
    assert.ok(problems.some((problem) => problem.severity === 'check'));
    assert.ok(check.details?.some((line) => line.startsWith('ERROR:TRAILING_WHITESPACE: ')));
  });
});

test('what a person keeps in their home folder does not change the answer; what is no patch fails', async (t) => {
  if (!tree) return t.skip(noKernelTree);
  await withTempFolder(async (folder) => {
    writeFiles(folder, { '.checkpatch.conf': '--ignore MISSING_SIGN_OFF\n--no-such-option\n', 'no.patch': 'Hello.\n' });
    const before = process.env['HOME'];
    process.env['HOME'] = folder;
    try {
      const patch = await patchOf(folder, include, `${include}#include <linux/overflow.h>\n`, good);
      assert.equal((await checkpatch(tree, patch)).problems[0]?.type, 'MISSING_SIGN_OFF');
    } finally {
      process.env['HOME'] = before;
    }
    const { check, problems } = await checkpatch(tree, join(folder, 'no.patch'));
    assert.deepEqual([check.verdict, problems[0]?.type], ['fails', 'NOT_UNIFIED_DIFF']);
    const none = await checkpatch(tree, join(folder, 'none.patch'));
    assert.equal(none.check.verdict, 'unknown');
    assert.match(none.check.seen, /No such file/);
  });
});

test('without the script, or without perl, it is unknown, with what settles it', async () => {
  await withTempFolder(async (folder) => {
    const tree = join(folder, 'a tree');
    mkdirSync(tree);
    const { check } = await checkpatch(tree, '/p.patch');
    assert.deepEqual([check.verdict, check.seen], ['unknown', 'This tree has no scripts/checkpatch.pl.']);
    writeFiles(tree, { 'scripts/checkpatch.pl': 'die "no tree here\\n";' });
    assert.match((await checkpatch(tree, '/p.patch')).check.seen, /did not get to its end: no tree here$/);
    const before = process.env['PATH'];
    process.env['PATH'] = '/nonexistent';
    try {
      const { check } = await checkpatch(tree, '/p.patch');
      const again = `cd '${tree}' && perl scripts/checkpatch.pl --strict --show-types --color=never /p.patch`;
      assert.deepEqual([check.verdict, check.settle], ['unknown', `sudo apt-get install perl && ${again}`]);
    } finally {
      process.env['PATH'] = before;
    }
  });
});
