import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../../test/world/freePort.ts';
import { withDatabase } from '../../../test/world/programmeDatabase.ts';
import { eligible } from '../../../test/world/programmeOffice.ts';
import { type Caller, newCaller } from '../../../test/world/signInHouse.ts';
import { verifyChain } from '../../edge/db/verifyChain.ts';
import { withTempFolder } from '../../edge/tempFolder.ts';
import type { Office } from '../../office/office.ts';
import { makeProgramme } from '../../office/term/makeProgramme.ts';
import { makeTerm } from '../../office/term/makeTerm.ts';
import { sampleEligibility, sampleProgramme } from '../../office/term/sampleProgramme.ts';
import { type OfficeOrder, openOffice } from './openOffice.ts';
import { openServer } from './openServer.ts';

const DAY = 86_400_000;
const AT = '/kernel/autumn';
const written = { words: 'I want to learn it.', availability: 'evenings', codeIdentity: '', disclosure: 'none' };

/** A term that is open for a week. */
const makeOpenTerm = async (office: Office): Promise<void> => {
  const programme = await makeProgramme(office, { slug: 'kernel', name: 'Kernel mentorship', ...sampleProgramme });
  const at = (days: number): Date => new Date(office.now().getTime() + days * DAY);
  const made = await makeTerm(
    office,
    {
      ...{ programme, slug: 'autumn', name: 'autumn', zone: 'UTC', cap: 1, places: 1, isPublic: true },
      ...{ opensAt: at(0), closesAt: at(7), tasksUntil: at(8), startsAt: at(9), endsAt: at(10) },
      eligibility: sampleEligibility,
    },
    'operator',
  );
  assert.equal(made.kind, 'made');
};

/** What the server notes is a mistake here. */
const open = async (t: TestContext, order: OfficeOrder, begin = async (_: Office): Promise<void> => {}) => {
  const opened = await openOffice(order);
  await begin(opened.office);
  const notes: string[] = [];
  const http = Number(new URL(order.address).port);
  const note = (line: string): void => void notes.push(line);
  const server = await openServer(opened, { http, smtp: 0, version: 'test', note });
  t.after(() => assert.deepEqual(notes, []));
  return { server, db: opened.office.db };
};

/** The half of the link in the newest mail, once it has arrived. */
const mailedHalf = async (caller: Caller): Promise<string> => {
  for (let tries = 0; tries < 100; tries++) {
    const [, half] = /link\?half=([\w-]+)/.exec((await caller.get('/sink/1')).text) ?? [];
    if (half !== undefined) return half;
    await delay(50);
  }
  throw new Error('no link was mailed');
};

test('a stranger applies by a mailed link; after the server was ended and started everything is there', async (t) =>
  withDatabase(t, async ({ url }) =>
    withTempFolder(async (data) => {
      const address = `http://127.0.0.1:${await freePort()}`;
      const order = { data, url, address, domain: 'made.example', now: () => new Date() };
      const first = await open(t, order, makeOpenTerm);
      const caller = newCaller({ origin: address });
      await caller.post('/sign-in', { address: 'ada@made.example', to: AT });
      assert.equal((await caller.post('/sign-in/link', { half: await mailedHalf(caller), to: AT })).to, AT);
      assert.equal((await caller.post(`${AT}/application/start`)).status, 303);
      const [, revision = ''] =
        /name="revision" value="(\d+)"/.exec((await caller.get(`${AT}/application`)).text) ?? [];
      const answers = Object.entries(eligible).map(([id, wanted]) => [`answer-${id}`, wanted ? 'yes' : 'no']);
      const form = Object.fromEntries([
        ...Object.entries(written),
        ...answers,
        ['revision', revision],
        ['then', 'send'],
      ]);
      assert.equal((await caller.post(`${AT}/application`, form)).to, `${AT}/application`);
      const health = await caller.get('/health');
      assert.equal(health.status, 200, health.text);
      assert.match(health.text, /^# well\npatchling_up 1\npatchling_job_age_seconds\{job="mails-out"\} \d+\n/);
      await first.server.close();

      const second = await open(t, order);
      const shown = (await caller.get(`${AT}/application`)).text;
      assert.match(shown, /What you sent/);
      assert.match(shown, /I want to learn it\./);
      assert.equal((await verifyChain(second.db)).kind, 'holds');
      await second.server.close();
    }),
  ));
