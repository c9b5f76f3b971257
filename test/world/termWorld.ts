import type { TestContext } from 'node:test';
import type { Role } from '../../src/core/programme/role.ts';
import { askerOf } from '../../src/office/askerOf.ts';
import type { Office } from '../../src/office/office.ts';
import { readTerm } from '../../src/office/term/readTerms.ts';
import { openedTerm } from './openedTerm.ts';
import { withDatabase } from './programmeDatabase.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** When it all begins: applications have been open for ten days. */
const START = new Date('2026-11-11T12:00:00Z');

export type TermWorld = Awaited<ReturnType<typeof termWorld>>;

/** A term in which tasks can be done, on a real database and a clock that a test moves. */
export const termWorld = (t: TestContext) => withDatabase(t, termWorldOn);

export const termWorldOn = async ({ db }: { readonly db: Office['db'] }) => {
  const at = (days: number) => new Date(START.getTime() + days * DAY);
  const opened = await openedTerm(db, START, {
    ...{ slug: 'autumn', name: 'autumn term', cap: 3, places: 30, eligibility: [] },
    ...{ opensAt: at(-10), closesAt: at(10), tasksUntil: at(30), startsAt: at(40), endsAt: at(120) },
  });
  const { office } = opened;
  const term = (await readTerm(office, opened.term)) ?? failed();
  /** Somebody with roles in the term, signed in as these must. */
  const person = async (name: string, ...roles: readonly Role[]) => {
    const address = `${name.toLowerCase().replaceAll(' ', '.')}@made.example`;
    const id = await opened.enrol({ address, name }, roles);
    const asker = await askerOf(office, id, 'passkey');
    return { ...asker, id };
  };
  return {
    ...{ office, term, person, at },
    forward: (ms: number): void => opened.setNow(new Date(office.now().getTime() + ms)),
    facts: async (kind: string) =>
      (await db.selectFrom('decision').selectAll().where('kind', '=', kind).orderBy('seq').execute()).map(
        ({ about, by, body }) => ({ about, by, body: body as Record<string, unknown> }),
      ),
  };
};

function failed(): never {
  throw new Error('the term is not there');
}

/** What a verb gave, where it must not have refused. */
export const done = <Given extends { readonly kind: string }>(given: Given): Exclude<Given, { kind: 'refused' }> => {
  if (given.kind === 'refused') throw new Error((given as unknown as { because: string }).because);
  return given as Exclude<Given, { kind: 'refused' }>;
};
