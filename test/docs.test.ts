import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, test } from 'node:test';
import { lacksLine } from './docs/lacksLine.ts';
import { linkBreaches } from './docs/linkBreaches.ts';
import { shellBlocks } from './docs/shellBlocks.ts';
import { usageProblem } from './docs/usageProblem.ts';
import { assertNone } from './source/breach.ts';
import { projectFiles, root } from './source/projectFiles.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Manifest {
  readonly scripts?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}
const manifest = (path: string): Manifest => JSON.parse(read(path)) as Manifest;

const files = projectFiles();
const markdown = files.filter(({ path }) => path.endsWith('.md'));
const scripts = new Set(Object.keys(manifest('package.json').scripts ?? {}));
const written = ['README.md', 'CONTRIBUTING.md'].flatMap((path) => shellBlocks(read(path)));

describe('commands in the documents', () => {
  const lines = [...new Set(written.flatMap((block) => block.lines))];
  for (const line of lines) test(`are known: ${line}`, () => assert.equal(usageProblem(line, scripts), undefined));

  // Blocks marked `sh tree` are run as they stand, in an empty folder, on a real tree.
  for (const { lines } of written.filter(({ info }) => info === 'sh tree')) {
    test(`run: ${lines.join('; ')}`, (t) => {
      const tree = kernelTree();
      if (tree === undefined) return t.skip(noKernelTree);
      const cwd = mkdtempSync(join(tmpdir(), 'patchling-docs-'));
      t.after(() => rmSync(cwd, { recursive: true }));
      const path = [join(root, 'bin'), process.env['PATH']].join(delimiter);
      const env = { ...process.env, PATH: path, PATCHLING_TREE: tree, XDG_STATE_HOME: cwd, XDG_DATA_HOME: cwd };
      const ran = spawnSync('sh', ['-ec', lines.join('\n')], {
        cwd,
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      assert.equal(ran.status, 0, ran.stderr);
    });
  }

  test('catches a script that is not there', () => assert.ok(usageProblem('npm run fly', scripts)));
  test('catches a command that is not there', () => assert.ok(usageProblem('patchling fly', scripts)));
  test('catches an option that is not there', () => assert.ok(usageProblem('patchling start --fly', scripts)));
  test('reads blocks without comments and continuations', () => {
    const text = '```sh tree\n# why\n$ patchling find \\\n  mm   # here\n```\n```ts\nx\n```\n';
    assert.deepEqual(shellBlocks(text), [{ info: 'sh tree', lines: ['patchling find    mm'] }]);
  });
});

describe('lists in the documents', () => {
  test('ARCHITECTURE.md has a line for every room', () => {
    const rooms = new Set(
      files.flatMap(({ path }) => /^src\/(?:(?:core|web)\/\w+|\w+)(?:\/|\.ts$)/.exec(path)?.[0] ?? []),
    );
    assert.deepEqual(
      lacksLine(
        read('ARCHITECTURE.md'),
        [...rooms].filter((room) => !/^src\/core\/\w+\.ts$/.test(room)),
      ),
      [],
    );
  });
  test('ARCHITECTURE.md is short', () => assert.ok(read('ARCHITECTURE.md').split('\n').length < 150));

  test('docs/dependencies.md has a line for every package', () => {
    const { dependencies, devDependencies } = manifest('package.json');
    const { optionalDependencies } = manifest('toolchain/package.json');
    const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    assert.deepEqual(lacksLine(read('docs/dependencies.md'), names), []);
  });
  test('catches what has no line', () => {
    assert.deepEqual(lacksLine('| `a` | x |\n- `b`: y, not `c`', ['a', 'b', 'c']), ['c']);
  });

  test('decisions are short', () => {
    const long = markdown.filter(({ path, text }) => /^docs\/decisions\//.test(path) && text.split('\n').length > 25);
    assert.deepEqual(
      long.map(({ path }) => path),
      [],
    );
  });
});

describe('links in the documents', () => {
  const exists = (path: string): boolean => existsSync(join(root, path));
  test('lead somewhere', () => assertNone(markdown.flatMap((file) => linkBreaches(file, exists))));

  const breaches = (text: string) => linkBreaches({ path: 'docs/a.md', text }, (path) => path === 'docs/b.md').length;
  test('catches a link that leads nowhere', () => assert.equal(breaches('[b](c.md)'), 1));
  test('catches one from the wrong folder', () => assert.equal(breaches('[b](docs/b.md)'), 1));
  test('passes what leads somewhere', () => assert.equal(breaches('[b](b.md#x) [c](#y) [d](https://example.org)'), 0));
});
