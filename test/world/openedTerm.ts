import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/core/programme/role.ts';
import type { Office } from '../../src/office/office.ts';
import { givePerson } from '../../src/office/people/givePerson.ts';
import { giveRole } from '../../src/office/term/giveRole.ts';
import { makeProgramme } from '../../src/office/term/makeProgramme.ts';
import { makeTerm, type TermOrder } from '../../src/office/term/makeTerm.ts';
import { sampleProgramme } from '../../src/office/term/sampleProgramme.ts';
import { testMailSettings } from './testMailSettings.ts';

export interface OpenedTerm {
  readonly office: Office;
  /** The term's id. */
  readonly term: string;
  setNow(at: Date): void;
  /** Somebody with these roles in the term; gives their id. */
  enrol(person: { readonly address: string; readonly name: string }, roles: readonly Role[]): Promise<string>;
}

/** An office at an instant that a test moves, with a programme of one term. */
export const openedTerm = async (
  db: Office['db'],
  start: Date,
  order: Omit<TermOrder, 'programme' | 'zone' | 'isPublic'>,
): Promise<OpenedTerm> => {
  let now = start;
  const office: Office = {
    ...{ db, address: 'http://127.0.0.1:7430', newId: randomUUID, mailSettings: testMailSettings },
    now: () => now,
  };
  const programme = await makeProgramme(office, { slug: 'kernel', name: 'Kernel mentorship', ...sampleProgramme });
  const made = await makeTerm(office, { ...order, programme, zone: 'Europe/Berlin', isPublic: true }, 'operator');
  if (made.kind !== 'made') throw new Error(made.because);
  const term = made.id;
  return {
    ...{ office, term },
    setNow: (at) => {
      now = at;
    },
    enrol: async (person, roles) => {
      const id = await givePerson(office, { ...person, zone: 'Europe/Berlin' });
      await db.transaction().execute(async (trx) => {
        for (const role of roles) await giveRole(trx, { term, person: id, role, by: 'operator', at: now });
      });
      return id;
    },
  };
};
