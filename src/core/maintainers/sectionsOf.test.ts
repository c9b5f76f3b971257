import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { kernelTree, noKernelTree } from '../../../test/world/kernelTree.ts';
import { compareText, seededRandom, shuffle } from '../std.ts';
import { indexMaintainers } from './indexMaintainers.ts';
import { parseMaintainers } from './parseMaintainers.ts';
import { sectionsOf } from './sectionsOf.ts';

const noFolders = { isFolder: () => false, unicode: true };

const owners = (text: string, path: string, folders: readonly string[] = []): string[] => {
  const index = indexMaintainers(text, { isFolder: (name) => folders.includes(name), unicode: true });
  return sectionsOf(index, path).map(({ section }) => section.title);
};

test('the most specific first, THE REST last and marked', () => {
  const text = `THE REST\nF:\t*\nF:\t*/\n\nMM\nF:\tmm/\n\nVMALLOC\nF:\tmm/vmalloc.c\n\nNAMES\nN:\tvm\n`;
  assert.deepEqual(owners(text, 'mm/vmalloc.c'), ['VMALLOC', 'MM', 'NAMES', 'THE REST']);
  assert.deepEqual(owners(text, 'README'), ['THE REST']);
  const found = sectionsOf(indexMaintainers(text, noFolders), 'mm/vmalloc.c');
  assert.deepEqual(
    found.map(({ isRest, because }) => [isRest, because.map(({ letter, value }) => `${letter}: ${value}`)]),
    [
      [false, ['F: mm/vmalloc.c']],
      [false, ['F: mm/']],
      [false, ['N: vm']],
      [true, ['F: */']],
    ],
  );
});

// What get_maintainer.pl makes of a pattern: path -> is it owned?
const patterns: readonly [string, Readonly<Record<string, boolean>>][] = [
  ['F:\tdrivers/net/', { 'drivers/net/tun.c': true, 'drivers/net/a/b.c': true, 'drivers/network.c': false }],
  ['F:\tdrivers/net/*', { 'drivers/net/tun.c': true, 'drivers/net/a/b.c': false }],
  ['F:\t*/net/*', { 'drivers/net/tun.c': true, 'net/core/dev.c': false, 'a/b/net/x.c': false }],
  ['F:\tdrivers/*/net/', { 'drivers/s390/net/a.c': true, 'drivers/a/b/net/c.c': true }],
  ['F:\tmm/vm', { 'mm/vmalloc.c': true, 'mm/vm/x.c': false, 'mm/svm.c': false }],
  ['F:\tinclude/linux/sl?b*.h', { 'include/linux/slab.h': true, 'include/linux/slob_def.h': true, 'x/slab.h': false }],
  [
    'F:\tdrivers/edac/x_*.[ch]',
    { 'drivers/edac/x_a.c': true, 'drivers/edac/x_a.h': true, 'drivers/edac/x_a.S': false },
  ],
  ['F:\tlib/a.c', { 'lib/a.c': true, 'lib/abc': false }],
  ['F:\tarch/(arm|x86)/kvm/', { 'arch/arm/kvm/a.c': true, 'arch/x86/kvm/b.c': true, 'arch/mips/kvm/c.c': false }],
  ['N:\t[^a-z]tegra', { 'drivers/clk/tegra.c': true, 'drivers/integra.c': false }],
  ['N:\tbcm283*', { 'a/bcm28.c': true, 'a/bcm2835.c': true, 'a/bcm27.c': false }],
  ['N:\t t e g r a # with /x', { 'drivers/clk/tegra.c': true }],
  ['F:\tnet/\nX:\tnet/ipv6/', { 'net/core/dev.c': true, 'net/ipv6/udp.c': false }],
  ['X:\tnet/ipv6/\nN:\tudp', { 'net/ipv4/udp.c': true, 'net/ipv6/udp.c': false }],
  ['F:\tfs/xfs', { 'fs/xfs/a.c': true, 'fs/xfs_other.c': false, 'fs/xfs': false }],
];
for (const [fields, paths] of patterns) {
  test(fields.replaceAll(/\s+/g, ' '), () => {
    for (const [path, owned] of Object.entries(paths)) {
      assert.equal(owners(`A TITLE\n${fields}\n`, path, ['fs/xfs']).length === 1, owned, path);
    }
  });
}

test('what is no regular expression owns nothing and is named', () => {
  const index = indexMaintainers('A\nF:\tmm/[a\nN:\t(\nF:\tmm/\n', noFolders);
  assert.equal(sectionsOf(index, 'mm/a.c')[0]?.because.length, 1);
  assert.deepEqual(index.problems.map(({ line }) => line).toSorted(), [2, 3]);
});

test('no pattern and no path makes it throw', () => {
  const part = fc.constantFrom('a', 'b/', '*', '?', '.', '[ab]', '|', '(', '+', '\\', '#', ' ');
  const value = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(value), value, (values, path) => {
      owners(`A\n${values.map((one, at) => `${'FXN'[at % 3]}:${one}`).join('\n')}\n`, path);
    }),
  );
});

/** The titles that the tree's own script gives each file, in its order: THE REST ends each file's list. */
const askScript = (folder: string, files: readonly string[]): string[][] => {
  const no = ['--no-git', '--no-git-fallback', '--nom', '--nor', '--nol'];
  const ran = spawnSync('scripts/get_maintainer.pl', [...no, '--sections', '-f', ...files], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  assert.equal(ran.status, 0, ran.stderr);
  const lists: string[][] = [[]];
  for (const block of ran.stdout.split('\n\n')) {
    const [title = ''] = block.split('\n');
    lists.at(-1)?.push(title);
    if (title === 'THE REST') lists.push([]);
  }
  return lists.slice(0, -1);
};

test('agrees with scripts/get_maintainer.pl, on files drawn by a seed', { timeout: 120_000 }, (t) => {
  const folder = kernelTree();
  if (folder === undefined) return t.skip(noKernelTree);
  if (spawnSync('perl', ['-v']).status !== 0) return t.skip('because perl is not installed: apt-get install perl');
  const text = readFileSync(join(folder, 'MAINTAINERS'), 'utf8');
  assert.deepEqual(parseMaintainers(text).problems, []);
  const isFolder = (path: string) => statSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
  const index = indexMaintainers(text, { isFolder, unicode: true });

  const seed = process.env['PATCHLING_SEED'] ?? '4711';
  const all = globSync('{arch,Documentation,drivers,fs,include,kernel,mm,net,sound,tools}/**/*.{c,h,S,rst,yaml}', {
    cwd: folder,
  }).toSorted(compareText);
  const files = ['Makefile', 'mm/vmalloc.c', ...shuffle(all, seededRandom(seed)).slice(0, 98)];
  const theirs = askScript(folder, files);
  assert.equal(theirs.length, files.length);
  const differ = files.filter((file, at) => {
    const ours = new Map(sectionsOf(index, file).map(({ section, depth }) => [section.title, depth]));
    const depths = theirs[at]?.map((title) => ours.get(title)) ?? [];
    // The script leaves the order among equals to chance, so only the depths are held against each other.
    return depths.length !== ours.size || depths.join() !== [...ours.values()].join();
  });
  t.diagnostic(`${files.length - differ.length} of ${files.length} agree (seed ${seed})`);
  assert.deepEqual(differ, []);
});
