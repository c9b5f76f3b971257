import assert from 'node:assert/strict';
import test from 'node:test';
import { withOffice } from '../../../test/world/programmeOffice.ts';
import { rowsWith } from '../../../test/world/rowsWith.ts';
import { INVITED_DAYS } from '../../core/programme/invitationLetter.ts';
import { readPlaces } from '../decide/readPlaces.ts';
import { importPeople } from '../people/importPeople.ts';
import { invite } from '../people/invite.ts';
import { parseRoll } from '../people/parseRoll.ts';
import { retireInvited } from './retireInvited.ts';

test('whoever was invited and never came is forgotten; whoever came, or was asked again, is not', async (t) =>
  withOffice(t, async ({ office, term, days }) => {
    const ask = async (address: string) => {
      const asked = await invite(office, 'operator', { term, address, role: 'mentor' });
      assert.ok(asked.kind !== 'refused');
      return asked.person;
    };
    const gone = await ask('gone@made.example');
    const came = await ask('came@made.example');
    await ask('again@made.example');
    await office.db.updateTable('person').set({ address_proven: true }).where('id', '=', came).execute();
    days(INVITED_DAYS + 29);
    assert.deepEqual(await retireInvited(office), { erased: 0 });
    await ask('again@made.example');
    days(2);
    assert.deepEqual(await retireInvited(office), { erased: 1 });
    assert.deepEqual(await retireInvited(office), { erased: 0 });
    assert.deepEqual(await rowsWith(office.db, 'gone@made.example'), []);
    assert.notDeepEqual(await rowsWith(office.db, 'came@made.example'), []);
    assert.notDeepEqual(await rowsWith(office.db, 'again@made.example'), []);
    const facts = await office.db.selectFrom('decision').select('by').where('kind', '=', 'person-erased').execute();
    assert.deepEqual(facts, [{ by: 'machine' }]);
    assert.equal((await office.db.selectFrom('membership').selectAll().where('person', '=', gone).execute()).length, 0);
  }));

test('a place that somebody imported never came to take is free again', async (t) =>
  withOffice(t, async ({ office, term, days }) => {
    const roll = parseRoll(new TextEncoder().encode('name,email\nEve,eve@made.example\nCem,cem@made.example\n'));
    assert.equal((await importPeople(office, 'operator', { term, role: 'mentee', roll })).kind, 'imported');
    await office.db.updateTable('person').set({ address_proven: true }).where('name', '=', 'Cem').execute();
    assert.equal((await readPlaces(office, term)).free, 28);
    days(INVITED_DAYS + 31);
    assert.deepEqual(await retireInvited(office), { erased: 1 });
    assert.equal((await readPlaces(office, term)).free, 29);
    assert.deepEqual(await rowsWith(office.db, 'eve@made.example'), []);
  }));
