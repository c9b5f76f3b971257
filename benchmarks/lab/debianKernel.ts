import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../src/core/std.ts';
import type { Lab } from './lab.ts';
import { mustRun } from './mustRun.ts';

/** A kernel of Debian's, unpacked and never installed. */
export interface DebianKernel {
  readonly release: string;
  readonly image: string;
  /** Where modules for it are built: its headers. */
  readonly build: string;
}

/** The newest of a version, `6.12`, for clouds: it is small and boots in seconds. */
export const debianKernel = async (lab: Lab, version: string): Promise<DebianKernel> => {
  const release = await newestRelease(version);
  const folder = join(lab.folder, 'debian', release);
  if (!existsSync(folder)) await unpack(lab, release, version, folder);
  return {
    release,
    image: join(folder, 'boot', `vmlinuz-${release}`),
    build: join(folder, 'usr/src', `linux-headers-${release}`),
  };
};

const newestRelease = async (version: string): Promise<string> => {
  const names = (await mustRun(['apt-cache', 'pkgnames', `linux-image-${version}.`])).split('\n');
  const releases = names.flatMap((name) => /^linux-image-(\d[\w.+~-]*-cloud-amd64)$/.exec(name)?.[1] ?? []);
  const newest = releases.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1);
  if (newest === undefined) throw new Error(`apt has no kernel ${version} for clouds: sudo apt-get update`);
  return newest;
};

const unpack = async (lab: Lab, release: string, version: string, folder: string): Promise<void> => {
  lab.say(`getting Debian’s ${release}`);
  const beside = `${folder}.part`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true });
  const common = release.replace(/-cloud-amd64$/, '');
  const kbuild = await kbuildOf(common, version);
  const names = [`linux-image-${release}`, `linux-headers-${release}`, `linux-headers-${common}-common`, kbuild];
  await mustRun(['apt-get', 'download', ...names], { cwd: beside });
  for (const deb of readdirSync(beside)
    .filter((name) => name.endsWith('.deb'))
    .toSorted(compareText)) {
    await mustRun(['dpkg-deb', '-x', deb, beside], { cwd: beside });
    rmSync(join(beside, deb));
  }
  renameSync(beside, folder);
  pointAt(folder, join(folder, 'usr/src', `linux-headers-${release}`, 'Makefile'));
};

/** Newer kernels each have their own; 6.1 has one for all of its releases. */
const kbuildOf = async (common: string, version: string): Promise<string> => {
  const names = (await mustRun(['apt-cache', 'pkgnames', `linux-kbuild-${version}`])).split('\n');
  return names.includes(`linux-kbuild-${common}`) ? `linux-kbuild-${common}` : `linux-kbuild-${version}`;
};

/** Headers name each other by where they are installed. */
const pointAt = (folder: string, makefile: string): void => {
  const text = readFileSync(makefile, 'utf8');
  writeFileSync(makefile, text.replaceAll(/(?<![\w/])\/usr\/src\//g, `${join(folder, 'usr/src')}/`));
};
