import { openTasks } from '../../src/core/programme/task.ts';
import { askerOf } from '../../src/office/askerOf.ts';
import { readTasks } from '../../src/office/tasks/readTasks.ts';
import { submitTask } from '../../src/office/tasks/submitTask.ts';
import type { Term } from '../../src/office/term/readTerms.ts';
import { atOnce } from './atOnce.ts';
import type { Random } from './createRandom.ts';
import type { MovedOffice } from './simulateTerm.ts';

const statements = [
  'It boots; the log is below. I had to turn off one driver that my compiler does not like.',
  'Done as the task says. The second command took me an hour, since I had forgotten the modules.',
  'This is what I understood; the last step I am not sure about.',
];

/** On one day each person hands in what they have come to, some of them; gives how many did. */
export async function handingIn(
  office: MovedOffice,
  term: Term,
  people: readonly string[],
  { lanes, random, day }: { readonly lanes: number; readonly random: Random; readonly day: number },
): Promise<number> {
  const today = people
    .filter(() => random.next() < 0.13)
    .map((person) => ({ person, statement: random.of(statements) }));
  let count = 0;
  await atOnce(today, lanes, async ({ person, statement }) => {
    const who = await askerOf(office, person, 'link');
    const next = openTasks((await readTasks(office, who, { term: term.id })) ?? [])[0];
    if (!next) return;
    const bytes = new TextEncoder().encode(`[    0.000000] Linux version 6.12.1 (${person.slice(0, 8)}), day ${day}\n`);
    const order = {
      term: term.id,
      task: next.facts.task.id,
      via: 'page',
      statement,
      files: [{ name: 'log.txt', bytes }],
    } as const;
    // The browser sent it twice: it is one submission.
    const key = `${next.facts.task.id} ${day}`;
    const [one] = await Promise.all([1, 2].map(() => submitTask(office, who, { ...order, key })));
    if (one?.kind === 'received') count++;
  });
  return count;
}
