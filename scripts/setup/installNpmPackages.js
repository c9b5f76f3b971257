import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './isInstalled.js';
import { runLogged } from './runLogged.js';
import { say } from './say.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs `npm ci` unless node_modules is what the lock says. @returns {Promise<boolean>} Whether all is there now. */
export const installNpmPackages = async () => {
  const record = join(root, 'node_modules', '.package-lock.json');
  const installed = readLock(record);
  const lock = readLock(join(root, 'package-lock.json'));
  if (lock && installed && isInstalled(lock, installed)) return true;

  // No package needs its install script (docs/decisions/grammar.md), and a person's own settings shall not leave out
  // what is installed for development.
  const command = /** @type {const} */ (['npm', 'ci', '--ignore-scripts', '--include=dev', '--include=optional']);
  const done = await runLogged("installing npm's packages", command, { cwd: root, env: outsideEnv(), log: 'npm.log' });
  if (!done) say(`nothing runs without these packages. Try it yourself: cd ${root} && npm ci`);
  return done;
};

// An absent or half-written one counts as nothing installed.
/** @param {string} file @returns {import('./isInstalled.js').Lock | undefined} */
const readLock = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

// `npm run` puts node_modules/.bin first, and with it the pinned Node, which `npm ci` deletes while it runs.
const outsideEnv = () => {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return { ...process.env, PATH: path.join(delimiter) };
};
