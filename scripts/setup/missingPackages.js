import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedPackages } from './apt.js';
import { cacheFolder } from './cacheFolder.js';
import { isOnPath } from './isOnPath.js';

/**
 * A row of the table. `package` may end in `*`: any of that name will do, and the newest is installed.
 *
 * @typedef {'start' | 'test' | 'figures'} Goal What the set-up is for; each needs what those before it need, too.
 * @typedef {{ package: string, command?: string, neededFor: Goal, for: string }} Row
 */

/** @type {Row[]} */
const table = JSON.parse(readFileSync(new URL('debianPackages.json', import.meta.url), 'utf8'));

/** @type {Goal[]} */
const GOALS = ['start', 'test', 'figures'];

/** The rows of debianPackages.json that this machine lacks. @param {Goal} goal */
export const missingPackages = (goal) => {
  const rows = table.filter((row) => GOALS.indexOf(row.neededFor) <= GOALS.indexOf(goal));
  // Without dpkg only programs can be looked for; a missing header shows when something is compiled.
  if (!isOnPath('dpkg-query')) return rows.filter((row) => row.command && !isOnPath(row.command));
  const installed = installedPackages(rows.map((row) => row.package));
  return rows.filter((row) => !(isInstalled(row, installed) || (row.command && isOnPath(row.command))));
};

/** @param {Row} row @param {readonly string[]} installed */
const isInstalled = (row, installed) => {
  if (!row.package.endsWith('*')) return installed.includes(row.package);
  return installed.some((name) => name.startsWith(row.package.slice(0, -1))) || hasTree();
};

// Somebody who has a kernel tree needs no package of one.
const hasTree = () => {
  const trees = join(cacheFolder, 'trees');
  return Boolean(process.env['PATCHLING_TREE']) || (existsSync(trees) && readdirSync(trees).length > 0);
};
