import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bootWorld } from '../../../../test/world/bootWorld.ts';
import { termPages } from '../../../../test/world/termPages.ts';
import { lookAtSubmission } from '../../../office/evidence/lookAtSubmission.ts';
import { nonceOf } from '../../../office/evidence/nonceOf.ts';

test('whoever is asked answers on the task’s page; a mentor sees it, with both sides; nobody else is named', async (t) => {
  const world = await bootWorld(t);
  const { office, person, handIn, logOf, task } = world;
  const [ada, ben] = [await person('Ada', 'applicant'), await person('Ben', 'applicant')];
  const mia = await person('Mia', 'mentor');
  const pages = termPages(world);
  const log = await logOf(ada);
  const first = await handIn(ada, log, 'one');
  await lookAtSubmission(office, first);
  const theirs = await nonceOf(office, { person: ben.id, task });
  const copied = await handIn(ben, log.replaceAll(await nonceOf(office, { person: ada.id, task }), theirs), 'one');
  await lookAtSubmission(office, copied);

  const asked = await pages.text(ben, '/tasks/boot');
  assert.match(
    asked,
    /How did it come about\?[\s\S]*in common with this:\s+time stamps, steps between time stamps\.[\s\S]*no verdict/,
  );
  assert.doesNotMatch(asked, /Ada/);
  assert.doesNotMatch(await pages.text(ada, '/tasks/boot'), /How did it come about/, 'who came first is not asked');
  assert.match(
    await pages.text(mia, `/submissions/${copied}`),
    /100 % of the time stamps are the same[\s\S]*not answered yet/,
  );
  const said = { submission: copied, answer: 'We <b>share</b> it.' };
  assert.equal((await pages.post(ada, '/tasks/boot/likeness', said)).status, 404);
  assert.equal((await pages.post(ben, '/tasks/boot/likeness', said)).status, 303);
  assert.match(await pages.text(ben, '/tasks/boot'), /You said:[\s\S]*We &lt;b&gt;share&lt;\/b&gt; it\./);
  const read = await pages.text(mia, `/submissions/${copied}`);
  assert.match(read, new RegExp(`submissions/${first}">Ada</a>, who handed it in earlier[\\s\\S]*We &lt;b&gt;share`));
  assert.match(await pages.text(mia, `/submissions/${first}`), /Ben<\/a>, who handed it in later/);
});
