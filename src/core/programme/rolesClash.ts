import type { Role } from './role.ts';

const taught: ReadonlySet<Role> = new Set(['applicant', 'mentee']);

/** Why one person cannot hold a role beside those that they have in the same term; undefined where they can. */
export const rolesClash = (held: readonly Role[], wanted: Role): string | undefined => {
  const other = held.find((role) => taught.has(role) !== taught.has(wanted));
  if (other === undefined) return undefined;
  return `Nobody is ${other} and ${wanted} in one term: who judges others there is not judged there.`;
};
