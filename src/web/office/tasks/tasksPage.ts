import { Hono } from 'hono';
import { html } from 'hono/html';
import { plural } from '../../../core/plural.ts';
import { handIn, isTaken } from '../../../core/programme/handIn.ts';
import { counting } from '../../../core/programme/task.ts';
import { looksOf } from '../../../office/evidence/looksOf.ts';
import { nonceOf } from '../../../office/evidence/nonceOf.ts';
import { evidenceOf } from '../../../office/evidence/setEvidence.ts';
import { earlierOf, filesOf, readFile } from '../../../office/queue/readSubmission.ts';
import { beforeIt, waitingIn } from '../../../office/queue/waitingIn.ts';
import { knownTaskAddress } from '../../../office/taskAddress.ts';
import { readOwnTask, readTasks } from '../../../office/tasks/readTasks.ts';
import type { OwnStanding } from '../../../office/tasks/standingsOf.ts';
import { RETIRED, submitTask } from '../../../office/tasks/submitTask.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { seen } from '../../parts/markup.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere } from '../frame/troublePage.ts';
import { attachment } from './attachment.ts';
import { sentSubmission } from './sentSubmission.ts';
import { type TaskView, taskHtml, taskSentence } from './taskHtml.ts';
import { tasksHtml, tasksSentence } from './tasksHtml.ts';

/** A person's tasks: all of them, one with its words and attempts, handing in, and the files that came. */
export const tasksPage = (desk: FrontDesk): Hono<Env> => {
  const at = '/:programme/:term/tasks';
  return new Hono<Env>()
    .get(at, async (c) => {
      const term = await termOf(c, desk);
      const { asker, person } = c.get('visit');
      const standings = term && (await readTasks(desk.office, asker, { term: term.id }));
      if (!term || !standings || !person) return nothingHere(c, desk);
      const isMentee = asker.roles.get(term.id)?.has('mentee') === true;
      const now = desk.office.now();
      const taken = (standing: OwnStanding) => isTaken(standing, { ...term, isMentee }, now);
      const view = { standings, at: termAddress(term), zone: person.zone, now, isTaken: taken };
      const counted = standings.filter(({ facts, state }) => !facts.task.isRetired || state === 'accepted');
      const { length } = counted.filter(({ state }) => state === 'accepted');
      return show(c, desk, {
        ...{ term, here: `${view.at}/tasks`, title: 'Your tasks', headline: tasksSentence(view) },
        lede: `${length} of ${plural(counted.length, 'task')} accepted. ${
          standings.some(taken) ? 'While one waits for a mentor, the next is open to you.' : 'What you did stays yours.'
        }`,
        body: tasksHtml(view),
      });
    })
    .get(`${at}/:slug`, async (c) => {
      const term = await termOf(c, desk);
      return term ? showTask(c, desk, term) : nothingHere(c, desk);
    })
    .post(`${at}/:slug`, async (c) => {
      const term = await termOf(c, desk);
      return term ? submit(c, desk, term) : nothingHere(c, desk);
    })
    .get('/:programme/:term/submissions/:id/files/:ordinal', async (c) => {
      const term = await termOf(c, desk);
      const { id, ordinal } = c.req.param();
      const order = { term: term?.id ?? '', submission: id, ordinal: /^\d{1,3}$/.test(ordinal) ? Number(ordinal) : -1 };
      const file = term && (await readFile(desk.office, c.get('visit').asker, order));
      return file ? attachment(file) : nothingHere(c, desk);
    });
};

async function submit(c: Page, desk: FrontDesk, term: Term): Promise<Response> {
  const { asker } = c.get('visit');
  const slug = c.req.param('slug') ?? '';
  const own = await readOwnTask(desk.office, asker, { term: term.id, slug });
  if (!own) return nothingHere(c, desk);
  const { statement, key, files, wantsPerson, problem } = await sentSubmission(c);
  if (problem !== undefined) return showTask(c, desk, term, { because: problem, statement });
  const order = {
    term: term.id,
    task: own.standing.facts.task.id,
    via: 'page',
    statement,
    files,
    wantsPerson,
  } as const;
  const received = await submitTask(desk.office, asker, { ...order, key: key === '' ? desk.office.newId() : key });
  if (received.kind === 'refused') return showTask(c, desk, term, { because: received.because, statement });
  await desk.lookAt?.(received.id);
  return c.redirect(`${termAddress(term)}/tasks/${slug}?received=1`, 303);
}

async function showTask(c: Page, desk: FrontDesk, term: Term, refused?: TaskView['refused']): Promise<Response> {
  const { asker, person } = c.get('visit');
  const { office } = desk;
  const own = await readOwnTask(office, asker, { term: term.id, slug: c.req.param('slug') ?? '' });
  if (!own || !person) return nothingHere(c, desk);
  const { facts, deadline } = own.standing;
  const counts = counting(facts.attempts);
  const about = { task: facts.task.id, person: person.id };
  const [files, earlier, looks, evidence, nonce, waiting, mailed, before] = await Promise.all([
    filesOf(office.db, about),
    earlierOf(office.db, about),
    looksOf(office, about),
    evidenceOf(office, about.task),
    nonceOf(office, about),
    waitingIn(office, term.id),
    office.mailSettings.hasDoor ? knownTaskAddress(office, about) : undefined,
    counts?.state === 'waiting' ? beforeIt(office.db, term.id, counts.receivedAt) : undefined,
  ]);
  const isMentee = asker.roles.get(term.id)?.has('mentee') === true;
  const now = office.now();
  const may = handIn({ ...term, isMentee, deadline, isExtended: facts.extendedUntil !== undefined }, now);
  const at = termAddress(term);
  const view: TaskView = {
    ...{ ...own, files, earlier, looks, waiting, before, at, now, zone: person.zone, key: office.newId() },
    ...{
      closed: facts.task.isRetired ? RETIRED : may.kind === 'refused' ? may.because : undefined,
      evidence: evidence && { nonce, needs: evidence.needs },
      isReceived: c.req.query('received') === '1',
      mailed: office.mailSettings.hasDoor ? (mailed ?? 'none yet') : undefined,
    },
    ...(refused && { refused }),
  };
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex');
  return show(c, desk, {
    ...{ term, here: `${at}/tasks`, title: facts.task.title, headline: seen(taskSentence(view)) },
    trail: html`<a href="${at}/tasks">Your tasks</a>`,
    ...{ body: taskHtml(view), status: refused ? 422 : 200 },
  });
}
