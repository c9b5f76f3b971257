import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ApplicationState } from '../../src/core/programme/applicationState.ts';
import type { Asker, Level, Role } from '../../src/core/programme/role.ts';
import type { Schema } from '../../src/edge/db/schema.ts';
import type { Office } from '../../src/office/office.ts';
import { givePerson } from '../../src/office/people/givePerson.ts';
import { giveRole } from '../../src/office/term/giveRole.ts';
import { makeProgramme } from '../../src/office/term/makeProgramme.ts';
import { makeTerm } from '../../src/office/term/makeTerm.ts';
import { sampleEligibility, sampleProgramme } from '../../src/office/term/sampleProgramme.ts';

/** A term in which applications are open, with a clock that a test moves. */
export interface ReviewedTerm {
  readonly office: Office & { setNow(at: string): void };
  readonly term: string;
  /** Somebody with these roles, signed in. */
  member(name: string, roles: readonly Role[], level?: Level): Promise<Asker & { readonly id: string }>;
  /** An application in a state; gives its id. */
  applied(name: string, state?: ApplicationState): Promise<string>;
  /** The mails that were put, oldest first. */
  mails(): Promise<
    { readonly address: string; readonly kind: string; readonly subject: string; readonly text: string }[]
  >;
  facts(kind: string): Promise<number>;
}

export const reviewedTerm = async (db: Kysely<Schema>, { places = 30, cap = 1 } = {}): Promise<ReviewedTerm> => {
  let now = new Date('2027-01-10T12:00:00Z');
  const office = {
    ...{ db, address: 'http://127.0.0.1:7430', newId: () => randomUUID(), now: () => now },
    setNow: (at: string) => {
      now = new Date(at);
    },
    mailSettings: { domain: 'mentors.example', from: 'm@mentors.example', hasDoor: false, secret: new Uint8Array(32) },
  };
  const programme = await makeProgramme(office, { slug: 'kernel', name: 'Kernel mentorship', ...sampleProgramme });
  const made = await makeTerm(
    office,
    {
      ...{ programme, slug: 'spring', name: 'spring 2027', zone: 'Europe/Berlin', cap, places, isPublic: true },
      ...{ opensAt: new Date('2027-01-01T00:00:00Z'), closesAt: new Date('2027-02-01T00:00:00Z') },
      ...{ tasksUntil: new Date('2027-02-20T00:00:00Z'), startsAt: new Date('2027-03-01T00:00:00Z') },
      ...{ endsAt: new Date('2027-06-01T00:00:00Z'), eligibility: sampleEligibility },
    },
    'operator',
  );
  if (made.kind !== 'made') throw new Error(made.because);
  const term = made.id;
  const person = (name: string) =>
    givePerson(office, { address: `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@made.example`, name });
  return {
    ...{ office, term },
    member: async (name, roles, level = 'passkey') => {
      const id = await person(name);
      await db.transaction().execute(async (trx) => {
        for (const role of roles) await giveRole(trx, { term, person: id, role, by: 'operator', at: now });
      });
      return { id, level, roles: new Map([[term, new Set(roles)]]) };
    },
    applied: async (name, state = 'sent') => {
      const [id, owner] = [randomUUID(), await person(name)];
      await db
        .insertInto('application')
        .values({
          ...{ id, term, person: owner, state, started_at: now, sent_at: state === 'started' ? null : now },
          ...{ decided_at: null, withdrawn_at: null, revision: 1, eligibility: '{"adult":true}' },
          ...{ words: `I read code. ${name}`, availability: 'ten hours', code_identity: '', disclosure: 'none' },
        })
        .execute();
      await db
        .transaction()
        .execute((trx) => giveRole(trx, { term, person: owner, role: 'applicant', by: 'machine', at: now }));
      return id;
    },
    mails: () =>
      db
        .selectFrom('outbox')
        .select(['address', 'kind', 'subject', 'text'])
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    facts: async (kind) => (await db.selectFrom('decision').select('seq').where('kind', '=', kind).execute()).length,
  };
};
