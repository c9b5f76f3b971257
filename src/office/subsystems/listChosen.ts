import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Office } from '../office.ts';

/** What the mentees of a term have chosen, by the subsystem. */
export interface Chosen {
  readonly subsystems: readonly {
    readonly name: string;
    readonly people: readonly { readonly name: string; readonly since: Date }[];
  }[];
  /** Mentees who have chosen nothing, by name. */
  readonly without: readonly string[];
}

/** For the mentors of a term; undefined for others. */
export async function listChosen(
  { db }: Pick<Office, 'db'>,
  who: Asker,
  { term }: { readonly term: string },
): Promise<Chosen | undefined> {
  if (!mayDo(who, { do: 'read-choices', term }).may) return undefined;
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .leftJoin('subsystem_choice', (join) =>
      join
        .onRef('subsystem_choice.person', '=', 'person.id')
        .onRef('subsystem_choice.term', '=', 'membership.term')
        .on('dropped_at', 'is', null),
    )
    .select(['person.name as person', 'subsystem_choice.name', 'chosen_at'])
    .where('membership.term', '=', term)
    .where('role', '=', 'mentee')
    .where('erased_at', 'is', null)
    .where('frozen_at', 'is', null)
    .orderBy('subsystem_choice.name')
    .orderBy('person.name')
    .execute();
  const chosen = rows.flatMap(({ person, name, chosen_at }) =>
    name === null || chosen_at === null ? [] : [{ subsystem: name, name: person, since: chosen_at }],
  );
  return {
    subsystems: [...Map.groupBy(chosen, ({ subsystem }) => subsystem)].map(([name, people]) => ({ name, people })),
    without: rows.filter(({ name }) => name === null).map(({ person }) => person),
  };
}

/** What one person has chosen now. Asks nobody's permission: for verbs that have. */
export const chosenBy = async (
  db: Office['db'],
  { term, person }: { readonly term: string; readonly person: string },
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('subsystem_choice')
    .select('name')
    .where('term', '=', term)
    .where('person', '=', person)
    .where('dropped_at', 'is', null)
    .orderBy('chosen_at')
    .execute();
  return rows.map(({ name }) => name);
};
