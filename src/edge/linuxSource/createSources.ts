import type { Progress } from '../progress.ts';
import { installedSources, type SourceTarball } from './installedSources.ts';
import { installSource } from './installSource.ts';
import { type OfferedSource, offeredSource } from './offeredSource.ts';
import { unpackSource } from './unpackSource.ts';

/** The kernel's source as a distribution packages it. */
export interface Sources {
  installed(): Promise<readonly SourceTarball[]>;
  offered(): Promise<OfferedSource | undefined>;
  install(offered: OfferedSource): AsyncGenerator<Progress, void, undefined>;
  /** Into the cache; gives the tree's folder. */
  unpack(tarball: SourceTarball): AsyncGenerator<Progress, string, undefined>;
}

export const createSources = (cache: string): Sources => ({
  installed: () => installedSources(),
  offered: offeredSource,
  install: installSource,
  unpack: (tarball) => unpackSource(tarball, cache),
});
