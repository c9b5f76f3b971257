import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { noBrowser, startBrowser } from './world/browser.ts';
import { type ServedDesk, serveDesk } from './world/servedDesk.ts';
import { smallTree } from './world/smallTree.ts';
import { signedIn, signIn } from './world/visitor.ts';

/** Two sites stand on line 6. */
const two = `#include <linux/slab.h>
int made_two(size_t n)
{
	int *a, *b;

	a = kmalloc(n * sizeof(*a), GFP_KERNEL); b = kmalloc(n * sizeof(*b), GFP_KERNEL);
	return a && b;
}
`;
const AT = 'drivers/made/made.c:13:10';

let desk: ServedDesk;
let cookie = '';

const get = async (path: string): Promise<string> => (await fetch(desk.origin + path, { headers: { cookie } })).text();

const baseOf = async (at: string): Promise<string> =>
  /name="base" value="(\d+)"/.exec(await get(`/site?at=${at}`))?.[1] ?? '';

/** Sends a why as the form of its page does. */
const send = async (at: string, why: string, to = '/site/patch') => {
  const body = new URLSearchParams({ at, base: await baseOf(at), why, deed: 'write' });
  const answer = await fetch(desk.origin + to, { method: 'POST', body, headers: { cookie, origin: desk.origin } });
  return { status: answer.status, url: answer.url, text: await answer.text() };
};

const data = (): string => join(desk.home, '.local/share/patchling');

const patchesOf = (line: string): string[] =>
  readdirSync(join(data(), 'drafts'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes(line) && name.endsWith('.patch'))
    .map((name) => join(data(), 'drafts', name));

const patchOf = (line: string): string => readFileSync(patchesOf(line)[0] ?? '', 'utf8');

describe('the words of a why', () => {
  before(async () => {
    desk = await serveDesk(smallTree({ 'drivers/made/two.c': two }));
    const entered = await fetch(desk.entrance, { redirect: 'manual' });
    cookie = String(entered.headers.get('set-cookie')).split(';', 1)[0] ?? '';
  });
  after(() => desk.stop());

  test('what hides in a pasted text goes, and the patch is whole', async () => {
    const told = await send(AT, 'n is the\u0000 device’s \u001b[31mown\u202e.\r\n\r\nIt wraps 👩‍💻.');
    assert.match(told.url, /\/draft\//);
    assert.match(patchOf('made.c-13'), /^n is the device’s \[31mown\.\n\nIt wraps 👩‍💻\.\n\nUse kmalloc_array/m);
    assert.match(await get(`/site?at=${AT}`), />\nn is the device’s \[31mown\.\n\nIt wraps 👩‍💻\.<\/textarea>/);
  });

  test('taken out again, they are missing from the patch too', async () => {
    await send(AT, 'Some words.');
    await send(AT, ' ');
    assert.match(patchOf('made.c-13'), /\[Missing: why is this change needed/);
  });

  test('more than are kept: said, and all of them still stand there', async () => {
    const why = 'It wraps. '.repeat(2100);
    for (const to of ['/site/patch', '/site/words']) {
      const told = await send(AT, why, to);
      assert.equal(told.status, 422, to);
      assert.match(told.text, /21000 letters/, to);
    }
    assert.ok((await send(AT, why)).text.includes(why));
  });

  test('a patch that the person worked on stays, and so do the words', async () => {
    const at = 'drivers/made/made.c:16:9';
    await send(at, 'Words before.');
    appendFileSync(patchesOf('made.c-16')[0] ?? '', 'by hand\n');
    assert.match(await get(`/site?at=${at}`), /You have changed the patch’s file/);
    const told = await send(at, 'Words after.');
    assert.equal(told.status, 422);
    assert.match(told.text, /not as Patchling wrote it[\s\S]*Words after\.<\/textarea>/);
    assert.match(patchOf('made.c-16'), /Words before\.[\s\S]*by hand\n$/);
    assert.match(await get(`/site?at=${at}`), /Words after\./);
  });

  test('two sites on one line: the patch of one is not written over by the other', async () => {
    await send('drivers/made/two.c:6:6', 'The words of a.');
    const told = await send('drivers/made/two.c:6:47', 'The words of b.');
    assert.equal(told.status, 422);
    assert.match(told.text, /The words of b\.<\/textarea>/);
    assert.match(patchOf('two.c-6'), /The words of a\./);
    assert.doesNotMatch(await get('/'), /The place has changed/);
  });

  test('a folder that cannot be written to: an answer that says so, with the words in it', async () => {
    rmSync(join(data(), 'words'), { recursive: true });
    writeFileSync(join(data(), 'words'), '');
    const told = await send(AT, 'Words for no disk.');
    assert.match(told.text, /could not be[\s\S]*Words for no disk\.<\/textarea>/);
    const kept = await send(AT, 'Words for no disk.', '/site/words');
    assert.match(JSON.parse(kept.text).refused, /could not be/);
    rmSync(join(data(), 'words'));
    mkdirSync(join(data(), 'words'));
  });

  test('sent while some are being kept, they are not taken for another window’s', { skip: noBrowser }, async () => {
    const browser = await startBrowser();
    const other = await serveDesk(smallTree());
    const { page } = await signedIn(browser, await signIn(browser, other));
    await page.route('**/site/words', async (route) => {
      const response = await route.fetch();
      await new Promise((resolve) => setTimeout(resolve, 800));
      await route.fulfill({ response });
    });
    await page.goto(`${other.origin}/site?at=${AT}`);
    const asked = page.waitForRequest('**/site/words');
    await page.locator('[data-why]').fill('It wraps');
    await asked;
    await page.locator('[data-why]').pressSequentially(' for a large n.');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/draft\//);
    assert.match(await page.locator('main').innerText(), /It wraps for a large n\./);
    await browser.close();
    await other.stop();
  });

  test('what was said at the terminal stands in the box, and is gone on with', async () => {
    const tree = smallTree();
    const { person } = desk;
    const started = person.run(['start', '--no-compile', '--json', '--tree', tree]);
    const { patch, site } = JSON.parse(started.stdout) as { patch: string; site: { path: string; line: number } };
    const at = `${site.path}:${site.line}`;
    const words = ['--why', 'Said at the terminal.', '--out', dirname(patch), '--tree', tree];
    assert.equal(person.run(['fix', at, ...words]).status, 0);
    const other = await serveDesk(tree, { person });
    try {
      const entered = await fetch(other.entrance, { redirect: 'manual' });
      const own = String(entered.headers.get('set-cookie')).split(';', 1)[0] ?? '';
      const page = await (await fetch(`${other.origin}/site?at=${at}`, { headers: { cookie: own } })).text();
      assert.match(page, />\nSaid at the terminal\.<\/textarea>/);
    } finally {
      await other.stop();
    }
  });
});
