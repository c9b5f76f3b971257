import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { root } from './source/projectFiles.ts';

/** What a registry would get, unpacked in a folder of its own with the packages that users get beside it. */
const packAndUnpack = (folder: string): { unpacked: string; bytes: number } => {
  execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  const [tarball = ''] = readdirSync(folder);
  execFileSync('tar', ['-xzf', tarball], { cwd: folder });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { unpacked: join(folder, 'package'), bytes: statSync(join(folder, tarball)).size };
};

interface Manifest {
  readonly bin: Record<string, string>;
  readonly exports: Record<string, string | Record<string, string>>;
  readonly dependencies: Record<string, string>;
  readonly scripts?: Record<string, string>;
}

describe('the published package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-package-'));
  after(() => rmSync(folder, { recursive: true }));
  const { unpacked, bytes } = packAndUnpack(folder);
  const manifest = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8')) as Manifest;
  const paths = readdirSync(unpacked, { recursive: true, encoding: 'utf8' });

  test('is small and brings no Node, no test and no TypeScript source', (t) => {
    t.diagnostic(`${paths.length} files, ${Math.round(bytes / 1000)} kB packed`);
    assert.ok(bytes < 2e6, `${bytes} bytes packed`);
    assert.deepEqual(
      paths.filter((path) => /(\.test\.|(?<!\.d)\.ts$|node_modules|toolchain)/.test(path)),
      [],
    );
    assert.deepEqual(
      Object.keys(manifest.dependencies).filter((name) => /^node-|tree-sitter-c/.test(name)),
      [],
    );
  });

  test('holds what package.json promises', () => {
    const promised = Object.values(manifest.exports).flatMap(
      (entry) => Object.values({ ...Object(entry) }) as string[],
    );
    const plain = promised.filter((path) => path.startsWith('./') && !path.includes('*'));
    const lacking = [...plain, ...Object.values(manifest.bin)].filter((path) => !existsSync(join(unpacked, path)));
    assert.deepEqual(lacking, []);
    assert.ok(existsSync(join(unpacked, 'dist/grammar/tree-sitter-c.wasm')));
    assert.ok(existsSync(join(unpacked, 'dist/grammar/LICENSE')));
    assert.ok(existsSync(join(unpacked, 'LICENSE')));
  });

  const run = (...args: string[]) =>
    execFileSync(process.execPath, [join(unpacked, 'dist/main.js'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), XDG_STATE_HOME: join(folder, 'state') },
    });

  test('runs', () => assert.match(run('--help'), /patchling/));

  // The workers and the grammar lie elsewhere in dist/ than in src/.
  test('finds a site', () => {
    const tree = join(folder, 'tree');
    for (const [path, text] of Object.entries(smallTree)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    const [site] = run('find', '--tree', tree, '--json').split('\n');
    const { path, line, fix } = JSON.parse(site ?? '') as Record<string, unknown>;
    assert.deepEqual({ path, line, fix }, { path: 'mm/entries.c', line: 4, fix: 'ready' });
  });

  // So do the second process of the pages, their style and their fonts.
  test('serves its pages', async () => {
    const server = spawn(process.execPath, [join(unpacked, 'dist/main.js'), 'web', '--port', '0'], {
      cwd: join(folder, 'tree'),
      env: { ...process.env, XDG_STATE_HOME: join(folder, 'state'), XDG_DATA_HOME: join(folder, 'data') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(server, 'exit');
    try {
      const entrance = await entranceIn(createInterface({ input: server.stdout }));
      const entered = await fetch(entrance, { redirect: 'manual' });
      const cookie = entered.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
      const get = (path: string) => fetch(new URL(path, entrance), { headers: { cookie } });
      const style = /\/assets\/\w+\/style\.css/.exec(await (await get('/')).text())?.[0] ?? '';
      for (const name of ['style.css', 'keys.js', 'figtree.woff2', 'commit-mono.woff2', 'mark.svg']) {
        assert.equal((await get(style.replace('style.css', name))).status, 200, name);
      }
      for (let tries = 0; !(await (await get('/find')).text()).includes('mm/entries.c:4'); tries++) {
        assert.ok(tries < 100, 'the tree was not scanned');
        await setTimeout(100);
      }
    } finally {
      server.kill('SIGINT');
      await ended;
    }
  });
});

/** The address that the program prints, on which of its lines ever. */
const entranceIn = async (lines: AsyncIterable<string>): Promise<string> => {
  for await (const line of lines) {
    const entrance = /http:\S+/.exec(line)?.[0];
    if (entrance !== undefined) return entrance;
  }
  throw new Error('no address was printed');
};

const smallTree = {
  Makefile: 'VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 1\nEXTRAVERSION =\n',
  MAINTAINERS: 'MEMORY\nM:\tAda <ada@example.org>\nS:\tMaintained\nF:\tmm/\n',
  'include/linux/slab.h': 'void *kmalloc_array(size_t n, size_t size, gfp_t flags);\n',
  'mm/entries.c':
    'struct entry { int a; };\nstruct entry *entries(int n)\n{\n'
    + '\tstruct entry *all = kmalloc(n * sizeof(*all), GFP_KERNEL);\n\n\treturn all;\n}\n',
};
