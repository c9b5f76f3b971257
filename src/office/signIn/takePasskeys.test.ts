import assert from 'node:assert/strict';
import test from 'node:test';
import { type OfficeWorld, withOffice } from '../../../test/world/programmeOffice.ts';
import { takePasskeys } from './takePasskeys.ts';

const giveKey = async ({ office }: Pick<OfficeWorld, 'office'>, person: string): Promise<void> => {
  const at = office.now();
  const id = `of ${person}`;
  await office.db
    .insertInto('passkey')
    .values({
      ...{ id, person, credential: id, public_key: Buffer.from('x'), counter: 0, transports: [], name: 'a key' },
      ...{ created_at: at, last_used_at: null },
    })
    .execute();
  for (const [level, passkey] of [
    ['passkey', id],
    ['link', null],
  ] as const) {
    await office.db
      .insertInto('session')
      .values({
        ...{
          id: `${level} ${person}`,
          token_digest: `${level} ${person}`,
          person,
          level,
          passkey,
          user_agent: 'Firefox',
        },
        ...{ ip_address: '', expires_at: new Date(at.getTime() + 1e9), created_at: at, updated_at: at },
      })
      .execute();
  }
};

test('another organiser takes a lost passkey, with every session; the log and a mail say so', (t) =>
  withOffice(t, async (world) => {
    const { office, term, someone } = world;
    const { db } = office;
    const ada = await someone('Ada', 'organiser');
    const ben = await someone('Ben', 'organiser');
    const mia = await someone('Mia', 'mentor');
    const eve = await someone('Eve');
    for (const { id } of [ada, mia, eve]) await giveKey(world, id);
    const of = (person: string) => ({ person, term, reason: 'lost' }) as const;
    const refusedAs = [
      [mia, ada.id],
      [ada, ada.id],
      [{ ...ada, level: 'link' as const }, mia.id],
      [ada, eve.id],
    ] as const;
    for (const [who, whose] of refusedAs) assert.equal((await takePasskeys(office, who, of(whose))).kind, 'refused');
    assert.equal((await takePasskeys(office, { ...ada, id: 'token:made' }, of(mia.id))).kind, 'refused');
    assert.deepEqual(await takePasskeys(office, ben, of(ada.id)), { kind: 'taken', passkeys: 1 });
    assert.equal((await takePasskeys(office, ben, of(ada.id))).kind, 'refused', 'there is none left');
    const byKeeper = await takePasskeys(office, 'operator', { person: mia.id, term: undefined, reason: 'stolen' });
    assert.equal(byKeeper.kind, 'taken');
    const left = await db.selectFrom('session').select('person').distinct().execute();
    assert.deepEqual(left, [{ person: eve.id }]);
    const facts = await db
      .selectFrom('decision')
      .selectAll()
      .where('kind', '=', 'passkeys-taken')
      .orderBy('seq')
      .execute();
    assert.deepEqual(
      facts.map(({ by, about, body }) => ({ by, about, body })),
      [
        { by: ben.id, about: ada.id, body: { term, reason: 'lost', passkeys: 1 } },
        { by: 'operator', about: mia.id, body: { term: null, reason: 'stolen', passkeys: 1 } },
      ],
    );
    const mails = await db.selectFrom('outbox').select(['person', 'text']).orderBy('created_at').execute();
    assert.deepEqual(new Set(mails.map(({ person }) => person)), new Set([ada.id, mia.id]));
    assert.ok(mails.every(({ text }) => /took your passkeys\s+away/.test(text)));
  }));
