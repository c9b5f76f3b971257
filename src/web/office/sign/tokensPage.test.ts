import assert from 'node:assert/strict';
import test from 'node:test';
import { madeSession } from '../../../../test/world/officeDesk.ts';
import { withOffice } from '../../../../test/world/programmeOffice.ts';
import { apiTokenOf } from '../../../edge/signIn/apiToken.ts';
import { createOfficeApp } from '../frame/createOfficeApp.ts';
import { tokensPage } from './tokensPage.ts';

test('a token is made for what is ticked, shown once, and ended by nobody but its owner', (t) =>
  withOffice(t, async ({ office, someone }) => {
    const [ada, eve] = [await someone('Ada'), await someone('Eve')];
    let who: string | undefined;
    const desk = {
      ...{ office, assets: { files: new Map(), version: 'test' } },
      sessionOf: async () => (who === undefined ? undefined : { ...madeSession, since: office.now(), person: who }),
    };
    const others = [tokensPage({ desk, now: office.now })];
    const app = createOfficeApp({ ...desk, others, noteMistake: (_, error) => t.diagnostic(`${error.stack}`) });
    const ask = async (as: string | undefined, path: string, form?: Readonly<Record<string, string>>) => {
      who = as;
      const headers = { host: new URL(office.address).host, origin: office.address };
      const init = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
      const answer = await app.request(office.address + path, { ...init, headers });
      return { status: answer.status, text: await answer.text(), kept: answer.headers.get('cache-control') };
    };
    const at = '/me/tokens';
    assert.equal((await ask(undefined, at)).status, 303);
    assert.equal((await ask(ada.id, at, { name: 'the laptop' })).status, 422);
    assert.equal((await ask(ada.id, at, { name: '', 'tasks:read': 'yes' })).status, 422);
    const made = await ask(ada.id, at, { name: 'the <laptop>', 'tasks:read': 'yes', 'tasks:all': 'yes' });
    assert.deepEqual([made.status, made.kept], [200, 'no-store']);
    const token = /plg_[\w-]{43}/.exec(made.text)?.[0] ?? '';
    const known = () => apiTokenOf(office, `Bearer ${token}`);
    const { id, scopes, holder } = (await known()) ?? assert.fail('it is not known');
    assert.deepEqual([scopes, holder], [['tasks:read'], { kind: 'person', person: ada.id }]);
    const listed = (await ask(ada.id, at)).text;
    assert.ok(listed.includes('the &lt;laptop&gt;') && !listed.includes(token));
    assert.ok(!(await ask(eve.id, at)).text.includes('&lt;laptop'));
    await ask(eve.id, `${at}/end`, { id });
    assert.ok(await known());
    await ask(ada.id, `${at}/end`, { id });
    assert.equal(await known(), undefined);
  }));
