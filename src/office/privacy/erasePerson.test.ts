import assert from 'node:assert/strict';
import test from 'node:test';
import { sql } from 'kysely';
import { withOffice, written } from '../../../test/world/programmeOffice.ts';
import { rowsWith } from '../../../test/world/rowsWith.ts';
import { personalData } from '../../edge/db/personalData.ts';
import { saveApplication } from '../apply/saveApplication.ts';
import { sendApplication } from '../apply/sendApplication.ts';
import { startApplication } from '../apply/startApplication.ts';
import type { Office } from '../office.ts';
import { erasePerson, planErase } from './erasePerson.ts';
import { exportPerson } from './exportPerson.ts';
import { freezePerson } from './freezePerson.ts';
import { retire } from './retire.ts';

const found = ({ db }: Pick<Office, 'db'>, text: string): Promise<string[]> => rowsWith(db, text);

const SECRET = 'Xylophonia';

test('everything goes with the person, what stays is counted, and another reads nothing', async (t) =>
  withOffice(t, async ({ office, term, someone, again }) => {
    const ada = await someone(`Ada${SECRET}`);
    const ben = await someone('Ben');
    await startApplication(office, ada, { term });
    const given = { ...written, words: `I am ${SECRET}`, disclosure: SECRET, availability: SECRET };
    await saveApplication(office, await again(ada), { term, revision: 1, given });
    await sendApplication(office, await again(ada), { term });
    assert.equal((await exportPerson(office, ben, { person: ada.id })).kind, 'refused');
    const exported = await exportPerson(office, ada, { person: ada.id });
    assert.ok(exported.kind === 'exported' && JSON.stringify(exported).includes(`I am ${SECRET}`));
    assert.ok((await planErase(office, ada.id)).length >= 2);
    assert.notDeepEqual(await found(office, SECRET), []);
    const remembered: string[] = [];
    const forgetful = { ...office, remember: (id: string) => void remembered.push(id) };
    assert.equal((await erasePerson(forgetful, ben, { person: ada.id })).kind, 'refused');
    assert.equal((await erasePerson(forgetful, ada, { person: ada.id })).kind, 'erased');
    assert.deepEqual(remembered, [ada.id]);
    assert.deepEqual(await found(office, SECRET), []);
    const left = await office.db.selectFrom('application').select('state').execute();
    assert.deepEqual(left, [{ state: 'withdrawn' }]);
  }));

test('stopped and gone on again; each is said once', async (t) =>
  withOffice(t, async ({ office, someone }) => {
    const ada = await someone('Ada');
    for (const frozen of [true, true, false, false]) await freezePerson(office, ada, { person: ada.id, frozen });
    const facts = await office.db.selectFrom('decision').select('kind').where('about', '=', ada.id).execute();
    assert.deepEqual(
      facts.map(({ kind }) => kind),
      ['person-frozen', 'person-unfrozen'],
    );
  }));

test('what is past its time is emptied, on a moved clock, and once', async (t) =>
  withOffice(t, async ({ office, term, someone, again, days }) => {
    const [ada, ben] = [await someone('Ada'), await someone('Ben')];
    for (const one of [ada, ben]) {
      await startApplication(office, one, { term });
      await saveApplication(office, await again(one), {
        term,
        revision: 1,
        given: { ...written, words: `of ${one.id}` },
      });
    }
    await office.db
      .updateTable('application')
      .set({ state: 'declined', decided_at: office.now() })
      .where('person', '=', ada.id)
      .execute();
    days(89);
    assert.deepEqual([...(await retire(office))], []);
    days(2);
    assert.deepEqual([...(await retire(office))], [['declined', 1]]);
    assert.deepEqual([...(await retire(office))], []);
    assert.deepEqual(await found(office, `of ${ada.id}`), []);
    assert.equal((await found(office, `of ${ben.id}`)).length, 1);
    days(400);
    assert.deepEqual([...(await retire(office))], [['application', 1]]);
    assert.deepEqual(await found(office, `of ${ben.id}`), []);
  }));

/** Columns that can hold nobody's words: ids, words of a fixed list, numbers, instants, what belongs to a term. */
const impersonal: Readonly<Record<string, readonly string[]>> = {
  programme: ['id', 'slug', 'name', 'words', 'disclosure_policy'],
  term: ['id', 'programme', 'slug', 'name', 'zone', 'eligibility'],
  task: ['evidence', 'id', 'term', 'slug', 'title', 'words', 'release', 'made_by'],
  course_chapter: ['id', 'term', 'title'],
  batch: ['id', 'term', 'decision', 'proposed_by', 'confirmed_by'],
  assignment: ['application', 'reviewer', 'by'],
  decision: ['by', 'kind', 'about', 'body', 'previous', 'hash'],
  subsystem_choice: ['name'],
  // Read from a kernel tree; a card names no person.
  subsystem_card: ['programme', 'name', 'tree', 'begin', 'rows', 'months'],
  mail_words: ['term', 'kind', 'subject', 'text'],
  // Digests keyed with the server's secret, for a day.
  sign_in_try: ['key'],
  erasure: ['person'],
  decision_head: ['previous', 'hash'],
  kysely_migration: ['name', 'timestamp'],
  kysely_migration_lock: ['id'],
  mail_round: ['digest'],
};

/** In tables that hold persons' words: what is no such word. */
const keys = new Set([
  'id',
  'term',
  'person',
  'application',
  'reviewer',
  'task',
  'submission',
  'chapter',
  'batch',
  'by',
  'role',
]);
const fixed = new Set([
  'state',
  'outcome',
  'value',
  'via',
  'step',
  'given_by',
  'taken_by',
  'decided_by',
  'answered_by',
  'sha256',
]);

test('every column of the database is either nobody’s, or erased with the person', async (t) =>
  withOffice(t, async ({ office }) => {
    const { rows } = await sql<{ name: string; column: string }>`SELECT table_name AS name, column_name AS column
      FROM information_schema.columns WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'bytea', 'character varying')
      ORDER BY 1, ordinal_position`.execute(office.db);
    const undecided = rows.filter(({ name, column }) => {
      if (impersonal[name]?.includes(column)) return false;
      const personal = personalData.filter(({ table }) => table === name);
      if (personal.some(({ erase }) => erase === 'row')) return false;
      if (personal.some(({ erase }) => erase !== 'row' && column in erase.empty)) return false;
      return !(personal.length > 0 && (keys.has(column) || fixed.has(column)));
    });
    assert.deepEqual(
      undecided.map(({ name, column }) => `${name}.${column}`),
      [],
    );
  }));
