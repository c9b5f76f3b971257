import type { Transaction } from 'kysely';
import { rolesClash } from '../../core/programme/rolesClash.ts';
import type { Roll, RollPerson } from '../../core/programme/roll.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import { allowed, type Doer, doerId } from '../allowed.ts';
import type { Mailing } from '../mailPerson.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { giveRole } from '../term/giveRole.ts';
import { readMailWords } from '../term/readMailWords.ts';
import { readTerm, type Term } from '../term/readTerms.ts';
import { givePerson } from './givePerson.ts';
import { askToCome } from './invite.ts';

/** As what a list's people come: with an application to finish, or with a place. */
export type ImportedRole = 'applicant' | 'mentee';

export interface ImportPlan {
  readonly make: readonly RollPerson[];
  /** They take part already: nothing is changed. */
  readonly there: readonly RollPerson[];
  /** By line, what makes nobody and why. */
  readonly unclear: Roll['unclear'];
}

interface ImportOrder {
  readonly term: string;
  readonly role: ImportedRole;
  readonly roll: Roll;
}

/** What an import would make, before anything is made. */
export async function planImport(
  office: Pick<Office, 'db'>,
  who: Doer,
  { term, roll }: ImportOrder,
): Promise<({ readonly kind: 'plan' } & ImportPlan) | Refused> {
  const permission = allowed(who, { do: 'import-people', term });
  if (!permission.may) return forbidden(permission);
  return { kind: 'plan', ...(await plan(office.db, term, roll)) };
}

export type Imported = { readonly kind: 'imported'; readonly made: number; readonly there: number } | Refused;

/** Makes the people of a list, all of them or none; a second time it finds them there. Each is told by mail that they are. */
export async function importPeople(office: Mailing, who: Doer, order: ImportOrder): Promise<Imported> {
  const permission = allowed(who, { do: 'import-people', term: order.term });
  if (!permission.may) return forbidden(permission);
  const term = await readTerm(office, order.term);
  if (!term) return refused('There is no such term.');
  const words = (await readMailWords(office, term.id)).get('invitation');
  const by = doerId(who);
  return office.db.transaction().execute(async (trx): Promise<Imported> => {
    // One import at a time in a term: the second finds the people of the first.
    await trx.selectFrom('term').select('id').where('id', '=', term.id).forNoKeyUpdate().execute();
    const { make, there } = await plan(trx, term.id, order.roll);
    const source = 'a list of participants that the organisers keep elsewhere';
    for (const one of make) {
      const person = await put(office, trx, term, { ...one, role: order.role, by });
      await askToCome(office, trx, { term, person, role: order.role, by, source, words });
    }
    return { kind: 'imported', made: make.length, there: there.length };
  });
}

async function put(
  office: Mailing,
  trx: Transaction<Schema>,
  { id: term }: Term,
  { name, address, role, by }: RollPerson & { readonly role: ImportedRole; readonly by: string },
): Promise<string> {
  const at = office.now();
  const person = await givePerson({ ...office, db: trx }, { address, name });
  const state = role === 'mentee' ? 'accepted' : 'started';
  await trx
    .insertInto('application')
    .values({
      ...{ id: office.newId(), term, person, state, started_at: at, decided_at: role === 'mentee' ? at : null },
      ...{ revision: 1, eligibility: '{}', words: '', availability: '', code_identity: '', disclosure: '' },
    })
    .onConflict((conflict) => conflict.columns(['term', 'person']).doNothing())
    .execute();
  await appendFact(trx, { kind: 'person-imported', at, by, about: person, term });
  await giveRole(trx, { term, person, role: 'applicant', by, at });
  if (role === 'mentee') await giveRole(trx, { term, person, role, by, at });
  return person;
}

async function plan(db: Office['db'], term: string, { people, unclear }: Roll): Promise<ImportPlan> {
  const addresses = people.map(({ address }) => address);
  if (addresses.length === 0) return { make: [], there: [], unclear };
  const rows = await db
    .selectFrom('person')
    .leftJoin('membership', (join) =>
      join.onRef('membership.person', '=', 'person.id').on('membership.term', '=', term),
    )
    .leftJoin('application', (join) =>
      join.onRef('application.person', '=', 'person.id').on('application.term', '=', term),
    )
    .where('person.address', 'in', addresses)
    .select(['person.address', 'membership.role', 'application.id as application'])
    .execute();
  const known = Map.groupBy(rows, ({ address }) => address ?? '');
  const clash = ({ address }: RollPerson) =>
    rolesClash(
      (known.get(address) ?? []).flatMap(({ role }) => role ?? []),
      'applicant',
    );
  const isThere = ({ address }: RollPerson) => (known.get(address) ?? []).some(({ application }) => application);
  const free = people.filter((one) => clash(one) === undefined);
  const clashing = people.flatMap((one) => {
    const what = clash(one);
    return what === undefined ? [] : [{ line: one.line, what }];
  });
  return {
    make: free.filter((one) => !isThere(one)),
    there: free.filter(isThere),
    unclear: [...unclear, ...clashing].toSorted((one, other) => one.line - other.line),
  };
}
