import { saveApplication } from '../../src/office/apply/saveApplication.ts';
import { sendApplication } from '../../src/office/apply/sendApplication.ts';
import { startApplication } from '../../src/office/apply/startApplication.ts';
import { withdrawApplication } from '../../src/office/apply/withdrawApplication.ts';
import { askerOf } from '../../src/office/askerOf.ts';
import { givePerson } from '../../src/office/people/givePerson.ts';
import type { Term } from '../../src/office/term/readTerms.ts';
import { atOnce } from './atOnce.ts';
import type { Random } from './createRandom.ts';
import type { DrawnPerson } from './drawnPeople.ts';
import type { MovedOffice } from './simulateTerm.ts';
import { DAY } from './termTeam.ts';

/** Everybody starts before closing, half of them in the last day; nine in ten send; a few withdraw. Gives those who sent. */
export async function applying(
  office: MovedOffice,
  term: Term,
  people: readonly DrawnPerson[],
  { lanes, random }: { readonly lanes: number; readonly random: Random },
): Promise<string[]> {
  const eligibility = Object.fromEntries(term.eligibility.map(({ id, wanted }) => [id, wanted]));
  const plans = people.map((person) => ({ person, sends: random.next() < 0.92, leaves: random.next() < 0.03 }));
  const sent: string[] = [];
  const early = plans.slice(0, Math.floor(plans.length / 2));
  const apply = async ({ person, sends, leaves }: (typeof plans)[number]): Promise<void> => {
    const { address, name, zone, words, availability } = person;
    const id = await givePerson(office, { address, name, zone });
    const order = { term: term.id };
    // Pressed twice, as impatient people do: it is one application.
    const who = await askerOf(office, id, 'link');
    await Promise.all([startApplication(office, who, order), startApplication(office, who, order)]);
    const given = { words, availability, codeIdentity: '', disclosure: 'none', eligibility };
    await saveApplication(office, await askerOf(office, id, 'link'), { ...order, revision: 1, given });
    if (!sends) return;
    const applicant = await askerOf(office, id, 'link');
    const done = await sendApplication(office, applicant, order);
    if (done.kind !== 'sent') throw new Error(`${name}: ${JSON.stringify(done)}`);
    if (leaves) await withdrawApplication(office, applicant, order);
    else sent.push(id);
  };
  office.moveTo(new Date(term.opensAt.getTime() + 3 * DAY));
  await atOnce(early, lanes, apply);
  office.moveTo(new Date(term.closesAt.getTime() - DAY / 24));
  await atOnce(plans.slice(early.length), lanes, apply);
  return sent.toSorted();
}
