import type { Asker, Role } from '../../src/core/programme/role.ts';
import { askerOf } from '../../src/office/askerOf.ts';
import { setChapters } from '../../src/office/course/setChapters.ts';
import type { Office } from '../../src/office/office.ts';
import { givePerson } from '../../src/office/people/givePerson.ts';
import { addSampleTasks } from '../../src/office/tasks/addSampleTasks.ts';
import { giveRole } from '../../src/office/term/giveRole.ts';
import { makeProgramme } from '../../src/office/term/makeProgramme.ts';
import { makeTerm } from '../../src/office/term/makeTerm.ts';
import { readTerm, type Term } from '../../src/office/term/readTerms.ts';
import { sampleEligibility, sampleProgramme } from '../../src/office/term/sampleProgramme.ts';

export const DAY = 86_400_000;

export interface TermTeam {
  readonly term: Term;
  readonly organiser: Asker;
  readonly leads: readonly Asker[];
  readonly mentors: readonly Asker[];
  readonly reviewers: readonly Asker[];
}

/** A programme, a term that opens now, its team and its ten tasks. */
export async function termTeam(office: Office, { places }: { readonly places: number }): Promise<TermTeam> {
  const programme = await makeProgramme(office, { slug: 'kernel', name: 'Kernel mentorship', ...sampleProgramme });
  const opening = office.now();
  const at = (days: number) => new Date(opening.getTime() + days * DAY);
  const made = await makeTerm(
    office,
    {
      ...{ programme, slug: 'autumn', name: 'autumn term', zone: 'Europe/Berlin', cap: 1, places, isPublic: true },
      ...{ opensAt: at(0), closesAt: at(14), tasksUntil: at(42), startsAt: at(49), endsAt: at(140) },
      eligibility: sampleEligibility,
    },
    'operator',
  );
  if (made.kind !== 'made') throw new Error(made.because);
  const someone = async (name: string, ...roles: readonly Role[]): Promise<Asker> => {
    const address = `${name.toLowerCase()}@team.example`;
    const person = await givePerson(office, { address, name, zone: 'Europe/Berlin' });
    await office.db.transaction().execute(async (trx) => {
      for (const role of roles) await giveRole(trx, { term: made.id, person, role, by: 'operator', at: office.now() });
    });
    return askerOf(office, person, 'passkey');
  };
  const team = {
    organiser: await someone('Olga', 'organiser'),
    leads: [await someone('Lee', 'lead mentor', 'mentor'), await someone('Lou', 'lead mentor')],
    mentors: [await someone('Mia', 'mentor'), await someone('Max', 'mentor')],
    reviewers: [await someone('Rae', 'reviewer'), await someone('Ravi', 'reviewer'), await someone('Rui', 'reviewer')],
  };
  const [lead] = team.leads;
  if (!lead) throw new Error('nobody leads');
  await addSampleTasks(office, lead, { term: made.id });
  await setChapters(office, lead, { term: made.id, titles: chapters });
  const term = await readTerm(office, made.id);
  if (!term) throw new Error('the term is not there');
  return { term, ...team };
}

const chapters = [
  ...['How the kernel is developed', 'Getting the source', 'Building and booting', 'Modules', 'Testing', 'Debugging'],
  ...['Writing a patch', 'Sending it', 'Answering reviews'],
];
