import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import type { Role } from '../../src/core/programme/role.ts';
import { askerOf } from '../../src/office/askerOf.ts';
import type { Office } from '../../src/office/office.ts';
import { givePerson } from '../../src/office/people/givePerson.ts';
import { giveRole } from '../../src/office/term/giveRole.ts';
import { makeProgramme } from '../../src/office/term/makeProgramme.ts';
import { makeTerm } from '../../src/office/term/makeTerm.ts';
import { readTerm } from '../../src/office/term/readTerms.ts';
import { withDatabase } from './programmeDatabase.ts';
import { testMailSettings } from './testMailSettings.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** When it all begins: applications have been open for ten days. */
const START = new Date('2026-11-11T12:00:00Z');

export type TermWorld = Awaited<ReturnType<typeof termWorld>>;

/** A term in which tasks can be done, on a real database and a clock that a test moves. */
export const termWorld = (t: TestContext) => withDatabase(t, termWorldOn);

export const termWorldOn = async ({ db }: { readonly db: Office['db'] }) => {
  let now = START;
  const office: Office = {
    db,
    address: 'http://127.0.0.1:7430',
    now: () => now,
    newId: randomUUID,
    mailSettings: testMailSettings,
  };
  const programme = await makeProgramme(office, {
    ...{ slug: 'kernel', name: 'Kernel mentorship', words: 'Words.', disclosurePolicy: 'Say it.' },
  });
  const at = (days: number) => new Date(START.getTime() + days * DAY);
  const made = await makeTerm(
    office,
    {
      ...{ programme, slug: 'autumn', name: 'autumn term', zone: 'Europe/Berlin', cap: 3, places: 30, isPublic: true },
      ...{ opensAt: at(-10), closesAt: at(10), tasksUntil: at(30), startsAt: at(40), endsAt: at(120), eligibility: [] },
    },
    'operator',
  );
  if (made.kind !== 'made') throw new Error(made.because);
  const term = (await readTerm(office, made.id)) ?? failed();
  /** Somebody with roles in the term, signed in as these must. */
  const person = async (name: string, ...roles: readonly Role[]) => {
    const id = await givePerson(office, {
      ...{ address: `${name.toLowerCase().replaceAll(' ', '.')}@made.example`, name, zone: 'Europe/Berlin' },
    });
    await db.transaction().execute(async (trx) => {
      for (const role of roles) await giveRole(trx, { term: term.id, person: id, role, by: 'operator', at: now });
    });
    const asker = await askerOf(office, id, 'passkey');
    return { ...asker, id };
  };
  return {
    ...{ office, term, person, at },
    forward: (ms: number): void => {
      now = new Date(now.getTime() + ms);
    },
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
