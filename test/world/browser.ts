import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Debian's Chromium, or the one that PATCHLING_CHROMIUM names. */
const executable = process.env['PATCHLING_CHROMIUM'] ?? '/usr/bin/chromium';

/** Why browser tests are skipped, where they are. */
export const noBrowser = existsSync(executable)
  ? false
  : 'because there is no Chromium here: apt-get install chromium, or set PATCHLING_CHROMIUM';

export const widths = { wide: { width: 1280, height: 860 }, narrow: { width: 390, height: 844 } } as const;
export type Width = keyof typeof widths;
export type Scheme = 'light' | 'dark';

/** A browser that looks at nothing but us: no updates, no look-ups, a folder of its own. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** A window as one person has it. Any request to another host is an error of ours. */
export const newWindow = async (
  browser: Browser,
  { width = 'wide', scheme = 'light' }: { width?: Width; scheme?: Scheme } = {},
): Promise<{ context: BrowserContext; page: Page; foreign: string[] }> => {
  const context = await browser.newContext({
    viewport: widths[width],
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const foreign: string[] = [];
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1' && hostname !== 'localhost') foreign.push(request.url());
  });
  return { context, page: await context.newPage(), foreign };
};
