import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { newPerson } from './world/runPatchling.ts';
import { serveDesk } from './world/servedDesk.ts';
import { smallTree } from './world/smallTree.ts';

// A draft from its page to a prepared series, as a browser without JavaScript asks for it.

const person = newPerson();
const tree = smallTree();
const out = join(person.home, 'out');
person.run(['fix', 'drivers/made/made.c:13', '--tree', tree, '--out', out]);
const [name = ''] = readdirSync(out);
const patch = join(out, name);
const id = createHash('sha256').update(patch).digest('hex').slice(0, 12);

const served = await serveDesk(tree, { person });
after(() => served.stop());
const entered = await fetch(served.entrance, { redirect: 'manual' });
const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
const get = async (at: string): Promise<string> => (await fetch(served.origin + at, { headers: { cookie } })).text();
const post = (at: string, words: Record<string, string>) =>
  fetch(served.origin + at, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: served.origin },
    body: new URLSearchParams(words),
  });
/** Asked for again and again, as a page without JavaScript does, until the work beside is done. */
const settled = async (at: string): Promise<string> => {
  for (let tries = 0; tries < 300; tries++) {
    const page = await get(at);
    if (!page.includes('data-stream')) return page;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${at} is never done`);
};

test('a draft says what it lacks, where it is written, and who gets it', async () => {
  assert.match(await get('/contributions'), new RegExp(`href="/draft/${id}"`));
  const page = await settled(`/draft/${id}`);
  assert.match(page, /The why and your sign-off are missing/);
  assert.ok(page.includes('/site?at=drivers/made/made.c:13'));
  assert.match(page, /Ada Made/);
  assert.match(page, /fix drivers\/made\/made\.c:13 --why-file why\.txt --signoff/);
});

test('a file that the person has changed is theirs, and what it says is text', async () => {
  appendFileSync(patch, '<script>alert(1)</script>\u202e\n');
  const page = await settled(`/draft/${id}`);
  assert.match(page, /You have changed this file since it was written/);
  assert.match(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt;\ufffd/);
});

test('a prepared series is shown as it lies there; a version that is gone says so', async () => {
  const prepared = join(person.home, 'prepared');
  const words = ['--why', 'The count comes from user space.', '--signoff', '--out', prepared, '--tree', tree];
  person.run(['fix', 'drivers/made/made.c:16', ...words]);
  const [own = ''] = readdirSync(prepared);
  assert.equal(person.run(['prepare', join(prepared, own), '--tree', tree]).status, 0);
  const at = /href="(\/contribution\/[^"]+)"/.exec(await get('/contributions'))?.[1] ?? '';
  const page = await settled(at);
  assert.match(page, /Nothing was sent\./);
  assert.match(page, /The count comes from user space\./);
  assert.match(page, /Subject: \[PATCH\]/);
  assert.match(page, /git am \S+\/\*\.patch/);
  assert.match(page, /MADE DRIVER: F: drivers\/made\/ \(MAINTAINERS:3\)|MADE DRIVER: F:/);
  person.run(['fix', 'drivers/made/made.c:16', ...words.with(1, 'The count comes from the device, which may lie.')]);
  const second = ['prepare', join(prepared, own), '--tree', tree, '--version', '2', '--changelog', 'say why', '--json'];
  const { folder } = JSON.parse(person.run(second).stdout) as { folder: string };
  const compared = await settled(at);
  assert.match(compared, /What changed since v1/);
  assert.match(compared, /<tr class="gone">.*The count comes from user space/);
  assert.match(await settled(`${at}?version=1`), /The count comes from user space/);
  assert.match(await get(`${at}?version=7`), /There is no such page/);
  rmSync(folder, { recursive: true });
  assert.match(await get(at), /Its mails are not to be\s+read any more/);
});

test('a draft is dropped with a reason, once one is sure; its file stays', async () => {
  assert.equal((await post(`/draft/${id}/drop`, { because: '', sure: 'yes' })).status, 422);
  assert.equal((await post(`/draft/${id}/drop`, { because: 'taken' })).status, 422);
  const dropped = await post(`/draft/${id}/drop`, { because: 'somebody sent it', sure: 'yes' });
  assert.deepEqual([dropped.status, dropped.headers.get('location')], [303, '/contributions']);
  assert.equal((await fetch(`${served.origin}/draft/${id}`, { headers: { cookie } })).status, 404);
  assert.deepEqual(readdirSync(out), [name]);
  assert.match(await get('/journal'), /somebody sent it/);
});
