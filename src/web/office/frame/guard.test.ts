import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { madeSession } from '../../../../test/world/officeDesk.ts';
import { type OfficeWorld, withOffice } from '../../../../test/world/programmeOffice.ts';
import type { Level } from '../../../core/programme/role.ts';
import { createOfficeApp } from './createOfficeApp.ts';

interface Who {
  readonly id: string;
  readonly level: Level;
}

/** All pages but those of signing in; who asks, and how they came in, is said. */
const served = (t: TestContext, { office }: Pick<OfficeWorld, 'office'>) => {
  let who: Who | undefined;
  const app = createOfficeApp({
    ...{ office, assets: { files: new Map(), version: 'test' }, others: [] },
    sessionOf: async () => who && { ...madeSession, person: who.id, level: who.level },
    noteMistake: (_, error) => t.diagnostic(`a mistake: ${error.stack}`),
  });
  return async (as: Who | undefined, path: string, method = 'GET') => {
    who = as;
    const headers = { host: new URL(office.address).host, origin: office.address };
    const answer = await app.request(office.address + path, { method, headers });
    return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
  };
};

const givePasskey = ({ office }: Pick<OfficeWorld, 'office'>, person: string): Promise<unknown> =>
  office.db
    .insertInto('passkey')
    .values({
      ...{ id: `of ${person}`, person, credential: `of ${person}`, public_key: Buffer.from('x'), counter: 0 },
      ...{ transports: [], name: 'a key', created_at: office.now(), last_used_at: null },
    })
    .execute();

test('a link alone leads whoever reads what is others’ to their passkey, and keeps nothing that is sent', (t) =>
  withOffice(t, async (world) => {
    const { someone, term } = world;
    const ask = served(t, world);
    const mia = { id: (await someone('Mia', 'mentor')).id, level: 'link' } as const;
    const at = '/kernel/summer';
    assert.equal(
      (await ask(mia, `${at}/queue?show=free`)).to,
      '/me/passkeys/new?to=%2Fkernel%2Fsummer%2Fqueue%3Fshow%3Dfree',
    );
    await givePasskey(world, mia.id);
    for (const path of ['/', `${at}/queue`, '/me', '/me/erase', '/me/mails', '/nothing']) {
      const led = await ask(mia, path);
      assert.deepEqual([path, led.status, led.to?.split('?')[0]], [path, 303, '/sign-in/passkey']);
    }
    const sent = await ask(mia, '/me/freeze', 'POST');
    assert.equal(sent.status, 403);
    assert.match(sent.text, /Nothing was changed/);
    const frozen = world.office.db.selectFrom('person').select('id').where('frozen_at', 'is not', null);
    assert.deepEqual(await frozen.execute(), []);
    assert.equal((await ask(mia, '/privacy')).status, 200);
    for (const path of ['/sign-in', '/sign-in/passkey', '/me/passkeys/new', '/me/sessions', '/assets/test/style.css']) {
      // No page of that room is served here: that it is looked for is what matters.
      assert.equal((await ask(mia, path)).status, 404);
    }
    assert.equal((await ask({ ...mia, level: 'passkey' }, `${at}/queue`)).status, 200);
    assert.ok(term);
  }));

test('visitors, and people whom a link lets in, are led nowhere', (t) =>
  withOffice(t, async (world) => {
    const ask = served(t, world);
    assert.equal((await ask(undefined, '/')).status, 200);
    for (const role of [undefined, 'applicant', 'reviewer'] as const) {
      const { id } = await world.someone(`A${role}`, role);
      assert.equal((await ask({ id, level: 'link' }, '/')).status, 200);
    }
    const pages = ['/sign-inside', '/privacy-of-others', '/me/passkeysx'];
    const { id } = await world.someone('Lee', 'lead mentor');
    for (const path of pages) assert.equal((await ask({ id, level: 'link' }, path)).status, 303);
  }));
