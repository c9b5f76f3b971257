import type { SentFile } from '../../src/core/programme/submissionState.ts';
import { openTasks } from '../../src/core/programme/task.ts';
import { askerOf } from '../../src/office/askerOf.ts';
import { lookAtSubmission } from '../../src/office/evidence/lookAtSubmission.ts';
import { nonceOf } from '../../src/office/evidence/nonceOf.ts';
import { readTasks } from '../../src/office/tasks/readTasks.ts';
import { submitTask } from '../../src/office/tasks/submitTask.ts';
import type { Term } from '../../src/office/term/readTerms.ts';
import { atOnce } from './atOnce.ts';
import type { Random } from './createRandom.ts';
import { simulatedPieces } from './simulatedPieces.ts';
import type { MovedOffice } from './simulateTerm.ts';

const statements = [
  'It boots; the log is below. I had to turn off one driver that my compiler does not like.',
  'Done as the task says. The second command took me an hour, since I had forgotten the modules.',
  'This is what I understood; the last step I am not sure about.',
];

export interface HandingIn {
  readonly lanes: number;
  readonly random: Random;
  readonly day: number;
  /** Of the people, those who hand something in today. */
  readonly share?: number;
}

/** So many forget their mark at first, or hand in what somebody else made. */
const [FORGET, COPY] = [0.15, 0.18];
const NO_MARK = 'plgexample22222';

const piecesOf = async (
  office: MovedOffice,
  drawn: { readonly person: string; readonly task: string; readonly slug: string; slip: number; seed: number },
): Promise<readonly SentFile[]> => {
  const { slug, slip, seed } = drawn;
  const mark = await nonceOf(office, drawn);
  // Who copies has one of the same few logs.
  const isCopied = slip >= FORGET && slip < COPY;
  return simulatedPieces(slug, slip < FORGET ? NO_MARK : mark, isCopied ? seed % 40 : seed);
};

/** On one day each person hands in what they have come to, some of them; gives how many did. */
export async function handingIn(
  office: MovedOffice,
  term: Term,
  people: readonly string[],
  { lanes, random, day, share = 0.13 }: HandingIn,
): Promise<number> {
  const today = people
    .filter(() => random.next() < share)
    .map((person) => ({
      ...{ person, statement: random.of(statements), slip: random.next() },
      seed: Math.floor(random.next() * 1e9),
    }));
  let count = 0;
  await atOnce(today, lanes, async ({ person, statement, slip, seed }) => {
    const who = await askerOf(office, person, 'link');
    const next = openTasks((await readTasks(office, who, { term: term.id })) ?? [])[0];
    if (!next) return;
    const { id: task, slug } = next.facts.task;
    const files = await piecesOf(office, { person, task, slug, slip, seed });
    const order = {
      term: term.id,
      task,
      via: 'page',
      statement,
      files,
    } as const;
    // The browser sent it twice: it is one submission.
    const key = `${task} ${day}`;
    const [one] = await Promise.all([1, 2].map(() => submitTask(office, who, { ...order, key })));
    if (one?.kind !== 'received') return;
    count++;
    await lookAtSubmission(office, one.id);
  });
  return count;
}
