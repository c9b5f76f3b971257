// `npm run figures`: what takes long, written to docs/figures/ with command and seed. A kernel tree must be there.
import { spawnSync } from 'node:child_process';
import { path, root } from './pinnedPath.js';

const env = { ...process.env, PATH: path };
for (const file of ['test/world/prepareTree.ts', 'benchmarks/figures.ts']) {
  const { status } = spawnSync('node', [file], { cwd: root, stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}
