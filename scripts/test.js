// `npm test`: every check of the house, then every test, with the pinned Node; all of them, even if one fails.
// `npm test -- FILE…` runs only these test files.
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { path, root } from './pinnedPath.js';

const everyTest = ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.js', 'benchmarks/**/*.test.ts'];
const chosen = process.argv.slice(2);
// A test that hangs shall not hang CI; the longest one prepares a kernel build.
const seed = process.env['SEED'] ?? '2026';
const nodeTest = [
  'node',
  '--import',
  './test/world/drawnInput.ts',
  '--test',
  '--test-global-setup=./test/world/oneServer.ts',
  `--test-concurrency=${availableParallelism()}`,
  '--test-timeout=900000',
];

/** @type {[string, string[]][]} */
const everything = [
  ['format and lint', ['biome', 'check', '--error-on-warnings']],
  ['types', ['tsc', '--noEmit']],
  ['types of pages', ['tsc', '--noEmit', '-p', 'src/web/parts/client']],
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
    env: { ...process.env, PATH: path, SEED: seed },
  });
  if (error) process.stdout.write(`${program} could not be run: ${error.message}\n`);
  return { name, passed: status === 0, seconds: (performance.now() - started) / 1000 };
});

process.stdout.write(`\ndrawn input: SEED=${seed}\n`);
for (const { name, passed, seconds } of results) {
  process.stdout.write(`${passed ? '✓' : '✗'} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s\n`);
}
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
