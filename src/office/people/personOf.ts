import type { Asker, Level } from '../../core/programme/role.ts';
import { askerIn } from '../askerOf.ts';
import type { Office } from '../office.ts';

export interface KnownPerson {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly address: string | null;
    readonly zone: string;
  };
  readonly asker: Asker;
}

/** Somebody with their roles, by one question: it is asked for every page. Undefined for who was erased, or never was. */
export async function personOf({ db }: Pick<Office, 'db'>, id: string, level: Level): Promise<KnownPerson | undefined> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('membership', 'membership.person', 'person.id')
    .select(['person.id', 'person.name', 'person.address', 'person.zone', 'membership.term', 'membership.role'])
    .where('person.id', '=', id)
    .where('person.erased_at', 'is', null)
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const { name, address, zone } = first;
  const roles = rows.flatMap(({ term, role }) => (term === null || role === null ? [] : [{ term, role }]));
  return { person: { id, name, address, zone }, asker: askerIn(id, level, roles) };
}
