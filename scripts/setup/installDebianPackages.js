import { downloadBytes, newest, offers } from './apt.js';
import { ask } from './ask.js';
import { installOnOffer } from './installOnOffer.js';
import { isOnPath } from './isOnPath.js';
import { readOutcome, writeOutcome } from './lastOutcome.js';
import { missingPackages } from './missingPackages.js';
import { planInstall } from './planInstall.js';
import { say } from './say.js';

/** @typedef {import('./missingPackages.js').Row} Row */

/**
 * Installs the Debian packages that `npm start` or `npm test` lacks. Whatever comes of it, the caller goes on: each
 * thing that is missing is said again, with its price, where it is missed.
 *
 * @param {import('./missingPackages.js').Goal} goal
 */
export const installDebianPackages = async (goal) => {
  const missing = missingPackages(goal);
  const names = missing.map((row) => row.package);
  const apt = isOnPath('apt-get');
  const root = process.getuid?.() === 0;
  const sudo = !root && isOnPath('sudo');
  const terminal = process.stdin.isTTY && process.stderr.isTTY;
  const plan = planInstall({ missing: names, apt, root, sudo, terminal, before: readOutcome(), now: Date.now() });

  if (plan.do === 'nothing') return;
  if (plan.do === 'tell') return tell(missing, plan.because, apt);
  if (plan.do === 'ask' && !(await agree(missing))) {
    writeOutcome('refused', names);
    return tell(missing, 'you said no', apt);
  }
  if (await installOnOffer(names, sudo)) return;
  const left = missingPackages(goal);
  writeOutcome(
    'failed',
    left.map((row) => row.package),
  );
  tell(left, 'installing them failed', apt);
};

/** @param {readonly Row[]} missing */
const agree = (missing) => {
  const found = offers(missing.map((row) => row.package));
  say('these Debian packages are missing:');
  for (const row of missing) {
    const name = newest(row.package);
    const bytes = found.find((offer) => offer.name === name)?.bytes;
    const size = bytes === undefined ? '?' : megabytes(bytes);
    process.stderr.write(`  ${name.padEnd(18)} ${size.padStart(8)}  ${row.for}${orNewer(row)}\n`);
  }
  const total = downloadBytes(found.map((offer) => offer.name));
  return ask(`Install them${total > 0 ? ` (${megabytes(total)} to download, with what they need)` : ''}?`);
};

// The lists are root's to read anew, so not before a yes.
/** @param {Row} row */
const orNewer = (row) => (row.package.endsWith('*') ? ", or the newest in today's lists" : '');

/** @param {number} bytes */
const megabytes = (bytes) => (bytes < 1e5 ? '< 0.1 MB' : `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`);

/** @param {readonly Row[]} missing @param {string} because @param {boolean} apt */
const tell = (missing, because, apt) => {
  if (missing.length === 0) return;
  const names = missing.map((row) => newest(row.package));
  say(`going on without ${names.join(', ')}: ${because}`);
  const sudo = process.getuid?.() === 0 ? '' : 'sudo ';
  if (apt) say(`to install them: ${sudo}apt-get update && ${sudo}apt-get install ${names.join(' ')}`);
  else say("to install them, ask your system's package manager for what it calls these (names as in Debian)");
};
