import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newWindow, type Scheme, startBrowser, type Width } from '../test/world/browser.ts';
import { serveDesk } from '../test/world/servedDesk.ts';

// node benchmarks/screenshots.ts TREE FOLDER [ADDRESS…]: each page at both widths, light and dark.
const [tree = '', folder = '', ...named] = process.argv.slice(2);
const addresses = named.length > 0 ? named : ['/', '/find', '/map'];

const served = await serveDesk(tree);
const browser = await startBrowser();
mkdirSync(folder, { recursive: true });
// The printed address opens once; the other windows are the same person's.
const first = await newWindow(browser);
await first.page.goto(served.entrance);
const cookies = await first.context.cookies();
try {
  for (const scheme of ['light', 'dark'] satisfies Scheme[]) {
    for (const width of ['wide', 'narrow'] satisfies Width[]) {
      const { context, page } = await newWindow(browser, { scheme, width });
      await context.addCookies(cookies);
      for (const address of addresses) {
        await page.goto(served.origin + address);
        await page.waitForSelector('[data-stream]', { state: 'detached', timeout: 60_000 });
        const name = address.replace(/^\//, '').replace(/[^\w.-]+/g, '-') || 'today';
        await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`), fullPage: true });
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await served.stop();
}
