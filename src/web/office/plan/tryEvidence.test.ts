import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bootWorld } from '../../../../test/world/bootWorld.ts';
import { termPages } from '../../../../test/world/termPages.ts';

const log = readFileSync('test/data/evidence/boot-6.12.dmesg.txt', 'utf8');
const evidence = JSON.stringify({ needs: [{ kind: 'boot log', kernel: 'distribution' }, { kind: 'config' }] });

test('an author sees what the machine would say of some files, and nothing of it is kept', async (t) => {
  const world = await bootWorld(t);
  const { office, lead, person } = world;
  const pages = termPages(world, { judge: office.judge });
  const given = { evidence, deed: 'try', mark: 'plgabcdefgh2345' };
  const files = [new File([log], 'boot.txt'), new File(['hello'], '<b>.txt')];
  const said = await (await pages.post(lead, '/plan/boot/evidence', { ...given, files })).text();
  assert.match(said, /Not enough for the machine[\s\S]*Boot log[\s\S]*boot\.txt[\s\S]*looks like a config/);
  assert.match(said, /&quot;needs&quot;/, 'what was typed stands in the form');
  const fails = await pages.post(lead, '/plan/boot/evidence', { ...given, mark: 'plgzzzzzzzz7777', files });
  assert.match(await fails.text(), /It would go back with this/);
  const unread = await pages.post(lead, '/plan/boot/evidence', { ...given, evidence: '{' });
  assert.deepEqual([unread.status, /no JSON/.test(await unread.text())], [422, true]);
  const ada = await person('Ada', 'applicant');
  assert.equal((await pages.post(ada, '/plan/boot/evidence', { ...given, files })).status, 404);
  assert.equal((await office.db.selectFrom('submission').select('id').execute()).length, 0);
  const kept = await office.db.selectFrom('task').select('evidence').executeTakeFirstOrThrow();
  assert.equal(kept.evidence?.needs.length, 1);
});
