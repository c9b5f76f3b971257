// Makes dist/, what is published: the compiled code, and the C grammar beside it.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
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

// What pages ask for: our own style and client code as they are, and the fonts with their licence (OFL).
const fonts = {
  'figtree.woff2': '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  'figtree-LICENSE': '@fontsource-variable/figtree/LICENSE',
  'commit-mono.woff2': '@fontsource/commit-mono/files/commit-mono-latin-400-normal.woff2',
  'commit-mono-LICENSE': '@fontsource/commit-mono/LICENSE',
};

if (!existsSync(tsc)) {
  process.stderr.write(`patchling: the compiler is not installed; run \`npm ci\` in ${root}\n`);
  process.exit(2);
}
rmSync(dist, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

chmodSync(join(dist, 'main.js'), 0o755);
/** @param {string} source @param {string} target */
const copy = (source, target) => {
  mkdirSync(dirname(join(dist, target)), { recursive: true });
  copyFileSync(join(root, 'node_modules', source), join(dist, target));
};
for (const [name, source] of Object.entries(grammar)) copy(`tree-sitter-c/${source}`, `grammar/${name}`);
for (const [name, source] of Object.entries(fonts)) copy(source, `web/parts/fonts/${name}`);
for (const folder of ['style', 'client']) {
  const parts = join('web/parts', folder);
  cpSync(join(root, 'src', parts), join(dist, parts), { recursive: true, filter: (path) => !path.endsWith('.json') });
}
