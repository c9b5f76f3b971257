import { html } from 'hono/html';
import { startingNumber } from '../../../core/programme/numberWords.ts';
import { answerTime, queueSentence } from '../../../core/programme/queueSentence.ts';
import { has } from '../../../core/programme/role.ts';
import { openTasks } from '../../../core/programme/task.ts';
import { todaySentence } from '../../../core/programme/todaySentence.ts';
import { waitingQuestions } from '../../../office/course/readQuestion.ts';
import { listQueue, type Queue } from '../../../office/queue/listQueue.ts';
import { readTasks } from '../../../office/tasks/readTasks.ts';
import type { OwnStanding } from '../../../office/tasks/standingsOf.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import type { FrontDesk, Visit } from '../frame/frontDesk.ts';
import { termAddress } from '../frame/termAddress.ts';
import { queueRow } from '../queue/queueHtml.ts';
import { taskRow, waitingOf } from './tasksHtml.ts';

/** What is somebody's own to do today, to be put on their first page. */
export interface TodayPiece {
  readonly headline: string;
  readonly lede: string;
  readonly body: Markup;
}

interface OfTerm {
  readonly term: Term;
  readonly standings: readonly OwnStanding[] | undefined;
  readonly queue: Queue | undefined;
  readonly questions: number;
}

/** What to do next and by when, in each term of theirs; undefined where nothing of tasks or a queue is theirs. */
export async function todayFor(
  { office }: FrontDesk,
  { asker, person }: Visit,
  terms: readonly Term[],
): Promise<TodayPiece | undefined> {
  if (!person) return undefined;
  const now = office.now();
  const all = await Promise.all(
    terms
      .filter(({ id, endsAt }) => endsAt > now && has(asker, id, 'applicant', 'mentee', 'mentor', 'lead mentor'))
      .map(async (term): Promise<OfTerm> => {
        const order = { term: term.id };
        const [standings, queue, questions] = await Promise.all([
          has(asker, term.id, 'applicant', 'mentee') ? readTasks(office, asker, order) : undefined,
          listQueue(office, asker, { ...order, filter: { show: 'free', task: undefined } }),
          waitingQuestions(office, asker, order),
        ]);
        return { term, standings, queue, questions: questions.length };
      }),
  );
  if (all.length === 0) return undefined;
  const look = { zone: person.zone, now };
  const standings = all.flatMap((one) => one.standings ?? []);
  const queued = all.reduce((sum, one) => sum + (one.queue?.counts.free ?? 0) + one.questions, 0);
  const isMentorOnly = all.every((one) => one.standings === undefined);
  return {
    headline: isMentorOnly
      ? queueSentence(queued)
      : todaySentence(openTasks(standings), waitingOf(standings), look.zone, now),
    lede: ledeOf(isMentorOnly, all, standings),
    body: html`${all.map((one) => ofTerm(one, look, all.length > 1))}`,
  };
}

const ledeOf = (isMentorOnly: boolean, all: readonly OfTerm[], standings: readonly OwnStanding[]): string => {
  const waiting = all.find(({ queue }) => queue !== undefined)?.queue?.waiting;
  if (isMentorOnly) return waiting ? answerTime(waiting) : '';
  const count = waitingOf(standings);
  if (count === 0) return 'Nothing is lost by being late: it is marked, and read like any other.';
  const [are, keep] = count === 1 ? ['is', 'keeps'] : ['are', 'keep'];
  return `${startingNumber(count)} ${are} with the mentors, and ${keep} you from nothing else.`;
};

function ofTerm(
  { term, standings, queue }: OfTerm,
  look: { readonly zone: string; readonly now: Date },
  isNamed: boolean,
): Markup {
  const at = termAddress(term);
  const name = isNamed ? html`<h2>${seen(`${term.programme.name}, ${term.name}`)}</h2>` : nothing;
  const theirs = openTasks(standings ?? []).slice(0, 4);
  const waiting = (standings ?? []).filter(({ state }) => state === 'waiting for a mentor');
  const head = queue?.items.slice(0, 3) ?? [];
  return html`${name}
${theirs.length === 0 ? nothing : html`<ul class="card plain">${theirs.map((one) => taskRow(one, { at, ...look }))}</ul>`}
${
  waiting.length === 0
    ? nothing
    : html`<h2>Waiting for an answer</h2><ul
class="card plain">${waiting.map((one) => taskRow(one, { at, ...look }))}</ul>`
}
${standings === undefined ? nothing : html`<p class="after"><a href="${at}/tasks">All your tasks</a></p>`}
${head.length === 0 ? nothing : html`<ul class="card plain">${head.map((one) => queueRow(one, at))}</ul>`}
${queue === undefined ? nothing : html`<p class="after"><a href="${at}/queue">The whole queue</a></p>`}`;
}
