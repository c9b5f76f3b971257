import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openOffice } from '../src/cli/programme/openOffice.ts';
import { openServer, type Server } from '../src/cli/programme/openServer.ts';
import { makeApiToken } from '../src/edge/signIn/apiToken.ts';
import { startApplication } from '../src/office/apply/startApplication.ts';
import { askerOf } from '../src/office/askerOf.ts';
import { givePerson } from '../src/office/people/givePerson.ts';
import { beginProgramme } from '../src/office/term/beginProgramme.ts';
import { freePort } from './world/freePort.ts';
import { newPerson } from './world/runPatchling.ts';

const data = mkdtempSync(join(tmpdir(), 'patchling-task-'));
const DAY = 86_400_000;
let server: Server;
let token: string;
let url: string;
let me: ReturnType<typeof newPerson>;
let office: Awaited<ReturnType<typeof openOffice>>['office'];

before(async () => {
  const http = await freePort();
  url = `http://localhost:${http}`;
  const open = await openOffice({ data, address: url, domain: 'localhost', now: () => new Date() });
  ({ office } = open);
  const begun = await beginProgramme(office, { name: 'Kernel mentorship', organiser: undefined });
  assert.equal(begun.kind, 'begun');
  const term = begun.kind === 'begun' ? begun.term : '';
  const at = (days: number) => new Date(Date.now() + days * DAY);
  const dates = { opens_at: at(-1), closes_at: at(5), tasks_until: at(30), starts_at: at(40), ends_at: at(90) };
  await office.db
    .updateTable('term')
    .set({ ...dates, is_public: true })
    .where('id', '=', term)
    .execute();
  const person = await givePerson(office, { address: 'ada@example.org', name: 'Ada' });
  await startApplication(office, await askerOf(office, person, 'link'), { term });
  server = await openServer(open, { http, smtp: 0, version: '0', note: (line) => assert.fail(line) });
  const order = { name: 'laptop', scopes: ['tasks:read', 'tasks:submit'], expires: at(1) };
  const parts = { db: office.db, newId: office.newId, now: office.now };
  ({ token } = await makeApiToken(parts, { ...order, holder: { kind: 'person', person } }));
  me = newPerson();
});

after(async () => {
  await server.close();
  rmSync(data, { recursive: true, force: true });
});

test('without a login, with a token as an argument, with a wrong one: what to do instead', async () => {
  assert.match((await me.beside(['task'])).stderr, /not logged in[\s\S]*patchling task login/);
  assert.equal((await me.beside(['task', 'login', 'http://programme.example'], token)).status, 2);
  const wrong = await me.beside(['task', 'login', url], `plg_${'x'.repeat(43)}`);
  assert.deepEqual([wrong.status, /token/.test(wrong.stderr)], [2, true]);
});

test('logged in, listed, read, handed in twice as one, and the server’s place in line', async () => {
  const login = await me.beside(['task', 'login', url], `${token}\n`);
  assert.equal(login.status, 0, login.stderr);
  assert.match(login.stdout, /You are Ada/);
  const file = join(me.home, '.config/patchling/programme.json');
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.ok(!login.stdout.includes(token));
  const list = await me.beside(['task']);
  assert.match(list.stdout, /^(?:One task is|\d+ tasks are) yours to do, the first until /);
  const [first] = (await me.beside(['task', '--json'])).stdout
    .split('\n')
    .map((line: string) => line && JSON.parse(line));
  assert.deepEqual(Object.keys(first).slice(0, 5), ['id', 'title', 'due', 'state', 'checks']);
  assert.match((await me.beside(['task', first.id])).stdout, /\n {2}next: patchling task submit /);
  writeFileSync(join(me.home, 'boot.log'), 'Linux version 6.12\n');
  const submit = ['task', 'submit', first.id, 'boot.log', '--statement', 'It boots.'];
  for (let time = 0; time < 2; time++) {
    const sent = await me.beside(submit);
    assert.equal(sent.status, 0, sent.stderr);
    assert.match(sent.stdout, /has arrived, attempt 1\.\n {2}It is the next to be read\.\n {2}How long/);
  }
});

test('a server that is away: kept here, sent with the next call', async () => {
  const file = join(me.home, '.config/patchling/programme.json');
  const kept = readFileSync(file, 'utf8');
  const [first] = (await me.beside(['task', '--json'])).stdout
    .split('\n')
    .map((line: string) => line && JSON.parse(line));
  writeFileSync(file, kept.replace(url, 'http://localhost:9'));
  const away = await me.beside(['task', 'submit', `${first.term}/${first.id}`, '--statement', 'Later.']);
  assert.deepEqual([away.status, away.stdout], [3, '']);
  assert.match(away.stderr, /has not reached the server[\s\S]*kept here/);
  writeFileSync(file, kept);
  const other = await me.beside(['task']);
  assert.ok(!other.stdout.includes('has arrived'), 'what was meant for another server stays');
});

test('what a machine looks at is said at once: what is missing and how to mend it, then that it is accepted', async () => {
  const evidence = { needs: [{ kind: 'boot log', kernel: 'distribution' }], mayPass: true, spotChecks: 0 };
  const slug = 'build-and-boot';
  await office.db
    .updateTable('task')
    .set({ evidence: JSON.stringify(evidence) })
    .where('slug', '=', slug)
    .execute();
  const mark = /your mark: (plg[a-z2-7]{12})/.exec((await me.beside(['task', slug])).stdout)?.[1] ?? '';
  const log = readFileSync('test/data/evidence/boot-6.12.dmesg.txt', 'utf8');
  writeFileSync(join(me.home, 'boot.txt'), log);
  const wrong = await me.beside(['task', 'submit', slug, 'boot.txt']);
  assert.equal(wrong.status, 0, wrong.stderr);
  assert.match(wrong.stdout, /✗ fails +your own mark: Your mark is not on[\s\S]*line 2[\s\S]*settle it:/);
  assert.match(wrong.stdout, /→ Not yet: mend/);
  writeFileSync(join(me.home, 'boot.txt'), log.replaceAll('plgabcdefgh2345', mark));
  assert.match(
    (await me.beside(['task', 'submit', slug, 'boot.txt'])).stdout,
    /✓ Accepted: all that the task asks for holds/,
  );
  assert.match((await me.beside(['task', slug])).stdout, /✓ accepted/);
});
