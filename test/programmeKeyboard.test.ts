import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { addSampleTasks } from '../src/office/tasks/addSampleTasks.ts';
import { noBrowser, startBrowser } from './world/browser.ts';
import { servedProgramme } from './world/servedProgramme.ts';
import { done, termWorld } from './world/termWorld.ts';

/** Goes on with the tabulator until it is there, as somebody without a mouse does. */
const tabTo = async (page: Page, wanted: Locator): Promise<void> => {
  await wanted.waitFor();
  for (let pressed = 0; pressed < 60; pressed++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((one) => one.matches(':focus'))) return;
  }
  assert.fail(`the tabulator does not reach ${wanted}`);
};

const enter = async (page: Page, wanted: Locator): Promise<void> => {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
};

const write = async (page: Page, label: string | RegExp, text: string): Promise<void> => {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.insertText(text);
};

describe('the two main jobs by the keyboard alone', { skip: noBrowser }, () => {
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());

  test('somebody applies and hands in a task; a mentor takes it and answers', async (t) => {
    const world = await termWorld(t);
    const [organiser, ada, mia] = [
      await world.person('Otto', 'organiser'),
      await world.person('Ada'),
      await world.person('Mia', 'mentor'),
    ];
    done(await addSampleTasks(world.office, organiser, { term: world.term.id }));
    const { origin, at, open } = await servedProgramme(t, world);

    const applicant = await open(browser, ada.id, 'link');
    await applicant.goto(origin + at);
    const main = applicant.getByRole('main');
    await enter(applicant, main.getByRole('button', { name: 'Apply' }));
    await write(applicant, 'Why do you want to take part?', 'I read the scheduler for fun.');
    for (const box of (await main.getByRole('textbox').all()).slice(1)) {
      await tabTo(applicant, box);
      await applicant.keyboard.insertText('Ten hours, and none of it by a tool.');
    }
    await enter(applicant, main.getByRole('button', { name: 'Send the application' }));
    await applicant.getByRole('heading', { name: 'Your application has arrived' }).waitFor();
    await enter(applicant, main.getByRole('link', { name: 'your tasks' }));
    await enter(applicant, main.getByRole('link', { name: 'The course' }));
    await write(applicant, 'What you say of it', 'I read all of it, and wrote down what I did not know.');
    await enter(applicant, main.getByRole('button', { name: 'Hand it in' }));
    await applicant.getByText('Attempt 1 has arrived').waitFor();

    const mentor = await open(browser, mia.id);
    await mentor.goto(origin);
    const desk = mentor.getByRole('main');
    await enter(mentor, desk.getByRole('link', { name: 'The whole queue' }));
    await enter(mentor, desk.getByRole('button', { name: /^Take/ }).first());
    await tabTo(mentor, desk.getByRole('radio').first());
    await mentor.keyboard.press('Space');
    await write(mentor, 'What you say to them', 'Well read. Go on with the next.');
    await enter(mentor, desk.getByRole('button', { name: 'Answer', exact: true }));
    await mentor
      .getByRole('heading', { name: /accepted|queue|Nothing|None/i })
      .first()
      .waitFor();

    await applicant.reload();
    await applicant.getByRole('heading', { name: 'The course: accepted' }).waitFor();
    assert.equal((await world.facts('submission-decided')).length, 1);
  });
});
