import type { Transaction } from 'kysely';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker, Role } from '../../core/programme/role.ts';
import { rolesClash } from '../../core/programme/rolesClash.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { giveRole } from '../term/giveRole.ts';

/** Roles that an organiser gives and takes; to take part is decided elsewhere. */
export const teamRoles = ['reviewer', 'mentor', 'lead mentor', 'organiser'] as const satisfies readonly Role[];
export type TeamRole = (typeof teamRoles)[number];

interface RoleOrder {
  readonly term: string;
  readonly person: string;
  readonly role: TeamRole;
}

/** An organiser gives somebody a role of the team. */
export async function grantRole(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  { term, person, role }: RoleOrder,
): Promise<{ readonly kind: 'given' } | Refused> {
  const permission = mayDo(who, { do: 'change-term', term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    const clash = await clashOf(trx, { term, person, role });
    if (clash !== undefined) return refused(clash);
    await giveRole(trx, { term, person, role, by, at });
    return { kind: 'given' } as const;
  });
}

/** Why a role cannot be given. Until the transaction ends nobody else gives this person one. */
export async function clashOf(
  trx: Transaction<Schema>,
  { term, person, role }: { readonly term: string; readonly person: string; readonly role: Role },
): Promise<string | undefined> {
  const there = await trx
    .selectFrom('person')
    .select('erased_at')
    .where('id', '=', person)
    .forUpdate()
    .executeTakeFirst();
  if (!there || there.erased_at) return 'There is no such person.';
  const held = await trx
    .selectFrom('membership')
    .select('role')
    .where('term', '=', term)
    .where('person', '=', person)
    .execute();
  return rolesClash(
    held.map((one) => one.role),
    role,
  );
}

/** Takes a role of the team from somebody; what they have not read yet goes back to be assigned. */
export async function takeRole(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  { term, person, role }: RoleOrder,
): Promise<{ readonly kind: 'taken' } | Refused> {
  const permission = mayDo(who, { do: 'change-term', term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    // One taking at a time in a term: else two organisers could take the role from each other.
    await trx.selectFrom('term').select('id').where('id', '=', term).forNoKeyUpdate().execute();
    const members = await trx
      .selectFrom('membership')
      .select(['person', 'role'])
      .where('term', '=', term)
      .where((one) => one.or([one('role', '=', 'organiser'), one('person', '=', person)]))
      .execute();
    if (!members.some((one) => one.person === person && one.role === role)) return { kind: 'taken' } as const;
    if (role === 'organiser' && members.filter((one) => one.role === 'organiser').length === 1) {
      return refused('A term has at least one organiser: give somebody else the role first.');
    }
    await trx
      .deleteFrom('membership')
      .where('term', '=', term)
      .where('person', '=', person)
      .where('role', '=', role)
      .execute();
    const reads = members.some((one) => one.person === person && one.role !== role && one.role !== 'organiser');
    if (!reads) await giveBack(trx, term, person);
    await appendFact(trx, { kind: 'role-taken', at, by, about: person, term, role });
    return { kind: 'taken' } as const;
  });
}

/** Assignments without a rating, of somebody who reads no more. */
async function giveBack(trx: Transaction<Schema>, term: string, person: string): Promise<void> {
  await trx
    .deleteFrom('assignment')
    .where('reviewer', '=', person)
    .where('conflict', '=', false)
    .where('application', 'in', (one) => one.selectFrom('application').select('id').where('term', '=', term))
    .where('application', 'not in', (one) =>
      one.selectFrom('rating').select('application').where('reviewer', '=', person),
    )
    .execute();
}
