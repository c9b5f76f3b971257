/**
 * What package-lock.json and npm's own record of an installation, node_modules/.package-lock.json, have in common.
 *
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} Package
 * @typedef {{ packages: Record<string, Package> }} Lock
 */

/**
 * Whether what is installed is what the lock says. Optional packages may be absent: most are for other machines.
 *
 * @param {Lock} lock
 * @param {Lock} installed
 */
export const isInstalled = (lock, installed) => {
  const inFolder = Object.keys(lock.packages).filter((path) => path.startsWith('node_modules/'));
  const known = new Set(Object.keys(lock.packages));
  return (
    inFolder.every((path) => isSame(lock.packages[path], installed.packages[path]))
    && Object.keys(installed.packages).every((path) => known.has(path))
  );
};

/** @param {Package | undefined} wanted @param {Package | undefined} found */
const isSame = (wanted, found) => {
  if (!found) return wanted?.optional === true;
  return wanted?.version === found.version && wanted?.integrity === found.integrity;
};
