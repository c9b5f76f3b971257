import type { Asker, Level, Role } from '../core/programme/role.ts';
import type { Office } from './office.ts';

/** A signed-in person with the roles that they have now, a term each. */
export async function askerOf({ db }: Pick<Office, 'db'>, person: string, level: Level): Promise<Asker> {
  const rows = await db.selectFrom('membership').select(['term', 'role']).where('person', '=', person).execute();
  return askerIn(person, level, rows);
}

/** Somebody of whom it was read already which roles they have. */
export function askerIn(
  person: string,
  level: Level,
  given: readonly { readonly term: string; readonly role: Role }[],
): Asker {
  const roles = new Map<string, Set<Role>>();
  for (const { term, role } of given) roles.set(term, (roles.get(term) ?? new Set()).add(role));
  return { id: person, level, roles };
}
