import { html } from 'hono/html';
import type { ApplicationState } from '../../../core/programme/applicationState.ts';
import { isTaken } from '../../../core/programme/handIn.ts';
import { startingNumber } from '../../../core/programme/numberWords.ts';
import { answerTime, queueSentence } from '../../../core/programme/queueSentence.ts';
import { has, type Role } from '../../../core/programme/role.ts';
import { openTasks } from '../../../core/programme/task.ts';
import { todaySentence } from '../../../core/programme/todaySentence.ts';
import { type Application, ownApplication } from '../../../office/apply/ownApplication.ts';
import { waitingQuestions } from '../../../office/course/readQuestion.ts';
import { listQueue, type Queue } from '../../../office/queue/listQueue.ts';
import { listReview, waits } from '../../../office/review/listReview.ts';
import { readChoices } from '../../../office/subsystems/readChoices.ts';
import { readTasks } from '../../../office/tasks/readTasks.ts';
import type { OwnStanding } from '../../../office/tasks/standingsOf.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import type { FrontDesk, Visit } from '../frame/frontDesk.ts';
import { termAddress } from '../frame/termAddress.ts';
import { queueRow } from '../queue/queueHtml.ts';
import { taskRow, waitingOf } from './tasksHtml.ts';
import { type Look, todayRows } from './todayRows.ts';

/** What is somebody's own to do today, to be put on their first page. */
export interface TodayPiece {
  readonly headline: string;
  readonly lede: string;
  readonly body: Markup;
}

interface OfTerm {
  readonly term: Term;
  readonly standings: readonly OwnStanding[] | undefined;
  readonly isMentee: boolean;
  readonly application: Application | undefined;
  /** How many subsystems a mentee has chosen; undefined for others. */
  readonly chosen: number | undefined;
  readonly queue: Queue | undefined;
  readonly questions: number;
  /** Applications that wait for this reviewer's reading. */
  readonly toRead: number;
  readonly isOrganiser: boolean;
}

/** What to do next and by when, in each term of theirs; undefined for whoever is in none. */
export async function todayFor(
  { office }: FrontDesk,
  { asker, person }: Visit,
  terms: readonly Term[],
): Promise<TodayPiece | undefined> {
  if (!person) return undefined;
  const now = office.now();
  const all = await Promise.all(
    terms
      .filter(({ id, endsAt }) => endsAt > now && has(asker, id, ...roles))
      .map((term) => todayIn(office, asker, term)),
  );
  if (all.length === 0) return undefined;
  const look = { zone: person.zone, now };
  return {
    ...sentencesOf(all, look),
    body: html`${all.map((one) => ofTerm(one, look, all.length > 1))}`,
  };
}

async function todayIn(office: FrontDesk['office'], asker: Visit['asker'], term: Term): Promise<OfTerm> {
  const order = { term: term.id };
  const [isPart, isMentee] = [has(asker, term.id, 'applicant', 'mentee'), has(asker, term.id, 'mentee')];
  const [standings, application, choices, queue, questions, pile] = await Promise.all([
    isPart ? readTasks(office, asker, order) : undefined,
    isPart ? ownApplication(office, asker, term.id) : undefined,
    isMentee ? readChoices(office, asker, order) : undefined,
    listQueue(office, asker, { ...order, filter: { show: 'free', task: undefined } }),
    waitingQuestions(office, asker, order),
    listReview(office, asker, order),
  ]);
  return {
    ...{ term, standings, isMentee, application, queue, questions: questions.length },
    chosen: choices?.filter(({ dropped_at }) => dropped_at === null).length,
    toRead: pile?.filter(waits).length ?? 0,
    isOrganiser: has(asker, term.id, 'organiser'),
  };
}

const roles: readonly Role[] = ['applicant', 'mentee', 'reviewer', 'mentor', 'lead mentor', 'organiser'];

/** Tasks that are theirs to do, and for which something would still be taken. */
const openIn = ({ standings, term, isMentee }: OfTerm, now: Date): readonly OwnStanding[] =>
  openTasks(standings ?? []).filter((one) => isTaken(one, { ...term, isMentee }, now));

/** An application that was begun can be sent until the tasks end. */
const isUnsent = ({ application, term }: OfTerm, now: Date): boolean =>
  application?.state === 'started' && term.tasksUntil > now;

function sentencesOf(all: readonly OfTerm[], { zone, now }: Look): Pick<TodayPiece, 'headline' | 'lede'> {
  if (all.every((one) => one.standings === undefined)) return teamSentences(all);
  const unsent = all.filter((one) => isUnsent(one, now)).map(({ term }) => ({ deadline: term.tasksUntil }));
  const unchosen = all.filter(({ chosen }) => chosen === 0).map(() => ({ deadline: undefined }));
  const theirs = [...unsent, ...all.flatMap((one) => openIn(one, now)), ...unchosen];
  const count = waitingOf(all.flatMap((one) => one.standings ?? []));
  const decided = all.map(({ application }) => application?.state).find((state) => state && decidedWords[state]);
  if (theirs.length === 0 && count === 0 && decided) return { headline: decidedWords[decided] ?? '', lede: WHAT_STAYS };
  const headline = todaySentence(theirs, count, zone, now);
  if (count > 0) {
    const [are, keep] = count === 1 ? ['is', 'keeps'] : ['are', 'keep'];
    return { headline, lede: `${startingNumber(count)} ${are} with the mentors, and ${keep} you from nothing else.` };
  }
  return {
    headline,
    lede:
      unsent.length > 0
        ? 'Nobody reads your application before you send it; the tasks need not be done for that.'
        : 'Nothing is lost by being late: it is marked, and read like any other.',
  };
}

const decidedWords: Readonly<Partial<Record<ApplicationState, string>>> = {
  declined: 'You were not accepted this time',
  withdrawn: 'You have withdrawn your application',
};

const WHAT_STAYS = 'What you did stays yours, and a next term is announced on this page.';

function teamSentences(all: readonly OfTerm[]): Pick<TodayPiece, 'headline' | 'lede'> {
  const waiting = all.find(({ queue }) => queue !== undefined)?.queue?.waiting;
  const queued = all.reduce((sum, one) => sum + (one.queue?.counts.free ?? 0) + one.questions + one.toRead, 0);
  const otherwise = all.some(({ isOrganiser }) => isOrganiser)
    ? 'Where everybody is, and all that can be changed, is in the rooms of the term.'
    : 'What you have read stays in your pile.';
  const hidden = all.find(({ isOrganiser, term }) => isOrganiser && !term.isPublic);
  if (queued === 0 && hidden) {
    return { headline: 'A term is still to be shown', lede: 'Only you and its lead mentors see it until then.' };
  }
  return {
    headline: queueSentence(queued),
    lede: waiting ? answerTime(waiting) : otherwise,
  };
}

function ofTerm(one: OfTerm, look: Look, isNamed: boolean): Markup {
  const { term, standings, isMentee, queue } = one;
  const at = termAddress(term);
  const view = { at, ...look, isTaken: (task: OwnStanding) => isTaken(task, { ...term, isMentee }, look.now) };
  const waiting = (standings ?? []).filter(({ state }) => state === 'waiting for a mentor');
  const rows = [
    ...(isUnsent(one, look.now) ? [todayRows.unsent(term, at, look)] : []),
    ...openIn(one, look.now)
      .slice(0, 4)
      .map((task) => taskRow(task, view)),
    ...(one.chosen === 0 ? [todayRows.unchosen(at)] : []),
    ...(one.toRead > 0 ? [todayRows.toRead(one.toRead, at)] : []),
    ...(queue?.items.slice(0, 3) ?? []).map((item) => queueRow(item, at)),
    ...(one.isOrganiser ? [todayRows.organise(term, at)] : []),
  ];
  return html`${isNamed ? html`<h2>${seen(`${term.programme.name}, ${term.name}`)}</h2>` : nothing}
${rows.length === 0 ? nothing : html`<ul class="card plain">${rows}</ul>`}
${
  waiting.length === 0 && one.application?.state !== 'sent'
    ? nothing
    : html`<h2>Waiting for an answer</h2><ul class="card plain">${
        one.application?.state === 'sent' ? todayRows.sent(term, at, look) : nothing
      }${waiting.map((task) => taskRow(task, view))}</ul>`
}
${standings === undefined ? nothing : html`<p class="after"><a href="${at}/tasks">All your tasks</a></p>`}
${queue === undefined ? nothing : html`<p class="after"><a href="${at}/queue">The whole queue</a></p>`}`;
}
