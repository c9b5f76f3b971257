import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { readAssets } from '../src/edge/web/assets.ts';
import { type Scheme, startBrowser, type Width } from '../test/world/browser.ts';
import { kernelTree } from '../test/world/kernelTree.ts';
import { newPerson } from '../test/world/runPatchling.ts';
import { serveDesk } from '../test/world/servedDesk.ts';
import { axeFinds, signedIn, signIn, visit } from '../test/world/visitor.ts';
import { treeName } from './treeName.ts';

/**
 * `node benchmarks/screenshots.ts FOLDER [ADDRESS…]`: pages of the workbench at both widths, light and dark; without
 * addresses all of them, for somebody who has begun a patch and prepared another, and a table of what axe-core finds and
 * how large each is. The tree is PATCHLING_TREE.
 */
const [folder = '', ...named] = process.argv.slice(2);
const tree = kernelTree() ?? process.exit(1);

/** A machine whose paths are nobody's: what is seen in a picture is read as an example. */
const ada = mkdtempSync(join(tmpdir(), 'ada-'));
const linux = join(ada, 'linux');
symlinkSync(resolve(tree), linux);
const person = newPerson({
  PATCHLING_COMMAND: 'patchling',
  GIT_AUTHOR_NAME: 'Ada Made',
  GIT_AUTHOR_EMAIL: 'ada@made.example',
});

const run = (words: readonly string[], input = ''): void => {
  const said = person.run([...words, '--tree', linux], { input });
  if (said.status !== 0 && said.status !== 1) throw new Error(`${words.join(' ')}: ${said.stderr}`);
};

const WHY = `The number of stripes comes from the chunk that is read from the disk. Where the
sum wraps, less is allocated than the loops below write to.`;

/** What stands in Today, Contributions and the journal. */
const story = (): void => {
  const outgoing = join(ada, 'outgoing');
  mkdirSync(outgoing);
  run(['fix', 'fs/btrfs/volumes.c:6109', '--why', WHY, '--signoff', '--out', outgoing]);
  run(['prepare', outgoing]);
  run(['start', '--seed', '7', '--no-compile']);
  person.run(['journal', 'note', 'Read the btrfs development notes; asked on the list how they test.']);
};

const pages = async (origin: string, cookie: string): Promise<string[]> => {
  const html = await (await fetch(`${origin}/contributions`, { headers: { cookie } })).text();
  const own = [...html.matchAll(/href="(\/(?:draft|contribution)\/[^"#?]+)/g)].map(([, at = '']) => at);
  return [
    ...['/', '/find', '/map', '/map?under=drivers/net', '/site?at=drivers/gpu/drm/gud/gud_pipe.c:73'],
    ...['/contributions', ...new Set(own)],
    ...['/subsystems', '/subsystems?hours=8&months=3&interests=filesystems', '/subsystem?name=BTRFS+FILE+SYSTEM'],
    ...['/rules', '/rules/allocator-arithmetic', '/rules/summary-too-long', '/journal', '/doctor', '/settings'],
    '/code?path=mm/vmalloc.c&line=5055',
  ];
};

const nameOf = (address: string): string =>
  address
    .replace(/^\/(draft|contribution)\/.*/, '$1')
    .replace(/[^\w.]+/g, '-')
    .replace(/^-|-$/g, '') || 'today';

interface Measured {
  bytes: number;
  /** By look: `wide light`. */
  readonly axe: Map<string, number>;
}
const measured = new Map<string, Measured>();

const measure = async (page: Page, address: string, look: string): Promise<void> => {
  const one = measured.get(address) ?? { bytes: 0, axe: new Map<string, number>() };
  one.bytes = Buffer.byteLength(await page.content());
  one.axe.set(look, (await axeFinds(page)).length);
  measured.set(address, one);
};

if (named.length === 0) story();
mkdirSync(folder, { recursive: true });
const served = await serveDesk(linux, { person });
const browser = await startBrowser();
try {
  const cookies = await signIn(browser, served);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const addresses = named.length > 0 ? named : await pages(served.origin, cookie);
  for (const scheme of ['light', 'dark'] satisfies Scheme[]) {
    for (const width of ['wide', 'narrow'] satisfies Width[]) {
      const { context, page } = await signedIn(browser, cookies, { scheme, width });
      for (const address of addresses) {
        await visit(page, served.origin + address);
        const path = join(folder, `${nameOf(address)}-${width}-${scheme}.png`);
        await page.screenshot({ path, fullPage: named.length > 0 });
        if (named.length === 0) await measure(page, address, `${width} ${scheme}`);
        // A third of the bytes, where ImageMagick is there: pages have few colours.
        if (named.length === 0) spawnSync('convert', [path, '+dither', '-colors', '64', `PNG8:${path}`]);
      }
      await context.close();
    }
  }
  if (named.length === 0) {
    writeFileSync(join(folder, 'README.md'), listOf(addresses));
    process.stdout.write(tableOf(addresses));
  }
} finally {
  await browser.close();
  await served.stop();
}

function listOf(addresses: readonly string[]): string {
  const shown = addresses.map((address) => {
    const name = nameOf(address);
    const links = ['wide-light', 'wide-dark', 'narrow-light', 'narrow-dark'].map(
      (look) => `[${look.replace('-', ', ')}](${name}-${look}.png)`,
    );
    return `| \`${address.replace(/(draft|contribution)\/.*/, '$1/…')}\` | ${links.join(' · ')} |`;
  });
  const head =
    '# The local pages\n\nMade by `node benchmarks/screenshots.ts docs/pages`.\n\n| page | pictures |\n| --- | --- |';
  return `${head}\n${shown.join('\n')}\n`;
}

function tableOf(addresses: readonly string[]): string {
  const looks = ['wide light', 'wide dark', 'narrow light', 'narrow dark'];
  const rows = addresses.map((address) => {
    const { bytes = 0, axe } = measured.get(address) ?? {};
    const found = looks.map((look) => axe?.get(look) ?? 'not looked');
    return `| \`${address.replace(/(draft|contribution)\/.*/, '$1/…')}\` | ${(bytes / 1000).toFixed(1)} | ${found.join(' | ')} |`;
  });
  const code = [...readAssets(new URL('../src/web/parts/', import.meta.url)).files].filter(([name]) =>
    name.endsWith('.js'),
  );
  const size = code.reduce((sum, [, { bytes }]) => sum + bytes.length, 0);
  return `# The local pages, measured

\`node benchmarks/screenshots.ts docs/pages\` on ${treeName(tree)}: the HTML of each page, and what axe-core finds on it, at 1280
and 390 pixels, light and dark. The limit is 150 kB; client code in all: ${(size / 1000).toFixed(1)} kB of at most 30.

| page | HTML, kB | ${looks.map((look) => `axe, ${look}`).join(' | ')} |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
