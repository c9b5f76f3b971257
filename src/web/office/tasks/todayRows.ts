import { html } from 'hono/html';
import { plural } from '../../../core/plural.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import type { Markup } from '../../parts/markup.ts';

/** In whose zone, and when. */
export interface Look {
  readonly zone: string;
  readonly now: Date;
}

const row = (address: string, name: string, below: Markup | string, mark: Markup): Markup => html`<li class="row"><div
class="words"><a class="whole" data-row href="${address}">${name}</a><span class="soft small">${below}</span></div>${mark}</li>`;

const yours = html`<span class="mark yours">→ your turn</span>`;
const theirs = html`<span class="mark theirs">… with the reviewers</span>`;

/** What is somebody's to do besides tasks and a queue, a row each. `at` is the term's address. */
export const todayRows = {
  unsent: ({ tasksUntil }: Term, at: string, { zone, now }: Look): Markup =>
    row(`${at}/application`, 'Send your application', html`by ${instantHtml(tasksUntil, zone, now)}`, yours),
  sent: ({ tasksUntil }: Term, at: string, { zone, now }: Look): Markup =>
    row(
      `${at}/application`,
      'Your application',
      html`decided after ${instantHtml(tasksUntil, zone, now)}, by people`,
      theirs,
    ),
  unchosen: (at: string): Markup =>
    row(`${at}/subsystems`, 'Choose two subsystems', 'where you want to work; you can change your mind', yours),
  toRead: (count: number, at: string): Markup =>
    row(`${at}/review`, 'Read applications', `${plural(count, 'waits', 'wait')} for your reading`, yours),
  organise: ({ isPublic }: Term, at: string): Markup =>
    isPublic
      ? row(
          `${at}/organise`,
          'Organise the term',
          'dates, words, people, mails and the log',
          html`<a href="${at}/progress">Where all are</a>`,
        )
      : row(`${at}/organise`, 'Show the term to everybody', 'once its dates, words, tasks and team are right', yours),
};
