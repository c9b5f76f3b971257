import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveDesk } from './world/servedDesk.ts';
import { smallTree } from './world/smallTree.ts';

test('of a tree whose MAINTAINERS is damaged, all but who owns what can be seen and done', async () => {
  const desk = await serveDesk(smallTree({ MAINTAINERS: 'nothing of use\n' }));
  const entered = await fetch(desk.entrance, { redirect: 'manual' });
  const cookie = String(entered.headers.get('set-cookie')).split(';', 1)[0] ?? '';
  const get = async (path: string): Promise<string> => {
    const answer = await fetch(desk.origin + path, { headers: { cookie } });
    assert.equal(answer.status, 200, path);
    return answer.text();
  };
  let find = await get('/find');
  while (find.includes('data-stream')) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    find = await get('/find');
  }
  assert.match(find, /made\.c:13/);
  const site = await get('/site?at=drivers/made/made.c:13');
  assert.match(site, /MAINTAINERS names no section/);
  assert.match(site, /data-why-form/);
  await desk.stop();
});
