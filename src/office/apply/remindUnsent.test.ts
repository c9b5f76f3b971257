import assert from 'node:assert/strict';
import { test } from 'node:test';
import { written } from '../../../test/world/programmeOffice.ts';
import { DAY, HOUR, termWorld } from '../../../test/world/termWorld.ts';
import { freezePerson } from '../privacy/freezePerson.ts';
import { remindUnsent } from './remindUnsent.ts';
import { saveApplication } from './saveApplication.ts';
import { sendApplication } from './sendApplication.ts';
import { startApplication } from './startApplication.ts';
import { withdrawApplication } from './withdrawApplication.ts';

test('whoever began and did not send is reminded three days before the last instant, and one, and nobody else', async (t) => {
  const { office, term, person, forward } = await termWorld(t);
  const begun = async (name: string) => {
    const who = await person(name);
    assert.equal((await startApplication(office, who, { term: term.id })).kind, 'started');
    return { ...who, roles: new Map([[term.id, new Set(['applicant'] as const)]]) };
  };
  const [ada, ben, cem, dan] = [await begun('Ada'), await begun('Ben'), await begun('Cem'), await begun('Dan')];
  const given = { ...written, eligibility: {} };
  assert.equal((await saveApplication(office, ben, { term: term.id, revision: 1, given })).kind, 'saved');
  assert.equal((await sendApplication(office, ben, { term: term.id })).kind, 'sent');
  await withdrawApplication(office, cem, { term: term.id });
  forward(26 * DAY);
  assert.deepEqual(await remindUnsent(office), { reminded: 0 });
  forward(DAY + HOUR);
  assert.deepEqual(await remindUnsent(office), { reminded: 2 });
  assert.deepEqual(await remindUnsent(office), { reminded: 0 });
  await freezePerson(office, dan, { person: dan.id, frozen: true });
  forward(2 * DAY);
  assert.deepEqual(await remindUnsent(office), { reminded: 1 });
  const mails = await office.db
    .selectFrom('outbox')
    .select(['name', 'subject', 'text'])
    .where('kind', '=', 'deadline-reminder')
    .orderBy('created_at')
    .orderBy('name')
    .execute();
  assert.deepEqual(
    mails.map(({ name, subject }) => `${name}: ${subject.replace('[Kernel mentorship] ', '')}`),
    [
      'Ada: Your application is not sent: due in 2 d 23 h (autumn term)',
      'Dan: Your application is not sent: due in 2 d 23 h (autumn term)',
      'Ada: Your application is not sent: due in 23 h (autumn term)',
    ],
  );
  assert.match(mails[0]?.text ?? '', /until\s+Fri 11 Dec 2026/);
  forward(2 * DAY);
  assert.deepEqual(await remindUnsent(office), { reminded: 0 }, 'too late for it');
  assert.ok(ada);
});
