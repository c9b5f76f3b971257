import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { noBrowser, startBrowser } from './world/browser.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { type ServedDesk, serveDesk } from './world/servedDesk.ts';
import { signedIn, signIn } from './world/visitor.ts';

interface Heard {
  readonly event: string;
  readonly id: number;
  readonly data: string;
}

const tree = kernelTree();

describe('a stream that breaks', { skip: tree === undefined ? noKernelTree : noBrowser }, () => {
  let browser: Browser;
  let desk: ServedDesk;
  let cookies: Awaited<ReturnType<typeof signIn>>;
  before(async () => {
    browser = await startBrowser();
    desk = await serveDesk(tree ?? '');
    cookies = await signIn(browser, desk);
  });
  after(async () => {
    await browser.close();
    await desk.stop();
  });

  test('goes on where it was, in the browser and for whoever says what they heard last', async () => {
    const { page, context } = await signedIn(browser, cookies);
    let broken = 0;
    await page.route('**/jobs/*/events', (route) => (broken++ === 0 ? route.abort() : route.continue()));
    await page.goto(`${desk.origin}/find`);
    const address = await page.locator('[data-stream]').getAttribute('data-stream', { timeout: 10_000 });
    const first = await hear(`${desk.origin}${address}`, 0, 1);
    assert.equal(first[0]?.event, 'progress');
    assert.match(first[0]?.data ?? '', /Scanning the tree/);
    const rest = await hear(`${desk.origin}${address}`, first[0]?.id ?? 0);
    assert.ok(rest.filter(({ event }) => event === 'progress').every(({ id }) => id > (first[0]?.id ?? 0)));
    assert.equal(rest.at(-1)?.event, 'ended');
    await page.locator('[data-row]').first().waitFor({ timeout: 60_000 });
    assert.ok(broken >= 2, 'the browser came back');
    await context.close();
  });

  test('of work that nobody knows any more, the browser is told not to come back', async () => {
    const answer = await fetch(`${desk.origin}/jobs/4711/events`, { headers: { cookie: cookie() } });
    assert.equal(answer.status, 204);
    assert.equal((await fetch(`${desk.origin}/jobs/4711`, { headers: { cookie: cookie() } })).status, 404);
  });

  const cookie = (): string => cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

  /** What a stream says, after what was heard already; `most` events, then we break off. */
  const hear = async (address: string, after: number, most = Number.POSITIVE_INFINITY): Promise<Heard[]> => {
    const headers = { cookie: cookie(), 'last-event-id': String(after) };
    const answer = await fetch(address, { headers });
    const heard: Heard[] = [];
    let text = '';
    for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += part;
      for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
        heard.push(eventIn(text.slice(0, end)));
        text = text.slice(end + 2);
        if (heard.length >= most) return heard;
      }
    }
    return heard;
  };
});

const eventIn = (text: string): Heard => {
  const field = (name: string): string => new RegExp(`^${name}: ?(.*)$`, 'm').exec(text)?.[1] ?? '';
  return { event: field('event'), id: Number(field('id')), data: field('data') };
};
