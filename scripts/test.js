// `npm test`: every check of the house, then every test, with the pinned Node; all of them, even if one fails.
// `npm test -- FILE…` runs only these test files.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = join(root, 'node_modules');

// The package is asked for by its folder, as in bin/patchling; where none is pinned, the machine's own Node runs.
const pinned = readdirSync(packages)
  .filter((name) => /^node-[a-z]+-[a-z0-9]+$/.test(name))
  .map((name) => join(packages, name, 'bin', 'node'))
  .find((node) => existsSync(node));
const path = [dirname(pinned ?? process.execPath), join(packages, '.bin'), process.env['PATH']].join(delimiter);

const everyTest = ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.js'];
const chosen = process.argv.slice(2);
// A test that hangs shall not hang CI; the longest one prepares a kernel build.
const nodeTest = ['node', '--test', `--test-concurrency=${availableParallelism()}`, '--test-timeout=900000'];

/** @type {[string, string[]][]} */
const everything = [
  ['format and lint', ['biome', 'check', '--error-on-warnings']],
  ['types', ['tsc', '--noEmit']],
  ['unused code', ['knip', '--no-progress']],
  ['kernel tree', ['node', 'test/world/prepareTree.ts']],
  ['tests', [...nodeTest, ...everyTest]],
];
/** @type {typeof everything} */
const phases = chosen.length > 0 ? [['tests', [...nodeTest, ...chosen]]] : everything;

const results = phases.map(([name, [program = '', ...args]]) => {
  process.stdout.write(`\n── ${name}: ${program}\n`);
  const started = performance.now();
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  if (error) process.stdout.write(`${program} could not be run: ${error.message}\n`);
  return { name, passed: status === 0, seconds: (performance.now() - started) / 1000 };
});

process.stdout.write('\n');
for (const { name, passed, seconds } of results) {
  process.stdout.write(`${passed ? '✓' : '✗'} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s\n`);
}
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
