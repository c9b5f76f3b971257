import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Trouble } from '../../core/trouble.ts';
import { assetPage } from './assetPage.ts';
import { codePage } from './codePage.ts';
import { contributionPage } from './contributionPage.ts';
import { contributionsPage } from './contributionsPage.ts';
import type { Desk } from './desk.ts';
import { doctorPage } from './doctor/doctorPage.ts';
import { draftPage } from './draftPage.ts';
import { enterPage } from './enterPage.ts';
import { findPage } from './findPage.ts';
import { guard } from './guard.ts';
import { jobPage } from './jobPage.ts';
import { journalPage } from './journalPage.ts';
import { mapPage } from './mapPage.ts';
import { createReviewBook } from './reviewBook.ts';
import { rulePage } from './rules/rulePage.ts';
import { rulesPage } from './rules/rulesPage.ts';
import { MOST_SENT } from './sentForm.ts';
import { settingsPage } from './settings/settingsPage.ts';
import { sitePage } from './sitePage.ts';
import { subsystemPage } from './subsystems/subsystemPage.ts';
import { subsystemsPage } from './subsystems/subsystemsPage.ts';
import { todayPage } from './todayPage.ts';
import { mistakePage, nothingHere, tooMuch, troublePage } from './troublePage.ts';
import { whyPage } from './whyPage.ts';

/** All pages of the workbench, behind the guard. `port` is asked for with each request: it is known once we listen. */
export const createApp = (desk: Desk, port: () => number): Hono => {
  const app = new Hono();
  app.use(guard(desk, port));
  app.use(bodyLimit({ maxSize: MOST_SENT, onError: (c) => tooMuch(c, desk) }));
  const reviews = createReviewBook(desk);
  const pages = [
    enterPage(desk, port),
    assetPage(desk),
    jobPage(desk),
    todayPage(desk),
    findPage(desk),
    mapPage(desk),
    sitePage(desk),
    whyPage(desk),
    codePage(desk),
    subsystemsPage(desk),
    subsystemPage(desk),
    rulesPage(desk),
    rulePage(desk),
    doctorPage(desk),
    settingsPage(desk),
    contributionsPage(desk),
    draftPage(desk, reviews),
    contributionPage(desk, reviews),
    journalPage(desk),
  ];
  for (const one of pages) app.route('/', one);
  app.notFound((c) => nothingHere(c, desk));
  app.onError((error, c) => (error instanceof Trouble ? troublePage(c, desk, error) : mistakePage(c, desk, error)));
  return app;
};
