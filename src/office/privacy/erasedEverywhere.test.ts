import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { emptyDatabase, type TestDatabase, withDatabase } from '../../../test/world/programmeDatabase.ts';
import { rowsWith } from '../../../test/world/rowsWith.ts';
import { done, type TermWorld, termWorldOn } from '../../../test/world/termWorld.ts';
import { backupDatabase } from '../../edge/db/backup/backupDatabase.ts';
import { restoreDatabase } from '../../edge/db/backup/restoreDatabase.ts';
import { verifyChain } from '../../edge/db/verifyChain.ts';
import { openMailReader } from '../../edge/mailDoor/mailReader.ts';
import { makeApiToken } from '../../edge/signIn/apiToken.ts';
import { openSignIn } from '../../edge/signIn/signIn.ts';
import { withTempFolder } from '../../edge/tempFolder.ts';
import { saveApplication } from '../apply/saveApplication.ts';
import { sendApplication } from '../apply/sendApplication.ts';
import { startApplication } from '../apply/startApplication.ts';
import { askerOf } from '../askerOf.ts';
import { answerQuestion } from '../course/answerQuestion.ts';
import { askQuestion } from '../course/askQuestion.ts';
import { confirmBatch } from '../decide/confirmBatch.ts';
import { proposeBatch } from '../decide/proposeBatch.ts';
import { changePerson } from '../people/changePerson.ts';
import { givePerson } from '../people/givePerson.ts';
import { decideSubmission } from '../queue/decideSubmission.ts';
import { overrideVerdict } from '../queue/overrideVerdict.ts';
import { takeSubmission } from '../queue/takeSubmission.ts';
import { receiveMail } from '../receiveMail.ts';
import { assignByHand } from '../review/assignByHand.ts';
import { rateApplication } from '../review/rateApplication.ts';
import { signInMails } from '../signIn/signInMails.ts';
import { chooseSubsystem } from '../subsystems/chooseSubsystem.ts';
import { taskAddress } from '../taskAddress.ts';
import { extendDeadline } from '../tasks/extendDeadline.ts';
import { mailedSubmissions } from '../tasks/mailedSubmissions.ts';
import { makeTask } from '../tasks/makeTask.ts';
import { submitTask } from '../tasks/submitTask.ts';
import { erasePerson, eraseRows, planErase } from './erasePerson.ts';
import { exportPerson } from './exportPerson.ts';

/** In everything that names the person, or that they or others wrote of them. */
const SECRET = 'Xylophonia';
const ADDRESS = 'xylophonia@made.example';
const HALF = 'A'.repeat(43);

/** Somebody signs in for the first time, with a passkey and a token in the end. */
async function comesIn({ office }: TermWorld, { db }: TestDatabase): Promise<string> {
  const { address, newId } = office;
  const signIn = await openSignIn({ db, address, newId, secret: 's'.repeat(40), now: () => new Date() });
  await signInMails(office).sendLink({ purpose: 'sign in', address: ADDRESS, person: undefined, url: address });
  const person = await givePerson(office, { address: ADDRESS, name: `Ada ${SECRET}` });
  const half = await signIn.makeLink(ADDRESS, HALF);
  assert.equal((await signIn.useLink(half, HALF, new Headers({ 'user-agent': SECRET })))?.person, person);
  await signIn.makeLink(ADDRESS, HALF);
  await signIn.makeAddressLink(person, `new.${ADDRESS}`, HALF);
  const key = { id: 'key', person, credential: 'key', public_key: Buffer.from('x'), counter: 0, transports: [] };
  const at = office.now();
  await db
    .insertInto('passkey')
    .values({ ...key, name: SECRET, created_at: at, last_used_at: null })
    .execute();
  const expires = new Date(at.getTime() + 1e9);
  await makeApiToken(office, { name: SECRET, scopes: ['tasks:read'], holder: { kind: 'person', person }, expires });
  return person;
}

/** Applies, hands in by page and by mail, asks, is answered, rated and accepted. */
async function takesPart(world: TermWorld, person: string): Promise<void> {
  const {
    office,
    term: { id: term },
  } = world;
  const again = () => askerOf(office, person, 'passkey');
  const [lea, max] = [await world.person('Lea', 'lead mentor'), await world.person('Max', 'lead mentor')];
  done(await changePerson(office, await again(), { person, name: `Ada ${SECRET}`, zone: 'Europe/Berlin' }));
  done(await startApplication(office, await again(), { term }));
  const words = { words: SECRET, availability: SECRET, codeIdentity: SECRET, disclosure: SECRET, eligibility: {} };
  done(await saveApplication(office, await again(), { term, revision: 1, given: words }));
  done(await sendApplication(office, await again(), { term }));
  const { id: task } = done(
    await makeTask(office, lea, {
      ...{ term, slug: 'build', title: 'Build', words: 'Build it.', release: 'at once', releaseAt: null },
      ...{ deadline: world.at(20), required: true },
    }),
  );
  done(await extendDeadline(office, lea, { term, task, person, until: world.at(25), reason: SECRET }));
  const files = [{ name: `${SECRET}.txt`, bytes: new TextEncoder().encode(SECRET) }];
  const sent = { term, task, via: 'page', key: SECRET, statement: SECRET, files } as const;
  const { id: submission } = done(await submitTask(office, await again(), sent));
  done(await takeSubmission(office, lea, { submission }));
  done(await decideSubmission(office, lea, { submission, outcome: 'not yet', answer: SECRET }));
  done(
    await overrideVerdict(office, max, { submission, outcome: 'changes requested', answer: SECRET, reason: SECRET }),
  );
  await byMail(world, person, task);
  const { id: question } = done(await askQuestion(office, await again(), { term, text: SECRET }));
  done(await answerQuestion(office, lea, { term, question, answer: SECRET, sharedAs: SECRET }));
  const row = office.db.selectFrom('application').select('id').where('person', '=', person);
  const { id: application } = await row.executeTakeFirstOrThrow();
  done(await assignByHand(office, lea, { application, reviewer: max.id }));
  done(await rateApplication(office, max, { application, value: 'good', note: SECRET, flagged: false }));
  const items = [{ application, sentence: `Welcome, ${SECRET}, to the term.` }];
  const { id: batch } = done(await proposeBatch(office, lea, { term, decision: 'accept', items })) as { id: string };
  done(await confirmBatch(office, max, { batch }));
  done(await chooseSubsystem(office, await again(), { term, name: 'NETWORKING', names: new Set(['NETWORKING']) }));
}

async function byMail({ office: quiet }: TermWorld, person: string, task: string): Promise<void> {
  const office = { ...quiet, mailReader: openMailReader() };
  const to = await office.db.transaction().execute((trx) => taskAddress(trx, office, { person, task }));
  const lines = [`From: ${SECRET} <${ADDRESS}>`, `To: ${to}`, 'Message-ID: <one@made.example>', `Subject: ${SECRET}`];
  const raw = new TextEncoder().encode([...lines, '', SECRET, ''].join('\r\n'));
  const envelope = { from: ADDRESS, to: [to], peer: '127.0.0.1' };
  await receiveMail(office, { raw, envelope, at: office.now() }, mailedSubmissions(office));
  await office.mailReader.close();
}

const TABLES =
  `api_token application batch_item earlier_verdict extension mail_in outbox passkey person question rating session
sign_in_verification submission submission_file`.split(/\s+/);

test('of a person who did everything nothing is found: in no row, and in no backup that is restored', (t) =>
  withDatabase(t, (from) =>
    withTempFolder(async (temp) => {
      const world = await termWorldOn(from);
      const { office } = world;
      const { db } = office;
      const person = await comesIn(world, from);
      await takesPart(world, person);
      const before = await rowsWith(db, SECRET);
      assert.deepEqual([...new Set(before.map((row) => row.split(':')[0] ?? ''))].toSorted(), TABLES);
      const exported = await exportPerson(office, 'operator', { person });
      assert.equal(exported.kind, 'exported');
      const plan = await planErase(office, person);
      const kinds = exported.kind === 'exported' ? exported.kinds.map(({ what }) => what) : [];
      assert.deepEqual(
        kinds,
        plan.map(({ what }) => what),
      );
      const folder = join(temp, 'backup');
      await backupDatabase(from.pool, { to: folder, version: '0', at: office.now() });

      assert.equal((await erasePerson({ ...office, remember: () => {} }, 'operator', { person })).kind, 'erased');
      assert.deepEqual(await rowsWith(db, SECRET), []);
      assert.equal((await verifyChain(db)).kind, 'holds');

      const to = await emptyDatabase(t);
      const erase = (trx: Parameters<typeof eraseRows>[0], id: string) => eraseRows(trx, id, office.now());
      const restored = await restoreDatabase(to.pool, { folder, erased: [person], erase });
      assert.deepEqual(restored.erasedAgain, [person]);
      assert.deepEqual(await rowsWith(to.db, SECRET), []);
      t.diagnostic(`${before.length} rows had it, in ${TABLES.length} tables`);
    }),
  ));
