/** What begins an address of the server's own pages: no programme is reached there. */
const ours = new Set([
  ...['api', 'assets', 'demo', 'mail', 'mails', 'me', 'new', 'privacy', 'programmes', 'sign-in', 'sign-out'],
  ...['sink', 'static', 'terms'],
]);

/** Pages of a term that stand where a term's own would. */
const ofTerms = new Set(['new', 'organise']);

/** What is wrong with the part of an address that a programme or term is to have; nothing when all is well. */
export const addressFault = (slug: string, of: 'programme' | 'term'): string | undefined => {
  if (!/^[a-z0-9-]{1,60}$/.test(slug)) return 'An address has small letters a to z, digits and hyphens, 60 at most.';
  const isTaken = of === 'programme' ? ours.has(slug) : ofTerms.has(slug);
  return isTaken ? `${slug} is an address of other pages here: take another.` : undefined;
};
