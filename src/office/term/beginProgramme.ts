import type { Office } from '../office.ts';
import { givePerson } from '../people/givePerson.ts';
import { putSamples } from '../tasks/addSampleTasks.ts';
import { giveRole } from './giveRole.ts';
import { makeProgramme } from './makeProgramme.ts';
import { makeTerm } from './makeTerm.ts';
import { readTerm } from './readTerms.ts';
import { sampleEligibility, sampleProgramme } from './sampleProgramme.ts';

export type Begun =
  | { readonly kind: 'begun'; readonly term: string }
  | { readonly kind: 'there'; readonly name: string };

const DAY = 86_400_000;

/** A first programme with a first term that is not public yet, tasks and an organiser; nothing where there is one already. */
export async function beginProgramme(
  office: Pick<Office, 'db' | 'now' | 'newId'>,
  { name, organiser }: { readonly name: string; readonly organiser: string | undefined },
): Promise<Begun> {
  const there = await office.db.selectFrom('programme').select('name').executeTakeFirst();
  if (there) return { kind: 'there', name: there.name };
  const programme = await makeProgramme(office, { slug: slugOf(name), name, ...sampleProgramme });
  const now = office.now();
  const inDays = (days: number) => new Date(Math.ceil(now.getTime() / DAY) * DAY + days * DAY);
  const made = await makeTerm(
    office,
    {
      ...{ programme, slug: 'first', name: 'first term', zone: 'UTC', cap: 3, places: 30, isPublic: false },
      ...{
        opensAt: inDays(14),
        closesAt: inDays(28),
        tasksUntil: inDays(56),
        startsAt: inDays(63),
        endsAt: inDays(154),
      },
      eligibility: sampleEligibility,
    },
    'operator',
  );
  const term = made.kind === 'made' ? made.id : '';
  await office.db.transaction().execute(async (trx) => {
    const first = await readTerm({ db: trx }, term);
    if (first) await putSamples(trx, office, first, 'operator');
  });
  if (organiser !== undefined) {
    await office.db.transaction().execute(async (trx) => {
      const person = await givePerson({ ...office, db: trx }, { address: organiser });
      for (const role of ['organiser', 'lead mentor'] as const) {
        await giveRole(trx, { term, person, role, by: 'operator', at: now });
      }
    });
  }
  return { kind: 'begun', term };
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60) || 'programme';
