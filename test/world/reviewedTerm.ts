import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ApplicationState } from '../../src/core/programme/applicationState.ts';
import type { Asker, Level, Role } from '../../src/core/programme/role.ts';
import type { Schema } from '../../src/edge/db/schema.ts';
import type { Office } from '../../src/office/office.ts';
import { sampleEligibility } from '../../src/office/term/sampleProgramme.ts';
import { openedTerm } from './openedTerm.ts';

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
  const opened = await openedTerm(db, new Date('2027-01-10T12:00:00Z'), {
    ...{ slug: 'spring', name: 'spring 2027', cap, places, eligibility: sampleEligibility },
    ...{ opensAt: new Date('2027-01-01T00:00:00Z'), closesAt: new Date('2027-02-01T00:00:00Z') },
    ...{ tasksUntil: new Date('2027-02-20T00:00:00Z'), startsAt: new Date('2027-03-01T00:00:00Z') },
    endsAt: new Date('2027-06-01T00:00:00Z'),
  });
  const { term } = opened;
  const office = { ...opened.office, setNow: (at: string) => opened.setNow(new Date(at)) };
  const enrol = (name: string, roles: readonly Role[]) =>
    opened.enrol({ address: `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@made.example`, name }, roles);
  return {
    ...{ office, term },
    member: async (name, roles, level = 'passkey') => {
      const id = await enrol(name, roles);
      return { id, level, roles: new Map([[term, new Set(roles)]]) };
    },
    applied: async (name, state = 'sent') => {
      const now = office.now();
      const [id, owner] = [randomUUID(), await enrol(name, ['applicant'])];
      await db
        .insertInto('application')
        .values({
          ...{ id, term, person: owner, state, started_at: now, sent_at: state === 'started' ? null : now },
          ...{ decided_at: null, withdrawn_at: null, revision: 1, eligibility: '{"adult":true}' },
          ...{ words: `I read code. ${name}`, availability: 'ten hours', code_identity: '', disclosure: 'none' },
        })
        .execute();
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
