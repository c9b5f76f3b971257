/**
 * What is known when packages are missing.
 *
 * @typedef {object} Situation
 * @property {readonly string[]} missing Names of the missing packages.
 * @property {boolean} apt Whether apt-get is there at all.
 * @property {boolean} root
 * @property {boolean} sudo
 * @property {boolean} terminal Whether a person can be asked.
 * @property {{ outcome: 'refused' | 'failed', missing: readonly string[], at: number } | undefined} before
 * @property {number} now Milliseconds.
 */

/** Once a failed installation (offline, say) is this old, it is tried again. */
const failureHolds = 60 * 60 * 1000;

/**
 * Whether to install the missing packages, ask first, or only say how.
 *
 * @param {Situation} situation
 * @returns {{ do: 'nothing' | 'install' | 'ask' } | { do: 'tell', because: string }}
 */
export const planInstall = ({ missing, apt, root, sudo, terminal, before, now }) => {
  if (missing.length === 0) return { do: 'nothing' };
  if (!apt) return { do: 'tell', because: 'there is no apt-get here' };
  if (!root && !(terminal && sudo)) return { do: 'tell', because: 'only root may install them' };

  const isSame = before && before.missing.join() === missing.join();
  if (isSame && before.outcome === 'refused') return { do: 'tell', because: 'you said no' };
  if (isSame && now - before.at < failureHolds) return { do: 'tell', because: 'installing them just failed' };
  return { do: terminal ? 'ask' : 'install' };
};
