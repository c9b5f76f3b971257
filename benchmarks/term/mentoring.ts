import type { Asker } from '../../src/core/programme/role.ts';
import { decideSubmission } from '../../src/office/queue/decideSubmission.ts';
import { nextSubmission } from '../../src/office/queue/nextSubmission.ts';
import type { Random } from './createRandom.ts';
import type { MovedOffice } from './simulateTerm.ts';
import type { TermTeam } from './termTeam.ts';

const answers = {
  accepted: ['', 'Good. The log says what it should.'],
  'changes requested': ['Say which configuration you built, please.', 'The load line is missing from the log.'],
  'not yet': ['This is the log of another kernel than the task asks for: build the one that it names.'],
} as const;

/** The mentors take and answer at the same time, each so many; gives how many were answered. */
export async function mentoring(
  office: MovedOffice,
  { term, mentors, leads }: TermTeam,
  { random, each }: { readonly random: Random; readonly each: number },
): Promise<number> {
  let answered = 0;
  const work = async (who: Asker): Promise<void> => {
    for (let done = 0; done < each; done++) {
      const next = await nextSubmission(office, who, { term: term.id });
      if (next.kind !== 'taken') return;
      const drawn = random.next();
      const outcome = drawn < 0.78 ? 'accepted' : drawn < 0.94 ? 'changes requested' : 'not yet';
      const order = { submission: next.submission, outcome, answer: random.of(answers[outcome]) } as const;
      // Pressed twice: decided once.
      const both = await Promise.all([decideSubmission(office, who, order), decideSubmission(office, who, order)]);
      const decided = both.filter(({ kind }) => kind === 'decided').length;
      if (decided > 1) throw new Error(`${next.submission} was decided twice`);
      answered += decided;
    }
  };
  await Promise.all([...mentors, ...leads.slice(0, 1)].map(work));
  return answered;
}
