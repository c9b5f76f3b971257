// Makes dist/, what is published: the compiled code, and the C grammar beside it.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const tsc = join(root, 'node_modules/typescript/lib/tsc.js');

// tree-sitter-c compiles itself where it is installed; nobody who installs Patchling shall need that
// (docs/decisions/grammar.md), so the two files of it that Patchling reads travel with their licence.
const grammar = {
  'tree-sitter-c.wasm': 'tree-sitter-c.wasm',
  'highlights.scm': 'queries/highlights.scm',
  LICENSE: 'LICENSE',
};

if (!existsSync(tsc)) {
  process.stderr.write(`patchling: the compiler is not installed; run \`npm ci\` in ${root}\n`);
  process.exit(2);
}
rmSync(dist, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

chmodSync(join(dist, 'main.js'), 0o755);
for (const [name, source] of Object.entries(grammar)) {
  const target = join(dist, 'grammar', name);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(root, 'node_modules/tree-sitter-c', source), target);
}
