import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab } from './lab.ts';
import { mustRun } from './mustRun.ts';

/** Folders of the tree's selftests that build static, without libraries of their own. */
const SELFTESTS = [
  ...['size', 'mincore', 'membarrier', 'sigaltstack', 'rlimits', 'kcmp', 'timens', 'sync', 'core', 'tmpfs'],
];

/** The tree's selftests, installed as `make install` does; from the place in a guest to the file here. */
export const buildSelftests = async (lab: Lab): Promise<Readonly<Record<string, string>>> => {
  const { folder, tree, say } = lab;
  const installed = join(folder, 'selftests');
  if (!existsSync(installed)) {
    say('building selftests');
    const build = join(folder, 'selftests.build');
    await mustRun(['nice', 'make', '-s', '-C', tree, `O=${build}`, 'headers']);
    const part = `${installed}.part`;
    rmSync(part, { recursive: true, force: true });
    await mustRun([
      ...[
        'nice',
        'make',
        '-s',
        '-C',
        join(tree, 'tools/testing/selftests'),
        `O=${build}`,
        `TARGETS=${SELFTESTS.join(' ')}`,
      ],
      ...['LDFLAGS=-static', `KHDR_INCLUDES=-isystem ${build}/usr/include`, `INSTALL_PATH=${part}`, 'install'],
    ]);
    renameSync(part, installed);
  }
  const names = readdirSync(installed, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(installed, name)).isFile());
  return Object.fromEntries(files.map((name) => [`/kselftest/${name}`, join(installed, name)]));
};
