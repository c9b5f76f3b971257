import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { type ServedDesk, serveDesk } from './world/servedDesk.ts';
import { smallTree } from './world/smallTree.ts';

let desk: ServedDesk;
let cookie = '';

interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A request as it is written here: `fetch` would set Host and Origin itself. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Told> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(desk.origin);
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });

const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the door of the local pages', () => {
  before(async () => {
    desk = await serveDesk(smallTree());
  });
  after(() => desk.stop());

  test('without the token: nothing of the person’s', async () => {
    for (const path of ['/', '/find', '/jobs/1', '/jobs/1/events', '/settings', '/nothing']) {
      const told = await ask(path);
      assert.equal(told.status, 401, path);
      assert.doesNotMatch(told.text, /made\.c|Grace|Linux 6/, path);
    }
    assert.equal((await ask('/enter?token=guessed')).status, 401);
  });

  test('the printed address opens once, and then the browser is known', async () => {
    const entrance = new URL(desk.entrance);
    const first = await ask(entrance.pathname + entrance.search);
    assert.equal(first.status, 303);
    const set = String(first.headers['set-cookie']);
    assert.match(set, /HttpOnly/);
    assert.match(set, /SameSite=Strict/);
    cookie = set.split(';', 1)[0] ?? '';
    assert.equal((await ask('/', { cookie })).status, 200);
    const again = await ask(entrance.pathname + entrance.search);
    assert.equal(again.status, 401);
    assert.match(again.text, /was used already/);
  });

  test('it leads to a page of ours only', async () => {
    for (const to of ['//evil.example/', '/\\evil.example', 'https://evil.example', '/%09/evil.example\n']) {
      const told = await ask(`/enter?to=${encodeURIComponent(to)}`, { cookie });
      assert.equal(told.headers['location'], '/', to);
    }
    assert.equal((await ask('/enter?to=%2Ffind%3Fq%3Dx', { cookie })).headers['location'], '/find?q=x');
  });

  test('a foreign Host gets nothing, also with the cookie', async () => {
    for (const host of ['evil.example', 'evil.example:80', `127.0.0.1.evil.example:${new URL(desk.origin).port}`]) {
      const told = await ask('/', { cookie, host });
      assert.equal(told.status, 403, host);
      assert.doesNotMatch(told.text, /made\.c/);
      assert.equal((await ask('/assets/x/style.css', { host })).status, 403);
    }
  });

  test('a foreign Origin gets nothing, and changes nothing', async () => {
    for (const origin of ['http://evil.example', 'null', 'https://127.0.0.1']) {
      assert.equal((await ask('/', { cookie, origin })).status, 403);
      const told = await ask('/find/again', { cookie, origin, ...form }, 'POST', 'x=1');
      assert.equal(told.status, 403);
    }
    const none = await ask('/find/again', { cookie, ...form }, 'POST', 'x=1');
    assert.equal(none.status, 403);
    const own = await ask('/find/again', { cookie, origin: desk.origin, ...form }, 'POST', 'x=1');
    assert.equal(own.status, 303);
  });

  test('every answer says what a page may do: nothing from elsewhere, in nobody’s frame', async () => {
    for (const [path, headers] of [
      ['/', { cookie }],
      ['/nothing', { cookie }],
      ['/', {}],
      ['/', { host: 'evil.example' }],
    ] as const) {
      const told = await ask(path, headers);
      assert.match(String(told.headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/);
      assert.equal(told.headers['x-content-type-options'], 'nosniff');
      assert.equal(told.headers['x-frame-options'], 'DENY');
    }
  });

  test('a place outside the tree is none, and an odd address is no mistake of ours', async () => {
    for (const path of [
      '/code?path=../../etc/passwd',
      '/code?path=/etc/passwd',
      '/code?path=drivers/../../x',
      '/code?path=drivers',
      '/site?at=',
      '/site?at=drivers/made/made.c:1',
      '/site?at=%00:1',
      '/site?at=none.c:3',
    ]) {
      const told = await ask(path, { cookie });
      assert.equal(told.status, 404, path);
      assert.doesNotMatch(told.text, /root:|mistake of Patchling/, path);
    }
    assert.equal((await ask('/find?page=99999999999999999999&q=%3Cscript%3E', { cookie })).status, 200);
  });

  test('a session outlives a restart, its token does not', async () => {
    const { person, origin, entrance } = desk;
    await desk.stop();
    const tree = smallTree();
    desk = await serveDesk(tree, { person, port: Number(new URL(origin).port) });
    assert.equal(desk.origin, origin);
    assert.equal((await ask('/', { cookie })).status, 200);
    const old = new URL(entrance);
    assert.equal((await ask(old.pathname + old.search)).status, 401);
  });

  test('where the port is taken, the next free one serves', async () => {
    const port = Number(new URL(desk.origin).port);
    const beside = await serveDesk(smallTree(), { port });
    try {
      assert.ok(Number(new URL(beside.origin).port) > port);
    } finally {
      await beside.stop();
    }
  });

  test('what is sent is bounded, and what is no form is said to be none', async () => {
    const own = { cookie, origin: desk.origin };
    const large = await ask('/journal/notes', { ...own, ...form }, 'POST', `words=${'a'.repeat(2 ** 20)}`);
    assert.equal(large.status, 413);
    assert.match(large.text, /Too much was sent/);
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=never']) {
      const told = await ask('/site/patch', { ...own, 'content-type': type }, 'POST', 'x');
      assert.equal(told.status, 404, type);
      assert.doesNotMatch(told.text, /mistake of Patchling/);
    }
  });
});
