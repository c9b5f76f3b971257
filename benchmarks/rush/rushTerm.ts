import { type OpenOffice, openOffice } from '../../src/cli/programme/openOffice.ts';
import { newHalf } from '../../src/edge/signIn/halves.ts';
import { openSignIn } from '../../src/edge/signIn/signIn.ts';
import { makeProgramme } from '../../src/office/term/makeProgramme.ts';
import { makeTerm } from '../../src/office/term/makeTerm.ts';
import { sampleEligibility, sampleProgramme } from '../../src/office/term/sampleProgramme.ts';
import { atOnce } from '../term/atOnce.ts';
import { DAY } from '../term/termTeam.ts';

export interface RushPlace {
  readonly data: string;
  readonly url?: string | undefined;
  readonly address: string;
}

export const RUSH_TERM = '/kernel/autumn';

/** Opens a programme as its server would, with a clock of its own where one is given. */
export const openRush = (
  place: RushPlace,
  { now = (): Date => new Date(), beside = false }: { readonly now?: () => Date; readonly beside?: boolean } = {},
): Promise<OpenOffice> => openOffice({ ...place, domain: 'programme.example', now, beside });

/** A term that closes in three quarters of an hour, and people who are signed in: a cookie for each. */
export async function rushTerm(place: RushPlace, people: number): Promise<string[]> {
  const { office, database } = await openRush(place);
  try {
    const last = Date.now();
    const at = (days: number): Date => new Date(last + days * DAY);
    // It was made and opened two weeks ago.
    const before = { ...office, now: () => at(-15) };
    const programme = await makeProgramme(before, { slug: 'kernel', name: 'Kernel mentorship', ...sampleProgramme });
    const made = await makeTerm(
      before,
      {
        ...{ programme, slug: 'autumn', name: 'autumn term', zone: 'Europe/Berlin', cap: 1, places: 100 },
        ...{ opensAt: at(-14), closesAt: at(1 / 32), tasksUntil: at(28), startsAt: at(35), endsAt: at(126) },
        ...{ isPublic: true, eligibility: sampleEligibility },
      },
      'operator',
    );
    if (made.kind !== 'made') throw new Error(made.because);
    const secret = Buffer.from(office.mailSettings.secret).toString('hex');
    const { newId, db, address } = office;
    const signIn = await openSignIn({ db, address, secret, newId, now: () => new Date() });
    const cookies: string[] = [];
    const addresses = Array.from({ length: people }, (_, index) => `person${index}@people.example`);
    await atOnce(addresses, 8, async (mail) => {
      const half = newHalf();
      const link = await signIn.makeLink(mail, half);
      const begun = await signIn.useLink(link, half, new Headers({ 'user-agent': 'autocannon' }));
      if (!begun) throw new Error(`${mail} was not let in`);
      cookies.push(begun.setCookies.map((cookie) => cookie.split(';', 1)[0]).join('; '));
    });
    return cookies;
  } finally {
    await database.close();
  }
}
