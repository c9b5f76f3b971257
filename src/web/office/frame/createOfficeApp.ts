import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Trouble } from '../../../core/trouble.ts';
import { isAway } from '../../../edge/db/isAway.ts';
import { assetPage } from '../../parts/assetPage.ts';
import { securityHeaders } from '../../parts/securityHeaders.ts';
import { applicationPage } from '../apply/applicationPage.ts';
import { coursePage } from '../course/coursePage.ts';
import { applicationReadPage } from '../decide/applicationReadPage.ts';
import { batchPage } from '../decide/batchPage.ts';
import { decidePage } from '../decide/decidePage.ts';
import { evidencePage } from '../evidence/evidencePage.ts';
import { mailWishesPage } from '../mails/mailWishesPage.ts';
import { copyPage } from '../organise/copyPage.ts';
import { importPage } from '../organise/importPage.ts';
import { logPage } from '../organise/logPage.ts';
import { mailsPage } from '../organise/mailsPage.ts';
import { newTermPage } from '../organise/newTermPage.ts';
import { peoplePage } from '../organise/peoplePage.ts';
import { settingsPage } from '../organise/settingsPage.ts';
import { wordsPage } from '../organise/wordsPage.ts';
import { extraPage } from '../plan/extraPage.ts';
import { planPage } from '../plan/planPage.ts';
import { taskPlanPage } from '../plan/taskPlanPage.ts';
import { timePage } from '../plan/timePage.ts';
import { progressPage } from '../progress/progressPage.ts';
import { questionPage } from '../queue/questionPage.ts';
import { queuePage } from '../queue/queuePage.ts';
import { submissionPage } from '../queue/submissionPage.ts';
import { reviewPage } from '../review/reviewPage.ts';
import { subsystemsPage } from '../subsystems/subsystemsPage.ts';
import { mailAddressPage } from '../tasks/mailAddressPage.ts';
import { tasksPage } from '../tasks/tasksPage.ts';
import { privacyPage } from '../visit/privacyPage.ts';
import { termPage } from '../visit/termPage.ts';
import { todayPage } from '../visit/todayPage.ts';
import type { Env, FrontDesk } from './frontDesk.ts';
import { guard } from './guard.ts';
import { noteInVain } from './noteInVain.ts';
import { awayPage, mistakePage, nothingHere, refusedPage, troublePage } from './troublePage.ts';

/** More than any form has: ten files of a submission, and what surrounds them. */
const MOST_SENT = 14_000_000;

export interface OfficeApp extends FrontDesk {
  /** Pages of rooms that need more than a desk: sign-in, the sink of mails. */
  readonly others: readonly Hono<Env>[];
  /** For programs, below /api/v1. */
  readonly api?: { fetch(request: Request): Response | Promise<Response> };
  /** After something was sent: what it led to, as a mail, need not wait for its time. */
  afterDeed?(): void;
  /** A mistake of ours, for the server's log. */
  noteMistake(reference: string, error: Error): void;
}

/** All pages of the programme, behind the guard. */
export const createOfficeApp = (desk: OfficeApp): Hono<Env> => {
  const app = new Hono<Env>();
  app.use(guard(desk));
  app.use(bodyLimit({ maxSize: MOST_SENT, onError: (c) => refusedPage(c, desk, 'More was sent than can be kept.') }));
  app.use(async (c, next) => {
    await next();
    if (c.req.method === 'POST') desk.afterDeed?.();
  });
  app.use(noteInVain(desk));
  app.route('/', assetPage(desk.assets));
  if (desk.api) app.mount('/api/v1', desk.api.fetch);
  for (const one of desk.others) app.route('/', one);
  for (const one of [todayPage, privacyPage, applicationPage, mailWishesPage, termPage]) app.route('/', one(desk));
  for (const one of [reviewPage, decidePage, batchPage, applicationReadPage, progressPage]) app.route('/', one(desk));
  for (const one of [settingsPage, wordsPage, peoplePage, importPage]) app.route('/', one(desk));
  for (const one of [mailsPage, copyPage, newTermPage, logPage]) app.route('/', one(desk));
  for (const one of [
    tasksPage(desk),
    mailAddressPage(desk),
    evidencePage(desk),
    coursePage(desk),
    subsystemsPage(desk),
  ])
    app.route('/', one);
  for (const one of [queuePage(desk), submissionPage(desk), questionPage(desk)]) app.route('/', one);
  for (const one of [extraPage(desk), timePage(desk), planPage(desk), taskPlanPage(desk)]) app.route('/', one);
  app.notFound((c) => nothingHere(c, desk));
  app.onError(async (error, c) => {
    for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
    if (error instanceof Trouble) return troublePage(c, desk, error);
    if (await isAway(desk.office.db, error)) return awayPage(c, desk);
    const reference = desk.office.newId().slice(0, 8);
    desk.noteMistake(reference, error);
    return mistakePage(c, desk, reference);
  });
  return app;
};
