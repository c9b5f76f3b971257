import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { noBrowser, startBrowser } from './world/browser.ts';
import { kernelTree } from './world/kernelTree.ts';
import { type ServedDesk, serveDesk } from './world/servedDesk.ts';
import { smallTree } from './world/smallTree.ts';
import { signedIn, signIn, visit } from './world/visitor.ts';

/** The coach asks what a tree's own documents ask. */
const document = 'Documentation/process/submitting-patches.rst';
const documents = [document, 'Documentation/process/researcher-guidelines.rst'].flatMap((path) => {
  const file = join(kernelTree() ?? '', path);
  return existsSync(file) ? [[path, readFileSync(file, 'latin1')] as const] : [];
});

const SITE = '/site?at=drivers/made/made.c:13';

let browser: Browser;
let desk: ServedDesk;
let cookies: Awaited<ReturnType<typeof signIn>>;

const patchesOnDisk = (): string[] => {
  const drafts = join(desk.home, '.local/share/patchling/drafts');
  return readdirSync(drafts, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.patch'))
    .map((name) => readFileSync(join(drafts, name), 'utf8'));
};

describe('the main job in a browser', { skip: noBrowser }, () => {
  before(async () => {
    browser = await startBrowser();
    desk = await serveDesk(smallTree(Object.fromEntries(documents)));
    cookies = await signIn(browser, desk);
  });
  after(async () => {
    await browser.close();
    await desk.stop();
  });

  test('by the keyboard alone: Find, a place, the why, the sign-off, a patch on the disk', async () => {
    const { page, context, foreign } = await signedIn(browser, cookies);
    await visit(page, desk.origin);
    await page.keyboard.press('f');
    await page.waitForSelector('[data-search]'); // the first scan may still go on
    await page.keyboard.press('/');
    await page.keyboard.type('n * sizeof(*table)');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/find\?q=/);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/site\?at=/);
    await page.keyboard.press('w');
    await page.keyboard.type('made_probe() takes n from the device. A large n wraps, and the loop writes beyond it.');
    await page.getByText('Kept.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    assert.equal(await page.getByRole('checkbox', { name: /certify/ }).isChecked(), true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal(await page.locator(':focus').textContent(), 'Write the patch');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/draft/);
    const [patch = ''] = patchesOnDisk();
    assert.match(patch, /\+\ttable = kmalloc_array\(n, sizeof\(\*table\), GFP_KERNEL\);/);
    assert.match(patch, /made_probe\(\) takes n from the device/);
    assert.match(patch, /Signed-off-by: Grace Made <grace@made\.example>/);
    assert.deepEqual(foreign, []);
    await context.close();
  });

  test('? shows the keys, Escape leaves them; a key in a text is a letter', async () => {
    const { page, context } = await signedIn(browser, cookies);
    await visit(page, `${desk.origin}/find`);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('map');
    assert.equal(new URL(page.url()).pathname, '/find');
    assert.equal(await page.locator('[data-search]').inputValue(), 'map');
    await visit(page, `${desk.origin}/journal`);
    await page.keyboard.press('/');
    await page.locator('[data-search]:focus').waitFor();
    await context.close();
  });

  test('two windows write the same why: neither is lost', async () => {
    const [one, other] = [await signedIn(browser, cookies), await signedIn(browser, cookies)];
    await visit(one.page, desk.origin + SITE);
    await visit(other.page, desk.origin + SITE);
    await one.page.locator('[data-why]').fill('Words of the first window.');
    await one.page.getByText('Kept.').waitFor();
    await other.page.locator('[data-why]').fill('Words of the second window.');
    await other.page.getByText(/both stand here/).waitFor();
    assert.match((await other.page.locator('[data-conflict]').textContent()) ?? '', /Words of the first window/);
    assert.equal(await other.page.locator('[data-why]').inputValue(), 'Words of the second window.');
    await other.page.locator('[data-why]').fill('Words of both.');
    await other.page.getByRole('button', { name: /one text of both/ }).click();
    await other.page.getByText('Kept.', { exact: true }).waitFor();
    await visit(one.page, desk.origin + SITE);
    assert.equal(await one.page.locator('[data-why]').inputValue(), 'Words of both.');
    await one.context.close();
    await other.context.close();
  });

  test('without JavaScript: the form writes, and shows both texts where two windows wrote', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.addCookies(cookies);
    const [page, other] = [await context.newPage(), await context.newPage()];
    const address = `${desk.origin}/site?at=drivers/made/made.c:16`;
    await page.goto(address);
    await other.goto(address);
    await page.locator('[data-why]').fill('One of two.');
    await page.getByRole('button', { name: 'Keep the words' }).click();
    await other.locator('[data-why]').fill('Two of two.');
    await other.getByRole('button', { name: 'Write the patch' }).click();
    assert.match(await other.locator('main').innerText(), /Two windows wrote this why[\s\S]*One of two\./);
    assert.equal(await other.locator('[data-why]').inputValue(), 'Two of two.');
    await context.close();
  });

  test('the coach asks while one types, and never answers', {
    skip: documents.length === 0 && 'because no kernel tree with documents is here',
  }, async () => {
    const { page, context } = await signedIn(browser, cookies);
    await visit(page, `${desk.origin}/site?at=drivers/made/made.c:16`);
    await page.locator('[data-why]').fill('Reported by a tool. Use the helper.');
    await page.locator('[data-coach] li').first().waitFor();
    assert.ok((await page.locator('[data-coach] li').count()) <= 3);
    await context.close();
  });
});
