import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ObjectState } from '../../core/lab/kbuildObjects.ts';
import type { Progress } from '../progress.ts';
import { withTempFolder } from '../tempFolder.ts';
import { configTarget, offLines } from './buildConfig.ts';
import { type CompileCheck, type CompileOrder, compileBeforeAfter } from './compileBeforeAfter.ts';
import { type Build, kernelMake } from './kernelMake.ts';
import { objectsOf } from './objectOf.ts';
import { prepareBuild } from './prepareBuild.ts';

/** The builds of trees, each in a folder of the cache. */
export interface Kbuild {
  prepare(tree: string): AsyncGenerator<Progress, Build, undefined>;
  compile(order: CompileOrder): Promise<CompileCheck>;
  /**
   * Which files this machine's configuration compiles, from a prepared build or, in some seven seconds, from a
   * configuration alone; undefined where none can be made.
   */
  configured(tree: string): Promise<((path: string) => ObjectState) | undefined>;
}

export const createKbuild = (cache: string): Kbuild => ({
  prepare: (tree) => prepareBuild({ tree, folder: buildFolder(cache, tree) }),
  compile: compileBeforeAfter,
  configured: async (tree) => {
    const own = { tree: realpathSync(tree), folder: buildFolder(cache, tree) };
    const prepared = existsSync(join(own.folder, '.patchling-build.json')) ? objectsOf(own) : undefined;
    const objects = prepared ?? (await configureAlone({ ...own, folder: `${own.folder}-config` }));
    return objects && ((path) => objects.stateOf(path));
  },
});

const configureAlone = async (build: Build): Promise<ReturnType<typeof objectsOf>> => {
  if (existsSync(join(build.folder, '.config'))) return objectsOf(build);
  return withTempFolder(async (temporary) => {
    const off = join(temporary, 'off');
    writeFileSync(off, offLines);
    mkdirSync(build.folder, { recursive: true });
    const made = await kernelMake(build, temporary, [configTarget(build.tree)], {
      env: { KCONFIG_ALLCONFIG: off },
      timeoutMs: 120_000,
    });
    return made.status === 0 ? objectsOf(build) : undefined;
  });
};

/** Where the build of a tree is kept. */
export const buildFolder = (cache: string, tree: string): string => {
  const whole = realpathSync(tree);
  return join(cache, 'builds', `${basename(whole)}-${createHash('sha256').update(whole).digest('hex').slice(0, 12)}`);
};
