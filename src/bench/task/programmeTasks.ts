import { z } from 'zod';
import { Trouble } from '../../core/trouble.ts';
import { type Access, askServer } from '../../edge/programmeServer/askServer.ts';

const Role = z.object({ term: z.string(), role: z.string() });
const Me = z.object({ name: z.string(), roles: z.array(Role) });
const Attempt = z.object({
  ...{ attempt: z.number(), state: z.string(), received_at: z.string(), late: z.boolean(), answer: z.string() },
});
const Task = z.object({
  ...{ id: z.string(), term: z.string(), slug: z.string(), title: z.string(), ordinal: z.number() },
  ...{ state: z.string(), due: z.string(), late: z.boolean(), attempts: z.array(Attempt) },
});

export type ProgrammeTask = z.infer<typeof Task>;

/** Whose the token is. @throws Trouble where the server refuses it or cannot be reached. */
export const whoAmI = async (access: Access): Promise<z.infer<typeof Me>> => Me.parse(await asked(access, '/me'));

/** Every task of every term that one takes part in, with what the server saw. */
export async function programmeTasks(access: Access): Promise<readonly ProgrammeTask[]> {
  const { roles } = await whoAmI(access);
  const terms = new Set(roles.filter(({ role }) => role === 'applicant' || role === 'mentee').map(({ term }) => term));
  const tasks = await Promise.all(
    [...terms].map(async (term) => asked(access, `/terms/${encodeURIComponent(term)}/tasks`)),
  );
  return tasks.flatMap((one) => z.array(Task).parse(one)).toSorted((one, other) => one.ordinal - other.ordinal);
}

/** The task that a person names by its slug or number. @throws Trouble `input` where there is none. */
export function namedTask(tasks: readonly ProgrammeTask[], name: string): ProgrammeTask {
  const found = tasks.filter(({ slug, ordinal }) => slug === name || String(ordinal) === name);
  const [task] = found;
  if (task && found.length === 1) return task;
  throw new Trouble('input', {
    what: found.length > 1 ? `${name} is a task in several terms of yours.` : `There is no task ${name}.`,
    next: `Name one of these: ${tasks.map(({ slug }) => slug).join(', ')}`,
  });
}

const Words = z.object({ words: z.string(), mark: z.string().nullish() });

/** The words of a task, Markdown, and what one's evidence for it has to bear. */
export const taskWords = async (access: Access, { term, slug }: ProgrammeTask): Promise<z.infer<typeof Words>> => {
  const path = `/terms/${encodeURIComponent(term)}/tasks/${encodeURIComponent(slug)}`;
  return Words.parse(await asked(access, path));
};

async function asked(access: Access, path: string): Promise<unknown> {
  const answer = await askServer(access, path);
  if (answer.kind === 'answered') return answer.body;
  if (answer.kind === 'refused') {
    throw new Trouble('input', {
      ...{ what: answer.because, where: access.url },
      next: 'Make a new token on the page “You” of the programme, then: patchling task login URL',
    });
  }
  throw new Trouble('missing', {
    what: 'The programme’s server cannot be reached.',
    ...{ where: access.url, why: answer.because, next: 'Try again later; what waits to be sent is kept.' },
  });
}
