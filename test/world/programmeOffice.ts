import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import type { Asker, Role } from '../../src/core/programme/role.ts';
import { askerOf } from '../../src/office/askerOf.ts';
import type { Office } from '../../src/office/office.ts';
import { givePerson } from '../../src/office/people/givePerson.ts';
import { giveRole } from '../../src/office/term/giveRole.ts';
import { makeProgramme } from '../../src/office/term/makeProgramme.ts';
import { makeTerm } from '../../src/office/term/makeTerm.ts';
import { sampleEligibility, sampleProgramme } from '../../src/office/term/sampleProgramme.ts';
import { withDatabase } from './programmeDatabase.ts';
import { testMailSettings } from './testMailSettings.ts';

const DAY = 86_400_000;

/** A programme with one term that is open, on a real database and a clock that a test sets. */
export interface OfficeWorld {
  readonly office: Office;
  readonly term: string;
  /** Moves the clock. */
  days(count: number): void;
  /** A person with an address of their name, and with a role where one is named; signed in by passkey. */
  someone(name: string, role?: Role): Promise<Asker & { readonly id: string }>;
  /** The same person with the roles that they have by now. */
  again(who: Asker): Promise<Asker & { readonly id: string }>;
}

/** The day on which the made-up term opens. */
const OPENING = new Date('2026-06-01T12:00:00Z');

/** The answers of somebody who can take part. */
export const eligible = Object.fromEntries(sampleEligibility.map(({ id, wanted }) => [id, wanted]));

/** An application as one would write it. */
export const written = {
  ...{ words: 'I want to learn how patches are made.', availability: 'evenings', codeIdentity: '', disclosure: 'none' },
  eligibility: eligible,
};

export const withOffice = (t: TestContext, use: (world: OfficeWorld) => Promise<void>): Promise<void> =>
  withDatabase(t, async ({ db }) => {
    let now = OPENING.getTime() + DAY;
    const office: Office = {
      db,
      address: 'http://127.0.0.1:7430',
      now: () => new Date(now),
      newId: randomUUID,
      mailSettings: testMailSettings,
    };
    const programme = await makeProgramme(office, { slug: 'kernel', name: 'Kernel mentorship', ...sampleProgramme });
    const at = (days: number) => new Date(OPENING.getTime() + days * DAY);
    const made = await makeTerm(
      office,
      {
        ...{
          programme,
          slug: 'summer',
          name: 'summer 2026',
          zone: 'Europe/Berlin',
          cap: 1,
          places: 30,
          isPublic: true,
        },
        ...{ opensAt: at(0), closesAt: at(14), tasksUntil: at(42), startsAt: at(49), endsAt: at(140) },
        eligibility: sampleEligibility,
      },
      'operator',
    );
    if (made.kind !== 'made') throw new Error(made.because);
    const again = async (who: Asker) => ({ ...(await askerOf(office, who.id ?? '', 'passkey')), id: who.id ?? '' });
    await use({
      ...{ office, term: made.id, again },
      days: (count) => {
        now += count * DAY;
      },
      someone: async (name, role) => {
        const id = await givePerson(office, { address: `${name.toLowerCase()}@example.org`, name });
        if (role) {
          const given = { term: made.id, person: id, role, by: 'operator', at: office.now() };
          await office.db.transaction().execute((trx) => giveRole(trx, given));
        }
        return again({ id, level: 'passkey', roles: new Map() });
      },
    });
  });
