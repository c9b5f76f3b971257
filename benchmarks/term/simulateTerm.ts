import type { Looking } from '../../src/office/evidence/lookAtSubmission.ts';
import { applying } from './applying.ts';
import { createRandom } from './createRandom.ts';
import { deciding } from './deciding.ts';
import { drawnPeople } from './drawnPeople.ts';
import { handingIn } from './handingIn.ts';
import { mentoring } from './mentoring.ts';
import { DAY, type TermTeam, termTeam } from './termTeam.ts';

/** An office whose clock the simulator moves. */
export interface MovedOffice extends Looking {
  moveTo(at: Date): void;
}

export interface SimulationOrder {
  readonly applicants: number;
  readonly places: number;
  readonly seed: number;
  /** How many act at the same time. */
  readonly lanes: number;
}

export interface Simulated {
  readonly team: TermTeam;
  readonly applicants: readonly string[];
}

/**
 * A whole term from its opening to acceptance and some weeks on, by the programme's own verbs, on a clock that is moved: the
 * rush before closing, tasks, mentors who answer, reviews, decisions. Yields what it does.
 */
export async function* simulateTerm(
  office: MovedOffice,
  order: SimulationOrder,
): AsyncGenerator<string, Simulated, undefined> {
  const random = createRandom(order.seed);
  const team = await termTeam(office, order);
  const { term } = team;
  const people = drawnPeople(order.applicants, order.seed, 'applicant');
  yield `${order.applicants} people apply to ${term.name}, half of them in its last day`;
  const applicants = await applying(office, term, people, { ...order, random });
  for (let day = 14; day <= 42; day++) {
    office.moveTo(new Date(term.opensAt.getTime() + day * DAY - DAY / 2));
    const sent = await handingIn(office, term, applicants, { ...order, random, day });
    // A mentor comes in the evening after the next day.
    office.moveTo(new Date(office.now().getTime() + 1.2 * DAY));
    const answered = await mentoring(office, team, { random, each: Math.ceil(order.applicants / 12) });
    if (day % 7 === 0) yield `day ${day}: ${sent} handed in, ${answered} answered`;
  }
  office.moveTo(new Date(term.tasksUntil.getTime() + DAY));
  yield 'Reviewers read, lead mentors decide';
  await deciding(office, team, { random, ...order });
  office.moveTo(new Date(term.startsAt.getTime() + 8 * DAY));
  const late = await handingIn(office, term, applicants, { ...order, random, day: 60, share: 0.6 });
  office.moveTo(new Date(term.startsAt.getTime() + 9 * DAY));
  await mentoring(office, team, { random, each: Math.ceil(late / 8) });
  yield `the term runs: ${late} handed in since it began`;
  return { team, applicants };
}
