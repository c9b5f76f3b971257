import type { TestContext } from 'node:test';
import type { Asker, Role } from '../../src/core/programme/role.ts';
import { askerOf } from '../../src/office/askerOf.ts';
import type { Office } from '../../src/office/office.ts';
import { sampleEligibility } from '../../src/office/term/sampleProgramme.ts';
import { openedTerm } from './openedTerm.ts';
import { withDatabase } from './programmeDatabase.ts';

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
    const at = (days: number) => new Date(OPENING.getTime() + days * DAY);
    const { office, term, setNow, enrol } = await openedTerm(db, at(1), {
      ...{ slug: 'summer', name: 'summer 2026', cap: 1, places: 30, eligibility: sampleEligibility },
      ...{ opensAt: at(0), closesAt: at(14), tasksUntil: at(42), startsAt: at(49), endsAt: at(140) },
    });
    const again = async (who: Asker) => ({ ...(await askerOf(office, who.id ?? '', 'passkey')), id: who.id ?? '' });
    await use({
      ...{ office, term, again },
      days: (count) => setNow(new Date(office.now().getTime() + count * DAY)),
      someone: async (name, role) => {
        const id = await enrol({ address: `${name.toLowerCase()}@example.org`, name }, role ? [role] : []);
        return again({ id, level: 'passkey', roles: new Map() });
      },
    });
  });
