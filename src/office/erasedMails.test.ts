import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withOffice } from '../../test/world/programmeOffice.ts';
import { openMailReader } from '../edge/mailDoor/mailReader.ts';
import { mailPerson } from './mailPerson.ts';
import { erasePerson } from './privacy/erasePerson.ts';
import { retire } from './privacy/retire.ts';
import { receiveMail } from './receiveMail.ts';
import { taskAddress } from './taskAddress.ts';
import { mailedSubmissions } from './tasks/mailedSubmissions.ts';

test('mails go with the person, out and in; those of others after 180 days', (t) =>
  withOffice(t, async (world) => {
    const mailReader = openMailReader();
    const office = { ...world.office, mailReader };
    const { db } = office;
    const [ada, eve] = [await world.someone('Ada'), await world.someone('Eve')];
    for (const { id: person } of [ada, eve]) {
      const to = await db.transaction().execute(async (trx) => {
        const mail = { subject: 'x', text: 'x' };
        await mailPerson(trx, office, { person, kind: 'application-received', mail, key: `x ${person}` });
        return taskAddress(trx, office, { person, task: 'made' });
      });
      const raw = new TextEncoder().encode('From: a@made.example\r\n\r\nx\r\n');
      const envelope = { from: 'a@made.example', to: [to], peer: '127.0.0.1' };
      await receiveMail(office, { raw, envelope, at: office.now() }, mailedSubmissions(office));
    }
    const rows = async () => {
      const out = await db.selectFrom('outbox').select('person').execute();
      const came = await db.selectFrom('mail_in').select('token').execute();
      return [out.length, came.length];
    };
    assert.deepEqual(await rows(), [4, 2]);
    await erasePerson({ ...office, remember: async () => {} }, 'operator', { person: ada.id });
    assert.deepEqual(await rows(), [2, 1]);
    const left = await db.selectFrom('outbox').select('person').execute();
    assert.ok(left.every(({ person }) => person === eve.id));
    world.days(181);
    await retire(office);
    assert.deepEqual(await rows(), [0, 0]);
    await mailReader.close();
  }));
