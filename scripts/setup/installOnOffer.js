import { installPackages, offers, updateLists } from './apt.js';
import { planLists } from './planLists.js';

/**
 * Installs what apt offers of these packages, its lists read anew where they may be too old. At most once: where that
 * fails (offline, say), what the lists say has to do.
 *
 * @param {readonly string[]} wanted Names, and patterns such as `linux-source-*`.
 * @param {boolean} sudo
 * @returns {Promise<boolean>} Whether all of them are there now.
 */
export const installOnOffer = async (wanted, sudo) => {
  const listed = namesOnOffer(wanted);
  const lists = planLists(wanted, listed);
  if (lists === 'read anew') await updateLists(sudo);
  const names = lists === 'read anew' ? namesOnOffer(wanted) : listed;
  if (names.length === 0) return false;
  if (await installPackages(names, sudo)) return names.length === wanted.length;

  // Lists that are some weeks old name files that are gone: read them again and try once more.
  if (lists === 'read anew' || !(await updateLists(sudo))) return false;
  return installPackages(namesOnOffer(wanted), sudo);
};

/** @param {readonly string[]} wanted */
const namesOnOffer = (wanted) => offers(wanted).map((offer) => offer.name);
