/**
 * Whether apt's lists are read anew before anything is installed. A name that they offer is good enough; the newest of
 * a pattern is known from today's lists only: those of an image may be months old, or lack a part of the archive.
 *
 * @param {readonly string[]} wanted Names, and patterns such as `linux-source-*`.
 * @param {readonly string[]} onOffer What the lists, as they are, offer of them.
 * @returns {'read anew' | 'as they are'}
 */
export const planLists = (wanted, onOffer) =>
  onOffer.length < wanted.length || wanted.some((name) => name.endsWith('*')) ? 'read anew' : 'as they are';
