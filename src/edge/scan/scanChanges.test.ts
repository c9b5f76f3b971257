import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scanAll, sitesOfTree } from '../../../test/world/scanned.ts';
import { FLEXIBLE, NOT_FLEXIBLE, sourceTree, withSite } from '../../../test/world/sourceTree.ts';
import { draw, type Random, seededRandom } from '../../core/std.ts';

const freshTree = (t: TestContext): { tree: string; cache: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-scan-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const tree = sourceTree(join(folder, 'tree'));
  rmSync(join(tree, 'lib'), { recursive: true }); // what is large or odd there does not matter here, and takes time
  for (const hidden of ['.git', 'mm/made.mod.c']) rmSync(join(tree, hidden), { recursive: true });
  return { tree, cache: join(folder, 'cache') };
};

const FIXED_TIME = new Date('2024-01-02T03:04:05Z');

/** Content of the same length, so that only its time of change tells that it is another. */
const sameSize = (file: string): string => {
  const text = readFileSync(file, 'utf8');
  return text.includes('items[];') ? text.replace('items[];', 'item[3];') : text.replace('int n', 'int m');
};

type Change = (tree: string, random: Random) => string;

const anyFile = (tree: string, random: Random): string => {
  const paths = readdirSync(tree, { recursive: true, encoding: 'utf8' }).filter((path) => /\.[ch]$/.test(path));
  return join(tree, draw(paths.sort(), random) ?? assert.fail());
};

const changes: Readonly<Record<string, Change>> = {
  'a header is rewritten': (tree, random) => {
    const file = join(tree, draw(['include/linux/box.h', 'fs/own.h', 'drivers/a/parts.c'], random) ?? '');
    const isFlexible = statSync(file, { throwIfNoEntry: false }) && readFileSync(file, 'utf8').includes('items[];');
    writeFileSync(file, isFlexible ? NOT_FLEXIBLE : FLEXIBLE);
    return file;
  },
  'a file is edited in place': (tree, random) => {
    const file = anyFile(tree, random);
    writeFileSync(file, `/* one more line */\n${readFileSync(file, 'utf8')}`);
    return file;
  },
  'a file is replaced by another of its size and time': (tree, random) => {
    const file = anyFile(tree, random);
    utimesSync(file, FIXED_TIME, FIXED_TIME);
    writeFileSync(`${file}.new`, sameSize(file));
    utimesSync(`${file}.new`, FIXED_TIME, FIXED_TIME);
    renameSync(`${file}.new`, file);
    return file;
  },
  'a file is edited to the same size, its time put back': (tree, random) => {
    const file = anyFile(tree, random);
    const { atime, mtime } = statSync(file);
    writeFileSync(file, sameSize(file));
    utimesSync(file, atime, mtime);
    return file;
  },
  'a file is deleted': (tree, random) => {
    const file = anyFile(tree, random);
    rmSync(file);
    return file;
  },
  'a file comes': (tree, random) => {
    const file = join(tree, 'mm', `new${Math.floor(random() * 5)}.c`);
    writeFileSync(file, withSite(draw([undefined, '<linux/box.h>', '"own.h"'], random)));
    return file;
  },
  'a header comes that is nearer': (tree) => {
    const file = join(tree, 'mm/own.h');
    writeFileSync(file, FLEXIBLE);
    return file;
  },
  'a helper is no longer declared': (tree, random) => {
    const file = join(tree, 'include/linux/slab.h');
    writeFileSync(file, random() < 0.5 ? '' : '#include <linux/overflow.h>\nvoid *kmalloc_array(size_t n);\n');
    return file;
  },
  'two files change places': (tree, random) => {
    const [one, other] = [anyFile(tree, random), anyFile(tree, random)];
    renameSync(one, `${one}.away`);
    if (one !== other) renameSync(other, one);
    renameSync(`${one}.away`, other);
    return `${one} and ${other}`;
  },
};

for (const [name, change] of Object.entries(changes)) {
  test(`not missed: ${name}`, async (t) => {
    const { tree, cache } = freshTree(t);
    const random = seededRandom(name);
    await scanAll({ tree, cache, workers: 1 });
    change(tree, random);
    assert.deepEqual((await scanAll({ tree, cache, workers: 1 })).sites, await sitesOfTree(tree));
  });
}

test('never missed: changes as they come, one after another', async (t) => {
  const { tree, cache } = freshTree(t);
  const seed = process.env['SEED'] ?? String(process.pid);
  t.diagnostic(`SEED=${seed} draws these changes again`);
  const random = seededRandom(seed);
  const told: string[] = [];
  await scanAll({ tree, cache });
  for (let round = 0; round < 8; round++) {
    for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
      const [name, change] = draw(Object.entries(changes), random) ?? assert.fail();
      told.push(`${name}: ${change(tree, random)}`);
    }
    const { sites } = await scanAll({ tree, cache });
    assert.deepEqual(sites, await sitesOfTree(tree), `SEED=${seed}\n${told.join('\n')}`);
  }
});

const cacheFile = (cache: string): string => join(cache, 'scans', readdirSync(join(cache, 'scans'))[0] ?? '');

test('a cache that is cut anywhere, garbage, or of other rules is as good as none', async (t) => {
  const { tree, cache } = freshTree(t);
  const first = await scanAll({ tree, cache });
  const file = cacheFile(cache);
  const whole = readFileSync(file);
  const cuts = [0, 1, 20, whole.length >> 1, whole.length - 1];
  const broken = [...cuts.map((at) => whole.subarray(0, at)), Buffer.from('no cache'), Buffer.alloc(5000, 255)];
  for (const bytes of [
    ...broken,
    Buffer.from(whole.toString('latin1').replace(/[\da-f]{64}/, 'f'.repeat(64)), 'latin1'),
  ]) {
    writeFileSync(file, bytes);
    assert.deepEqual(await scanAll({ tree, cache, workers: 1 }), first, `${bytes.length} bytes`);
  }
  truncateSync(file);
  mkdirSync(`${cache}2/scans`, { recursive: true });
  copyFileSync(file, join(`${cache}2/scans`, 'another'));
  assert.deepEqual(await scanAll({ tree, cache: `${cache}2`, workers: 1 }), first);
});

test('files and folders that cannot be read are said, and what was known of them is not kept', async (t) => {
  const script = fileURLToPath(new URL('../../../test/world/scanAsNobody.ts', import.meta.url));
  const { tree, cache } = freshTree(t);
  const folder = join(tree, '..');
  const isRoot = process.getuid?.() === 0;
  // Root may read everything, so the scan runs as somebody else.
  const drop = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
  const scan = () => {
    const [program = '', ...args] = [...drop, process.execPath, script, tree, cache];
    return spawnSync(program, args, { encoding: 'utf8' });
  };
  chmodSync(folder, 0o777);
  const before = scan();
  if (before.status !== 0)
    return t.skip(`because nothing can be run without rights here: ${before.stderr.slice(0, 200)}`);
  chmodSync(join(tree, 'mm/plain.c'), 0);
  chmodSync(join(tree, 'drivers/a'), 0);
  chmodSync(join(tree, 'include/linux/box.h'), 0);
  const after = JSON.parse(scan().stdout);
  chmodSync(join(tree, 'drivers/a'), 0o755);
  assert.deepEqual(after.unreadable, ['drivers/a', 'include/linux/box.h', 'mm/plain.c']);
  const known = JSON.parse(before.stdout).sites;
  assert.ok(known.includes('mm/plain.c ready') && known.includes('drivers/a/collected.c ready'));
  assert.deepEqual(after.sites, ['fs/deep/down/there.c by hand', 'fs/own.c by hand', 'mm/beyond.c by hand']);
});
