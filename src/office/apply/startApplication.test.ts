import assert from 'node:assert/strict';
import test from 'node:test';
import { withOffice, written } from '../../../test/world/programmeOffice.ts';
import { ownApplication } from './ownApplication.ts';
import { saveApplication } from './saveApplication.ts';
import { sendApplication } from './sendApplication.ts';
import { startApplication } from './startApplication.ts';
import { withdrawApplication } from './withdrawApplication.ts';

test('started, saved from two windows, sent once, withdrawn', async (t) =>
  withOffice(t, async ({ office, term, someone, again }) => {
    const ada = await someone('Ada');
    const first = await startApplication(office, ada, { term });
    assert.deepEqual(await startApplication(office, ada, { term }), first);
    const applicant = await again(ada);
    assert.deepEqual(await sendApplication(office, applicant, { term }).then(({ kind }) => kind), 'incomplete');
    const given = { ...written, words: 'one' };
    assert.deepEqual(await saveApplication(office, applicant, { term, revision: 1, given }), {
      kind: 'saved',
      revision: 2,
    });
    const late = { term, revision: 1, given: { ...written, words: 'the other window' } };
    assert.deepEqual(await saveApplication(office, applicant, late), { kind: 'overtaken', revision: 2 });
    assert.equal((await ownApplication(office, applicant, term))?.words, 'one');
    const sent = await Promise.all([1, 2, 3].map(() => sendApplication(office, applicant, { term })));
    assert.ok(sent.some(({ kind }) => kind === 'sent'));
    const facts = await office.db.selectFrom('decision').select('kind').orderBy('seq').execute();
    assert.deepEqual(
      facts.map(({ kind }) => kind),
      ['programme-made', 'term-made', 'application-started', 'role-given', 'application-sent'],
    );
    assert.deepEqual(await withdrawApplication(office, applicant, { term }), { kind: 'withdrawn' });
    assert.deepEqual([...(await again(ada)).roles], []);
  }));

test('who does not fit is told by the answer itself; nobody new starts after closing, whoever has started may send', async (t) =>
  withOffice(t, async ({ office, term, someone, again, days }) => {
    const [ada, ben] = [await someone('Ada'), await someone('Ben')];
    await startApplication(office, ada, { term });
    const minor = { ...written, eligibility: { ...written.eligibility, adult: false } };
    await saveApplication(office, await again(ada), { term, revision: 1, given: minor });
    const refused = await sendApplication(office, await again(ada), { term });
    assert.deepEqual(refused, {
      kind: 'refused',
      because: 'One cannot take part with this answer: Are you 18 or older?',
    });
    days(20);
    assert.deepEqual(await startApplication(office, ben, { term }), {
      ...{ kind: 'refused', because: 'Applications are closed.' },
    });
    await saveApplication(office, await again(ada), { term, revision: 2, given: written });
    assert.equal((await sendApplication(office, await again(ada), { term })).kind, 'sent');
  }));
