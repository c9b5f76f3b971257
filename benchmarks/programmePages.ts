import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { newWindow, type Scheme, startBrowser, type Width } from '../test/world/browser.ts';
import { axeFinds, overflows } from '../test/world/visitor.ts';

/**
 * `node benchmarks/programmePages.ts FOLDER ORIGIN`: the pages of each role in a demo that is open at ORIGIN, at both widths,
 * light and dark, and a table of what axe-core finds and whether one is wider than its window.
 */
const [folder = '', origin = 'http://localhost:7430'] = process.argv.slice(2);
const term = '/kernel/autumn';

/** By role of the demo: names of pictures, with their addresses. */
const pages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': { programmes: '/', term, privacy: '/privacy', 'sign-in': '/sign-in' },
  mentee: {
    ...{ today: '/', tasks: `${term}/tasks`, task: `${term}/tasks/build-and-boot`, course: `${term}/course` },
    ...{ subsystems: `${term}/subsystems`, application: `${term}/application`, you: '/me', erase: '/me/erase' },
    ...{ mails: '/me/mails', sessions: '/me/sessions', tokens: '/me/tokens' },
  },
  declined: { 'declined-today': '/' },
  reviewer: { 'reviewer-today': '/', review: `${term}/review` },
  mentor: { 'mentor-today': '/', queue: `${term}/queue`, submission: `first:${term}/queue` },
  lead: {
    decide: `${term}/decide`,
    progress: `${term}/progress`,
    plan: `${term}/plan`,
    'new-task': `${term}/plan/new`,
    evidence: `${term}/plan/build-and-boot`,
  },
  organiser: {
    ...{ organise: `${term}/organise`, words: `${term}/organise/words`, people: `${term}/organise/people` },
    ...{
      'organiser-today': '/',
      'new-term': `${term}/organise/new`,
      import: `${term}/organise/import`,
      letters: `${term}/organise/mails`,
      log: `${term}/organise/log`,
    },
  },
};

/** `first:` leads to the first row of a list. */
const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(origin + address.replace('first:', ''));
  if (address.startsWith('first:')) await page.locator('a[data-row]').first().click();
};

const found = new Map<string, string[]>();
mkdirSync(folder, { recursive: true });
const browser = await startBrowser();
try {
  for (const scheme of ['light', 'dark'] satisfies Scheme[]) {
    for (const width of ['wide', 'narrow'] satisfies Width[]) {
      for (const [role, named] of Object.entries(pages)) {
        const { context, page } = await newWindow(browser, { scheme, width });
        if (role !== '') await page.goto(`${origin}/demo/${role}`);
        for (const [name, address] of Object.entries(named)) {
          await open(page, address);
          const path = join(folder, `programme-${name}-${width}-${scheme}.png`);
          await page.screenshot({ path });
          spawnSync('convert', [path, '+dither', '-colors', '64', `PNG8:${path}`]);
          const axe = await axeFinds(page);
          for (const line of axe) process.stderr.write(`${name} ${width} ${scheme}: ${line}\n`);
          const wider = (await overflows(page)) > 0 ? ', wider than its window' : '';
          found.set(name, [...(found.get(name) ?? []), `${axe.length}${wider}`]);
        }
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
}

process.stdout.write(`# The programme's pages, measured

\`npm run demo\`, then \`node benchmarks/programmePages.ts docs/pages\`: what axe-core finds on each, at 1280 and 390 pixels,
light and dark.

| page | wide light | narrow light | wide dark | narrow dark |
| --- | ---: | ---: | ---: | ---: |
${[...found].map(([name, looks]) => `| ${name} | ${looks.join(' | ')} |`).join('\n')}
`);
