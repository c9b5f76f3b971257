import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { termPages } from '../../../../test/world/termPages.ts';
import { done, termWorld } from '../../../../test/world/termWorld.ts';
import { openEvidenceJudge } from '../../../gather/evidence/evidenceJudge.ts';
import { lookAtWaiting } from '../../../office/evidence/lookAtWaiting.ts';
import { makeTask } from '../../../office/tasks/makeTask.ts';

const LOG = readFileSync('test/data/evidence/boot-6.12.dmesg.txt', 'utf8');
const NULL_FRAME = {
  function: 'greeter_count',
  size: 16,
  module: 'greeter',
  places: [{ offset: 3, answers: [['g.c:1']] }],
};
const bank = {
  ...{ release: '6.12', frames: [NULL_FRAME] },
  lines: ['Comm: {nonce} 6.12 #1', { before: 'RIP: 0010:', frame: 0, after: '' }],
};

test('its author says what a machine looks at; a person sees their mark and what was seen, a mentor too', async (t) => {
  const world = await termWorld(t);
  const { office, term, person, at } = world;
  const judge = openEvidenceJudge();
  t.after(() => judge.close());
  const lead = await person('Lea', 'lead mentor');
  const [ada, ben] = [await person('Ada', 'applicant'), await person('Ben', 'applicant')];
  const mia = await person('Mia', 'mentor');
  const words = { slug: 'boot', title: 'Boot', words: 'Boot it.', release: 'at once', releaseAt: null } as const;
  done(await makeTask(office, lead, { ...words, required: true, term: term.id, deadline: at(5) }));
  const pages = termPages(world);
  const markOf = async (who: typeof ada) =>
    /<code>(plg[a-z2-7]{12})<\/code>/.exec(await pages.text(who, '/tasks/boot'))?.[1] ?? '';
  assert.equal(await markOf(ada), '', 'people alone judge it so far');
  const wrong = await pages.post(lead, '/plan/boot/evidence', { evidence: '{"needs":[{"kind":"boot"}]}' });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /needs\[0\]\.kind[\s\S]*&quot;boot&quot;/);
  const evidence = JSON.stringify({
    needs: [
      { kind: 'boot log', kernel: 'distribution' },
      { kind: 'decoded trace', bank },
    ],
  });
  assert.equal((await pages.post(ada, '/plan/boot/evidence', { evidence })).status, 404);
  assert.equal((await pages.post(lead, '/plan/boot/evidence', { evidence })).status, 303);
  const [mine, theirs] = [await markOf(ada), await markOf(ben)];
  assert.ok(mine !== '' && theirs !== '' && mine !== theirs);
  const trace = await pages.get(ada, '/tasks/boot/trace');
  assert.match(trace.headers.get('content-disposition') ?? '', /attachment; filename="trace\.txt"/);
  assert.match(await trace.text(), new RegExp(`Comm: ${mine} [\\s\\S]*greeter_count\\+0x3/0x10`));

  const log = new File([LOG.replaceAll('plgabcdefgh2345', theirs)], '<img src=x>.txt');
  await pages.post(ada, '/tasks/boot', { statement: 'It boots.', key: 'one', files: [log] });
  await lookAtWaiting({ ...office, judge: judge.judge });
  const shown = await pages.text(ada, '/tasks/boot');
  assert.match(shown, /this is missing yet[\s\S]*Your own mark[\s\S]*patchling\.nonce=/);
  assert.doesNotMatch(shown, /<img src=x>/);
  await pages.post(ada, '/tasks/boot', { statement: 'Please look.', key: 'two', person: 'yes', files: [log] });
  await lookAtWaiting({ ...office, judge: judge.judge });
  const waiting = await office.db
    .selectFrom('submission')
    .select('id')
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  assert.match(await pages.text(mia, `/submissions/${waiting.id}`), /What the machine saw[\s\S]*a mentor weighs this/);
  await pages.post(ada, '/tasks/boot/mark', {});
  assert.notEqual(await markOf(ada), mine);
  assert.equal(await markOf(ben), theirs);
});
