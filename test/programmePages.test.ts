import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startApplication } from '../src/office/apply/startApplication.ts';
import { addSampleTasks } from '../src/office/tasks/addSampleTasks.ts';
import { readTasks } from '../src/office/tasks/readTasks.ts';
import { submitTask } from '../src/office/tasks/submitTask.ts';
import { noBrowser, startBrowser } from './world/browser.ts';
import { type ServedProgramme, servedProgramme } from './world/servedProgramme.ts';
import { done, type TermWorld, termWorld } from './world/termWorld.ts';
import { axeFinds, overflows } from './world/visitor.ts';

const pages: Readonly<Record<string, readonly string[]>> = {
  applicant: [
    ...['//', '', '/application', '/tasks', '/tasks/build-and-boot', '/course'],
    ...['//me', '//me/sessions', '//me/tokens', '//me/address', '//me/erase', '//me/mails', '//me/passkeys/new'],
  ],
  mentee: ['/subsystems'],
  reviewer: ['/review'],
  mentor: ['/queue', '/plan/extra'],
  lead: ['/decide', '/progress', '/plan', '/plan/new', '/plan/course', '/plan/time'],
  organiser: [
    ...['/organise', '/organise/new', '/organise/copy', '/organise/people', '/organise/import'],
    ...['/organise/words', '/organise/mails', '/organise/log'],
  ],
  visitor: ['', '//sign-in', '//sign-in/passkey'],
  /** Whose passkey was lost, and is to make another. */
  lost: ['//me/passkeys/new', '//sign-in/passkey'],
};

/** People of every role, ten tasks, an application, a course half read, and one task handed in. */
const peopled = async (world: TermWorld) => {
  const { office, term } = world;
  const organiser = await world.person('Otto', 'organiser');
  const applicant = await world.person('Ada', 'applicant');
  done(await addSampleTasks(office, organiser, { term: term.id }));
  const mentor = await world.person('Mia', 'mentor');
  const people = {
    ...{ organiser, applicant, mentor, lost: mentor },
    mentee: await world.person('Mel', 'mentee'),
    reviewer: await world.person('Rea', 'reviewer'),
    lead: await world.person('Lea', 'lead mentor', 'mentor'),
  };
  done(await startApplication(office, applicant, { term: term.id }));
  const [first] = (await readTasks(office, applicant, { term: term.id })) ?? [];
  const order = { term: term.id, task: first?.facts.task.id ?? '', via: 'page', key: 'k', files: [] } as const;
  done(await submitTask(office, applicant, { ...order, statement: 'I read all of it.' }));
  return people;
};

const problems = async (page: Page, address: string): Promise<string[]> => {
  const found = (await axeFinds(page)).map((line) => `${address}: ${line}`);
  const wider = await overflows(page);
  return wider > 0 ? [...found, `${address}: ${wider} px wider than a window of 320`] : found;
};

describe('the programme’s pages in a browser', { skip: noBrowser }, () => {
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());

  test('axe finds nothing on the pages of each role, and none is wider than 320 pixels', async (t) => {
    const world = await termWorld(t);
    const people: Partial<Record<string, { readonly id: string }>> = await peopled(world);
    const house = await servedProgramme(t, world);
    const look = async (role: string): Promise<string[]> => {
      const page = await house.open(browser, people[role]?.id, role === 'lost' ? 'link' : 'passkey');
      await page.setViewportSize({ width: 320, height: 640 });
      const found: string[] = [];
      for (const address of pages[role] ?? []) {
        const answer = await page.goto(whole(house, address));
        if (answer?.status() !== 200) found.push(`${role} ${address}: ${answer?.status()}`);
        found.push(...(await problems(page, `${role} ${address}`)));
      }
      if (role === 'mentor') {
        await page.goto(whole(house, '/queue'));
        await page.locator('a[data-row]').first().click();
        found.push(...(await problems(page, 'a submission')));
      }
      await page.context().close();
      return found;
    };
    const waiting = Object.keys(pages);
    const lane = async (): Promise<string[]> => {
      const role = waiting.shift();
      return role === undefined ? [] : [...(await look(role)), ...(await lane())];
    };
    assert.deepEqual((await Promise.all([lane(), lane()])).flat(), []);
  });
});

const whole = ({ origin, at }: ServedProgramme, address: string): string =>
  origin + (address.startsWith('//') ? address.slice(1) : at + address);
