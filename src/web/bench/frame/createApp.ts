import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Trouble } from '../../../core/trouble.ts';
import { assetPage } from '../../parts/assetPage.ts';
import { MOST_SENT } from '../../parts/sentForm.ts';
import { doctorPage } from '../doctor/doctorPage.ts';
import { findPage } from '../find/findPage.ts';
import { mapPage } from '../find/mapPage.ts';
import { journalPage } from '../journal/journalPage.ts';
import { contributionPage } from '../patch/contributionPage.ts';
import { contributionsPage } from '../patch/contributionsPage.ts';
import { draftPage } from '../patch/draftPage.ts';
import { createReviewBook } from '../patch/reviewBook.ts';
import { rulePage } from '../rules/rulePage.ts';
import { rulesPage } from '../rules/rulesPage.ts';
import { settingsPage } from '../settings/settingsPage.ts';
import { codePage } from '../site/codePage.ts';
import { sitePage } from '../site/sitePage.ts';
import { whyPage } from '../site/whyPage.ts';
import { subsystemPage } from '../subsystems/subsystemPage.ts';
import { subsystemsPage } from '../subsystems/subsystemsPage.ts';
import { todayPage } from '../today/todayPage.ts';
import { jobPage } from '../work/jobPage.ts';
import type { Desk } from './desk.ts';
import { enterPage } from './enterPage.ts';
import { guard } from './guard.ts';
import { mistakePage, nothingHere, tooMuch, troublePage } from './troublePage.ts';

/** All pages of the workbench, behind the guard. `port` is asked for with each request: it is known once we listen. */
export const createApp = (desk: Desk, port: () => number): Hono => {
  const app = new Hono();
  app.use(guard(desk, port));
  app.use(bodyLimit({ maxSize: MOST_SENT, onError: (c) => tooMuch(c, desk) }));
  const reviews = createReviewBook(desk);
  const pages = [
    enterPage(desk, port),
    assetPage(desk.assets),
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
