import { spawnSync } from 'node:child_process';
import { runLogged } from './runLogged.js';

/** A package on offer. @typedef {{ name: string, bytes: number }} Offer */

/** @param {string} program @param {readonly string[]} args */
const read = (program, args) =>
  spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, maxBuffer: 1e8 }).stdout ?? '';

/**
 * Which of the packages are installed; patterns such as `linux-source-*` give the names that match. One call: 10 ms.
 *
 * @param {readonly string[]} names
 */
export const installedPackages = (names) =>
  read('dpkg-query', ['-W', '-f=${db:Status-Status} ${Package}\\n', ...names])
    .split('\n')
    .flatMap((line) => (line.startsWith('installed ') ? [line.slice('installed '.length)] : []));

/**
 * What apt's lists offer for these names and patterns, each with the size of the package itself.
 *
 * @param {readonly string[]} wanted
 * @returns {Offer[]}
 */
export const offers = (wanted) =>
  read('apt-cache', ['show', '--no-all-versions', ...wanted.map(newest)])
    .split('\n\n')
    .flatMap((record) => {
      const name = /^Package: (\S+)$/m.exec(record)?.[1];
      const bytes = /^Size: (\d+)$/m.exec(record)?.[1];
      return name && bytes ? [{ name, bytes: Number(bytes) }] : [];
    });

/**
 * A pattern's newest name, or the pattern less its star where the lists have none. Names are what they are.
 *
 * @param {string} wanted Perhaps `linux-source-*`.
 */
export const newest = (wanted) => {
  if (!wanted.endsWith('*')) return wanted;
  const prefix = wanted.slice(0, -1);
  const versions = read('apt-cache', ['pkgnames', prefix])
    .split('\n')
    .map((name) => name.slice(prefix.length))
    .filter((version) => /^\d+(\.\d+)+$/.test(version))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return versions.length > 0 ? prefix + versions.at(-1) : prefix.replace(/-$/, '');
};

/**
 * How many bytes installing these would download, all they depend on included.
 *
 * @param {readonly string[]} names
 */
export const downloadBytes = (names) =>
  read('apt-get', ['install', '--print-uris', '-qq', '--no-install-recommends', '-o', 'Debug::NoLocking=1', ...names])
    .split('\n')
    .reduce((sum, line) => sum + Number(/^'[^']+' \S+ (\d+) /.exec(line)?.[1] ?? 0), 0);

const patience = ['-o', 'DPkg::Lock::Timeout=60', '-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=30'];

/** @param {boolean} sudo */
export const updateLists = (sudo) =>
  runLogged('reading what Debian offers', command(sudo, ['update', '-q']), { log: 'apt-update.log' });

/** @param {readonly string[]} names @param {boolean} sudo */
export const installPackages = (names, sudo) => {
  const args = ['install', '-qy', '--no-install-recommends', ...names];
  return runLogged(`installing ${names.join(', ')}`, command(sudo, args), { log: 'apt-install.log' });
};

/** @param {boolean} sudo @param {readonly string[]} args @returns {[string, ...string[]]} */
const command = (sudo, args) => {
  const aptGet = ['DEBIAN_FRONTEND=noninteractive', 'apt-get', ...patience, ...args];
  return sudo ? ['sudo', 'env', ...aptGet] : ['env', ...aptGet];
};
