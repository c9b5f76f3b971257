import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newWindow, type Scheme, type Width } from './browser.ts';
import type { ServedDesk } from './servedDesk.ts';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Signs in once; further windows are the same person's. */
export const signIn = async (browser: Browser, desk: ServedDesk): Promise<Cookies> => {
  const { context, page } = await newWindow(browser);
  await page.goto(desk.entrance);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
};

export const signedIn = async (
  browser: Browser,
  cookies: Cookies,
  look: { width?: Width; scheme?: Scheme } = {},
): Promise<Awaited<ReturnType<typeof newWindow>>> => {
  const opened = await newWindow(browser, look);
  await opened.context.addCookies(cookies);
  return opened;
};

/** Goes to a page, and waits until nothing on it is still being worked out. */
export const visit = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await page.waitForSelector('[data-stream]', { state: 'detached', timeout: 120_000 });
};

/** What axe-core finds on the page, a line each. */
export const axeFinds = async (page: Page): Promise<string[]> => {
  // Without a second page for frames, which ours have none of: half the time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
};

/** Whether the page is wider than its window. */
export const overflows = (page: Page): Promise<number> =>
  page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);

/** How far what is on the page has moved by itself since it was shown: the sum of Chromium's layout shifts. */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += Number((entry as unknown as { value: number }).value);
        });
        observer.observe({ type: 'layout-shift', buffered: true } as never);
        setTimeout(() => resolve(sum), 150);
      }),
  );
