import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { inGit } from '../../test/world/gitFolder.ts';
import { smallTree } from '../../test/world/smallTree.ts';
import { mediaPerFolder } from '../core/subsystem/patchPerFolder.ts';
import { Trouble } from '../core/trouble.ts';
import { createHost, type Host } from '../edge/host.ts';
import { openJournal } from '../edge/journal.ts';
import { writePatches } from './writePatches.ts';

const folder = mkdtempSync(join(tmpdir(), 'patchling-write-'));
const trees: string[] = [];
after(() => {
  for (const path of [folder, ...trees]) rmSync(path, { recursive: true });
});

const now = (): Date => new Date('2026-11-24T04:00:00Z');
let runs = 0;

/** A host at a fixed time, with a journal of its own. */
const hostOfRun = (): Host => ({
  ...createHost(),
  now,
  journal: openJournal(join(folder, `journal${runs++}`), { now, by: 'test' }),
});

const treeWith = (files: Readonly<Record<string, string>>): string => {
  const tree = smallTree(files);
  trees.push(tree);
  return tree;
};

interface Order {
  readonly tree: string;
  readonly places: readonly string[];
}

/** The patches for places `PATH:LINE` or `PATH:LINE:COLUMN`, each with its mail. */
const written = async ({ tree, places }: Order) => {
  const out = join(folder, `out${runs}`);
  const outcome = await writePatches(hostOfRun(), {
    tree,
    places: places.map((place) => {
      const [path = '', line, column] = place.split(':');
      return { path, line: Number(line), ...(column === undefined ? {} : { column: Number(column) }) };
    }),
    why: 'Because of this.',
    signoff: false,
    out,
  });
  assert.ok(outcome.kind === 'written');
  return outcome.patches.map((one) => ({ ...one, mail: readFileSync(one.patch, 'latin1') }));
};

/** A file of the tree after `git apply` of all patches, of which each fits the tree by itself. */
const applied = (tree: string, patches: readonly { readonly patch: string }[], path: string): string => {
  for (const { patch } of patches) inGit(tree, 'apply', '--check', patch);
  const to = mkdtempSync(join(folder, 'applied-'));
  inGit(to, 'init', '--quiet');
  inGit(to, '--work-tree', tree, 'add', '--all');
  inGit(to, 'commit', '--quiet', '--message=made');
  inGit(to, '-c', 'core.autocrlf=false', 'reset', '--quiet', '--hard');
  for (const { patch } of patches) inGit(to, 'apply', patch);
  return readFileSync(join(to, path), 'latin1');
};

const PATH = 'drivers/made/a.c';

test('two sites of one function are one patch, which names the function once', async () => {
  const source = `#include <linux/slab.h>\n\nstatic int both(int n)\n{\n\tu32 *a = kmalloc(n * sizeof(*a), GFP_KERNEL);\n\tu32 *b = kzalloc(n * sizeof(*b), GFP_KERNEL);\n\n\treturn a && b;\n}\n`;
  const tree = treeWith({ [PATH]: source });
  const patches = await written({ tree, places: [`${PATH}:6`, `${PATH}:5`] });
  const [{ mail, subject, sites } = assert.fail()] = patches;
  assert.equal(patches.length, 1);
  assert.equal(subject, 'made: use kmalloc_array() and kcalloc() in both()');
  assert.deepEqual(
    sites.map(({ line }) => line),
    [5, 6],
  );
  assert.match(
    mail,
    /\nThe edits were made by Patchling \S+, rule allocator-arithmetic\.\ndrivers\/made\/a\.c:5 \(product\)\n/,
  );
  const after = source
    .replace('kmalloc(n * sizeof(*a),', 'kmalloc_array(n, sizeof(*a),')
    .replace('kzalloc(n * sizeof(*b),', 'kcalloc(n, sizeof(*b),');
  assert.equal(applied(tree, patches, PATH), after);
});

test('two sites on one line', async () => {
  const source = `#include <linux/slab.h>\n\nstatic void both(u32 **a, u64 **b, int n)\n{\n\t*a = kmalloc(n * sizeof(u32), 0), *b = kzalloc(n * sizeof(u64), 0);\n}\n`;
  const tree = treeWith({ [PATH]: source });
  const patches = await written({ tree, places: [`${PATH}:5:41`, `${PATH}:5:7`] });
  const text = applied(tree, patches, PATH);
  assert.match(text, /\*a = kmalloc_array\(n, sizeof\(u32\), 0\), \*b = kcalloc\(n, sizeof\(u64\), 0\);/);
});

test('the include that two sites need is added once', async () => {
  const source = `#include <linux/vmalloc.h>\n\nstatic void *one(int n)\n{\n\treturn vmalloc_user(n * sizeof(u32));\n}\n\nstatic void *two(int n)\n{\n\treturn vmalloc_32(n * sizeof(u64));\n}\n`;
  const tree = treeWith({ [PATH]: source, 'include/linux/vmalloc.h': 'void *vmalloc_user(size_t size);\n' });
  const patches = await written({ tree, places: [`${PATH}:5`, `${PATH}:10`] });
  const text = applied(tree, patches, PATH);
  assert.equal(text.match(/#include <linux\/overflow\.h>/g)?.length, 1);
  assert.equal(text.match(/array_size\(n, /g)?.length, 2);
});

test('a file with ends of lines as DOS has them keeps them', async () => {
  const source = `#include <linux/slab.h>\n\nstatic int both(int n)\n{\n\tu32 *a = kmalloc(n * sizeof(*a), GFP_KERNEL);\n\n\n\n\n\n\n\n\tu32 *b = kzalloc(n * sizeof(*b), GFP_KERNEL);\n\n\treturn a && b;\n}\n`;
  const tree = treeWith({ [PATH]: source.replaceAll('\n', '\r\n') });
  const text = applied(tree, await written({ tree, places: [`${PATH}:5`, `${PATH}:13`] }), PATH);
  assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
  assert.match(text, /kmalloc_array\(n, sizeof\(\*a\)[\s\S]*kcalloc\(n, sizeof\(\*b\)/);
});

test('one allocation within the other is refused with what to do', async () => {
  const source = `#include <linux/slab.h>\n\nstatic void *in(int n)\n{\n\treturn krealloc(kmalloc(n * sizeof(u32), GFP_KERNEL), n * sizeof(u64), GFP_KERNEL);\n}\n`;
  const slab =
    '#include <linux/overflow.h>\nvoid *kmalloc_array(size_t n, size_t s, gfp_t f);\nvoid *krealloc_array(void *p, size_t n, size_t s, gfp_t f);\n';
  const tree = treeWith({ [PATH]: source, 'include/linux/slab.h': slab });
  await assert.rejects(written({ tree, places: [`${PATH}:5:9`, `${PATH}:5:18`] }), (error) => {
    assert.ok(error instanceof Trouble);
    assert.match(error.words.what, /touch the same text/);
    return true;
  });
});

const MEDIA = {
  [mediaPerFolder.source.file]:
    'Media\n=====\n\nStyle Cleanup Patches\n---------------------\n\nAll in one, or at least be grouped per directory.\n',
};
const CAM = `#include <linux/slab.h>\n\nstatic u32 *cam(int n)\n{\n\treturn kmalloc(n * sizeof(u32), GFP_KERNEL);\n}\n`;
const CAMS = {
  'drivers/media/pci/one/one.c': CAM,
  'drivers/media/pci/two/two.c': CAM,
  'drivers/media/usb/three/three.c': CAM,
};

test('one patch a folder where the tree’s document asks for it, one a file where it does not', async () => {
  const places = Object.keys(CAMS).map((path) => `${path}:5`);
  const asked = treeWith({ ...CAMS, ...MEDIA });
  const perFolder = await written({ tree: asked, places });
  assert.deepEqual(
    perFolder.map(({ subject, wished }) => [subject, wished?.folder]),
    [
      ['media: pci: use kmalloc_array()', 'drivers/media/pci'],
      ['media: three: use kmalloc_array() in cam()', undefined],
    ],
  );
  assert.match(perFolder[0]?.wished?.where ?? '', /maintainer-entry-profile\.rst, "Style Cleanup Patches"/);
  assert.match(perFolder[0]?.mail ?? '', /\n- one\/one\.c, cam\(\): n \* sizeof\(u32\)\n- two\/two\.c, cam\(\): /);
  assert.match(applied(asked, perFolder, 'drivers/media/pci/two/two.c'), /kmalloc_array/);
  const perFile = await written({ tree: treeWith(CAMS), places });
  assert.deepEqual(
    perFile.map(({ subject }) => subject),
    [
      'media: one: use kmalloc_array() in cam()',
      'media: two: use kmalloc_array() in cam()',
      'media: three: use kmalloc_array() in cam()',
    ],
  );
});

test('the same order gives the same bytes', async () => {
  const order = { tree: treeWith({ ...CAMS, ...MEDIA }), places: Object.keys(CAMS).map((path) => `${path}:5`) };
  const mails = async (places: readonly string[]) => (await written({ ...order, places })).map(({ mail }) => mail);
  assert.deepEqual(await mails(order.places), await mails(order.places.toReversed()));
});

test('in a repository the patch is based on its head, and prefixes are those of its history', async () => {
  const tree = treeWith({ ...CAMS, ...MEDIA });
  inGit(tree, 'init', '--quiet', '--initial-branch=main');
  inGit(tree, 'add', '--all');
  inGit(tree, 'commit', '--quiet', '--message=media: cams: add them');
  const [first = assert.fail()] = await written({ tree, places: Object.keys(CAMS).map((path) => `${path}:5`) });
  assert.ok(first.mail.includes(`\nbase-commit: ${inGit(tree, 'rev-parse', 'HEAD')}\n`));
  assert.match(first.subject, /^media: /);
  inGit(tree, 'am', '--quiet', first.patch);
  assert.match(inGit(tree, 'show', '--stat', '--format='), /2 files changed/);
});
