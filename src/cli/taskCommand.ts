import { basename, resolve } from 'node:path';
import { namedTask, programmeTasks, taskWords, whoAmI } from '../bench/task/programmeTasks.ts';
import { packSubmission, type Submitted, sendAllQueued, submitToTask } from '../bench/task/submitToTask.ts';
import { plural } from '../core/plural.ts';
import { Trouble } from '../core/trouble.ts';
import { visible, visibleJson, visibleName } from '../core/visible.ts';
import { type Access, serverUrl } from '../edge/programmeServer/askServer.ts';
import { openTaskFolder, type TaskFolder } from '../edge/programmeServer/taskFolder.ts';
import type { Called, Run } from './commandTable.ts';
import type { Face } from './face.ts';
import { optionText } from './optionText.ts';
import { sayReceived } from './sayReceived.ts';
import { sayTask, sayTasks } from './sayTasks.ts';

/** `task`: a programme's tasks; `task NAME`: one with its words; `task login URL`; `task submit NAME FILE…`. */
export const run: Run = async (face, called) => {
  const folder = openTaskFolder(face.host.folders);
  const [first, ...rest] = called.args;
  if (first === 'login') return login(face, folder, rest);
  const access = folder.access();
  if (!access) throw notLoggedIn();
  if (first === 'submit') return submit(face, folder, access, { ...called, args: rest });
  for await (const sent of sendAllQueued(folder, access)) sayReceived(face, sent);
  const tasks = await programmeTasks(access);
  const now = face.host.now();
  if (first === undefined) {
    if (face.json) for (const one of tasks) face.say(visibleJson(JSON.stringify(asJson(one))));
    else sayTasks(face, tasks, now);
    return 0;
  }
  const task = namedTask(tasks, first);
  const { words, mark } = await taskWords(access, task);
  if (face.json) face.say(visibleJson(JSON.stringify({ ...asJson(task), words, ...(mark && { mark }) })));
  else sayTask(face, task, { words: visible(words), mark: visible(mark ?? '') }, now);
  return 0;
};

async function login(face: Face, folder: TaskFolder, [given]: readonly string[]): Promise<number> {
  if (given === undefined)
    throw new Trouble('input', { what: 'No server is named.', next: 'patchling task login URL' });
  const url = serverUrl(given);
  const token = await tokenGiven(face, url);
  const { name, roles } = await whoAmI({ url, token });
  folder.keepAccess({ url, token });
  face.say(
    `You are ${visibleName(name)} at ${url}, in ${plural(new Set(roles.map(({ term }) => term)).size, 'term')}.`,
  );
  face.say(`The token is kept in ${folder.accessFile}, which only you can read.`);
  return 0;
}

/** By standard input, never as an argument: those are seen by everybody on a machine, and stay in a shell's history. */
async function tokenGiven({ host, note }: Face, url: string): Promise<string> {
  if (host.terminal.isInteractive) note(`Paste the token from ${url}/me/tokens, then Enter and Ctrl-D:`);
  const token = host.terminal.readInput().trim();
  if (/^plg_[\w-]{43}$/.test(token)) return token;
  throw new Trouble('input', {
    what: 'What was given is no token.',
    next: `Make one on ${url}/me/tokens; it begins with plg_ and is shown once.`,
  });
}

async function submit(face: Face, folder: TaskFolder, access: Access, { args, options }: Called): Promise<number> {
  const [name, ...paths] = args;
  if (name === undefined)
    throw new Trouble('input', { what: 'No task is named.', next: 'patchling task submit NAME FILE…' });
  const { host } = face;
  const statement = optionText(options, 'statement') ?? '';
  const files = paths.map((path) => ({ name: basename(path), bytes: host.readBytes(resolve(host.cwd, path)) }));
  const task = await taskToSend(access, name);
  const sent = await submitToTask(folder, access, packSubmission(access, task, { statement, files }));
  sayReceived(face, sent);
  return statusOf(sent);
}

/** Which task is meant: the server says; where it cannot be reached, a term and a slug are enough. */
async function taskToSend(access: Access, name: string): Promise<{ term: string; slug: string }> {
  const [, term, slug] = /^([\w-]+)\/([a-z0-9-]+)$/.exec(name) ?? [];
  if (term !== undefined && slug !== undefined) return { term, slug };
  return namedTask(await programmeTasks(access), name);
}

const statusOf = ({ kind }: Submitted): number => ({ received: 0, queued: 3, refused: 1 })[kind];

const asJson = (task: Awaited<ReturnType<typeof programmeTasks>>[number]) => ({
  ...{ id: task.slug, title: task.title, due: task.due, state: task.state },
  checks: [],
  ...{ term: task.term, late: task.late, attempts: task.attempts },
});

const notLoggedIn = (): Trouble =>
  new Trouble('input', {
    what: 'You are not logged in to a programme.',
    why: 'A token says who you are; it is made on the page “You” of the programme.',
    next: 'patchling task login https://PROGRAMME',
  });
