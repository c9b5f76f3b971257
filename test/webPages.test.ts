import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { noBrowser, startBrowser } from './world/browser.ts';
import { hostileTree, scripts } from './world/hostileTree.ts';
import { type ServedDesk, serveDesk } from './world/servedDesk.ts';
import { axeFinds, layoutShift, overflows, signedIn, signIn, visit } from './world/visitor.ts';

/** Every page of the workbench, on a tree whose names and comments would like to be code. */
const pages: string[] = [
  '/',
  '/find',
  '/find?fix=all&q=nothing+like+it',
  '/map',
  '/map?under=drivers/made',
  '/site?at=drivers/made/hostile.c:8',
  '/site?at=drivers/made/made.c:24',
  '/code?path=drivers/made/hostile.c',
  '/code?path=drivers/second/long.c',
  '/contributions',
  '/journal',
  '/subsystems',
  '/subsystems?hours=5&months=3',
  '/subsystems?q=made',
  '/subsystem?name=MADE',
  '/rules',
  '/rules/allocator-arithmetic',
  '/rules/summary-too-long',
  '/doctor',
  '/settings',
  '/nothing',
];
const MOST_BYTES = 150_000;

let browser: Browser;
let desk: ServedDesk;
let cookies: Awaited<ReturnType<typeof signIn>>;

describe('every page', { skip: noBrowser }, () => {
  before(async () => {
    browser = await startBrowser();
    desk = await serveDesk(hostileTree());
    cookies = await signIn(browser, desk);
    const { page, context } = await signedIn(browser, cookies);
    await visit(page, `${desk.origin}/site?at=drivers/made/hostile.c:8`);
    await page.locator('[data-why]').fill(`Because ${Object.values(scripts).join(' ')} says so.`);
    await page.getByRole('button', { name: 'Write the patch' }).click();
    await page.waitForURL(/\/draft\//);
    pages.push(new URL(page.url()).pathname);
    await context.close();
  });
  after(async () => {
    await browser.close();
    await desk.stop();
  });

  // Each theme and each width once; all four together are looked at by benchmarks/screenshots.ts.
  for (const [scheme, width] of [
    ['light', 'wide'],
    ['dark', 'narrow'],
  ] as const) {
    test(`${scheme}, ${width}: axe finds nothing, nothing sticks out or moves, nothing foreign runs`, async () => {
      const { page, context, foreign } = await signedIn(browser, cookies, { scheme, width });
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => dialogs.push(dialog.message()));
      for (const address of pages) {
        await visit(page, desk.origin + address);
        assert.deepEqual(await axeFinds(page), [], address);
        assert.ok((await overflows(page)) <= 0, `${address} is wider than the window`);
        const shift = await layoutShift(page);
        assert.ok(shift < 0.01, `${address} moves by itself: ${shift}`);
        assert.doesNotMatch(await page.title(), /^taken/, address);
        assert.equal(await page.locator('script:not([src]), [onerror], [onfocus], main img').count(), 0, address);
      }
      assert.deepEqual([...dialogs, ...foreign], []);
      await context.close();
    });
  }

  test('are small: HTML, and the client’s code in all', async (t) => {
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const sizes: [string, number][] = [];
    for (const address of pages) {
      const html = await (await fetch(desk.origin + address, { headers: { cookie } })).text();
      sizes.push([address, Buffer.byteLength(html)]);
      assert.doesNotMatch(html, /[\u0000-\u0008\u000b-\u001f\u007f\u202e]/, `${address}: a character that hides`);
    }
    const largest = sizes.toSorted((one, other) => other[1] - one[1])[0];
    t.diagnostic(`largest of ${sizes.length} pages: ${largest?.join(', ')} bytes`);
    for (const [address, bytes] of sizes) assert.ok(bytes < MOST_BYTES, `${address}: ${bytes} bytes`);
  });
});
