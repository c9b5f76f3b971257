import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withDatabase } from '../../../test/world/programmeDatabase.ts';
import { reviewedTerm } from '../../../test/world/reviewedTerm.ts';
import { startApplication } from '../apply/startApplication.ts';
import { exportApplications } from '../decide/exportApplications.ts';
import { assignReviewers } from '../review/assignReviewers.ts';
import { listReview } from '../review/listReview.ts';
import { rateApplication } from '../review/rateApplication.ts';
import { readReview } from '../review/readReview.ts';
import { sayConflict } from '../review/sayConflict.ts';
import { changeTerm } from '../term/changeTerm.ts';
import { readTerm } from '../term/readTerms.ts';
import { grantRole, takeRole } from './grantRole.ts';
import { importPeople } from './importPeople.ts';
import { invite } from './invite.ts';
import { parseRoll } from './parseRoll.ts';

describe('people of a term', () => {
  test('imported twice at the same time are there once, with one mail each', (t) =>
    withDatabase(t, async ({ db }) => {
      const { office, term, member, mails } = await reviewedTerm(db);
      const ada = await member('Ada', ['organiser']);
      await member('Ben', ['mentor']);
      const roll = parseRoll(
        new TextEncoder().encode('name,email\n=Eve,eve@made.example\nBen,ben@made.example\nCem,cem@made.example\n'),
      );
      const order = { term, role: 'applicant', roll } as const;
      const done = await Promise.all([importPeople(office, ada, order), importPeople(office, ada, order)]);
      assert.deepEqual(done.map((one) => one.kind === 'imported' && one.made).toSorted(), [0, 2]);
      assert.deepEqual((await mails()).map(({ address }) => address).toSorted(), [
        'cem@made.example',
        'eve@made.example',
      ]);
      const reviewer = await member('Rea', ['reviewer']);
      assert.equal((await importPeople(office, reviewer, order)).kind, 'refused');
      const csv = await exportApplications(office, ada, { term, format: 'csv' });
      assert.match(csv.kind === 'exported' ? csv.text : '', /,'=Eve,eve@made.example,started,/);
      assert.doesNotMatch(csv.kind === 'exported' ? csv.text : '', /words|ratings/);
      assert.equal((await exportApplications(office, reviewer, { term, format: 'json' })).kind, 'refused');
    }));

  test('hold no roles against each other, and there is always an organiser', (t) =>
    withDatabase(t, async ({ db }) => {
      const { office, term, member, applied, mails } = await reviewedTerm(db);
      const [ada, ben] = [await member('Ada', ['organiser']), await member('Ben', ['organiser'])];
      await applied('Cem');
      const cem = await member('Cem', ['applicant']);
      assert.equal((await grantRole(office, ada, { term, person: cem.id, role: 'mentor' })).kind, 'refused');
      const taken = await Promise.all([
        takeRole(office, ada, { term, person: ben.id, role: 'organiser' }),
        takeRole(office, ben, { term, person: ada.id, role: 'organiser' }),
      ]);
      assert.deepEqual(taken.map(({ kind }) => kind).toSorted(), ['refused', 'taken']);
      const order = { term, address: 'Dua@made.example', role: 'mentor' } as const;
      const asked = await Promise.all([invite(office, 'operator', order), invite(office, 'operator', order)]);
      assert.deepEqual(asked.map(({ kind }) => kind).toSorted(), ['invited', 'was invited']);
      assert.equal((await mails()).length, 1);
      assert.equal((await invite(office, 'operator', { ...order, address: 'a@b@c\r\nBcc: x' })).kind, 'refused');
    }));

  test('start no more than the cap allows, twenty at the same time', (t) =>
    withDatabase(t, async ({ db }) => {
      const { office, term, member } = await reviewedTerm(db);
      const eve = await member('Eve', []);
      const started = await Promise.all(Array.from({ length: 20 }, () => startApplication(office, eve, { term })));
      assert.equal(new Set(started.map((one) => one.kind === 'started' && one.id)).size, 1);
      assert.equal((await db.selectFrom('application').select('id').execute()).length, 1);
    }));

  test('read what is assigned, and others’ words after their own', (t) =>
    withDatabase(t, async ({ db }) => {
      const { office, term, member, applied } = await reviewedTerm(db);
      const [ada, ben] = [await member('Ada', ['lead mentor']), await member('Ben', ['reviewer'])];
      const id = await applied('Cem');
      const rate = (who: typeof ada) =>
        rateApplication(office, who, { application: id, value: 'unclear', note: 'No code yet.', flagged: true });
      assert.equal((await rate(ben)).kind, 'refused');
      await assignReviewers(office, ada, { term, reviewers: [ada.id, ben.id], each: 2, seed: '1' });
      assert.equal((await rate(ada)).kind, 'rated');
      const before = await readReview(office, ben, { term, application: id });
      assert.deepEqual([before?.others, before?.contact], [undefined, undefined]);
      assert.equal((await rate(ben)).kind, 'rated');
      const after = await readReview(office, ben, { term, application: id });
      assert.deepEqual(
        after?.others?.map(({ value }) => value),
        ['unclear'],
      );
      assert.equal((await sayConflict(office, ben, { application: id })).kind, 'said');
      assert.equal(await readReview(office, ben, { term, application: id }), undefined);
      assert.deepEqual(await listReview(office, ben, { term }), []);
      const again = await assignReviewers(office, ada, { term, reviewers: [ben.id], each: 2, seed: '1' });
      assert.deepEqual(again, { kind: 'assigned', assigned: 0, short: 1 });
    }));

  test('are told when a date changes, and one that has passed stays', (t) =>
    withDatabase(t, async ({ db }) => {
      const { office, term, member, applied, mails } = await reviewedTerm(db);
      const ada = await member('Ada', ['organiser']);
      await applied('Cem');
      await applied('Dua', 'declined');
      const settings = await readTerm(office, term);
      assert.ok(settings);
      const { revision } = settings;
      const change = (changed: Partial<typeof settings>) =>
        changeTerm(office, ada, { term, revision, settings: { ...settings, ...changed } });
      assert.equal((await change({ opensAt: new Date('2027-01-02T00:00:00Z') })).kind, 'wrong');
      const later = { closesAt: new Date('2027-02-03T00:00:00Z') };
      const both = await Promise.all([change(later), change({ places: 7 })]);
      assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['changed', 'overtaken']);
      if (both[0]?.kind !== 'changed')
        assert.equal(
          (await changeTerm(office, ada, { term, revision: revision + 1, settings: { ...settings, ...later } })).kind,
          'changed',
        );
      assert.deepEqual((await mails()).map(({ address }) => address).toSorted(), [
        'ada@made.example',
        'cem@made.example',
      ]);
    }));
});
