import { mayDo } from '../../core/programme/mayDo.ts';
import { type Asker, type Role, roles } from '../../core/programme/role.ts';
import type { Office } from '../office.ts';

export interface TeamMember {
  readonly person: string;
  readonly name: string;
  readonly address: string | null;
  readonly roles: readonly Role[];
  /** Signed in at least once by a link that was sent there. */
  readonly isProven: boolean;
  readonly hasPasskey: boolean;
}

/** Who belongs to the team of a term, by name; undefined for whoever does not assign or organise. */
export async function readTeam(
  { db }: Pick<Office, 'db'>,
  who: Asker,
  term: string,
): Promise<readonly TeamMember[] | undefined> {
  const organises = mayDo(who, { do: 'change-term', term }).may;
  if (!organises && !mayDo(who, { do: 'assign-reviewers', term }).may) return undefined;
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .where('membership.term', '=', term)
    .where('membership.role', 'in', ['reviewer', 'mentor', 'lead mentor', 'organiser'])
    .select(['membership.person', 'membership.role', 'person.name', 'person.address', 'person.address_proven'])
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('passkey').select('passkey.id').whereRef('passkey.person', '=', 'membership.person')).as(
        'keyed',
      ),
    )
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
  return [...Map.groupBy(rows, ({ person }) => person).values()].flatMap((theirs) => {
    const [first] = theirs;
    if (!first) return [];
    const held = new Set(theirs.map(({ role }) => role));
    return [
      {
        ...{ person: first.person, name: first.name, isProven: first.address_proven },
        hasPasskey: Boolean(first.keyed),
        ...{ address: organises ? first.address : null, roles: roles.filter((role) => held.has(role)) },
      },
    ];
  });
}
