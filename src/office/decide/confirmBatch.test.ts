import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withDatabase } from '../../../test/world/programmeDatabase.ts';
import { reviewedTerm } from '../../../test/world/reviewedTerm.ts';
import { changeMailWords } from '../term/changeMailWords.ts';
import { confirmBatch } from './confirmBatch.ts';
import { dropBatch } from './dropBatch.ts';
import { proposeBatch } from './proposeBatch.ts';
import { readBatch } from './readBatch.ts';

const sentence = 'Your module was clear, and I would like to read more of it.';
const all = (ids: readonly string[]) => ids.map((application) => ({ application, sentence }));

describe('decisions for many', () => {
  test('are carried out once when two press at the same time, each with its mail as it was shown', (t) =>
    withDatabase(t, async ({ db }) => {
      const { office, term, member, applied, mails, facts } = await reviewedTerm(db);
      const [ada, ben] = [await member('Ada', ['lead mentor']), await member('Ben', ['lead mentor'])];
      const ids = await Promise.all(
        ['Cem', 'Dua', 'Eli', 'Fay', 'Gus', 'Hal', 'Ida', 'Jo'].map((name) => applied(name)),
      );
      const proposed = await proposeBatch(office, ada, { term, decision: 'decline', items: all(ids) });
      assert.equal(proposed.kind, 'proposed');
      const batch = proposed.kind === 'proposed' ? proposed.id : '';
      const shown = await readBatch(office, ada, { term, batch });
      const alone = await confirmBatch(office, ada, { batch });
      assert.equal(alone.kind, 'refused');
      assert.match(alone.kind === 'refused' ? alone.because : '', /takes two/);
      await db
        .updateTable('application')
        .set({ state: 'withdrawn' })
        .where('id', '=', ids[0] ?? '')
        .execute();

      const both = await Promise.all([ben, ben, ben, ben].map((who) => confirmBatch(office, who, { batch })));
      assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['confirmed', ...Array(3).fill('was confirmed')]);
      assert.deepEqual(
        both.find(({ kind }) => kind === 'confirmed'),
        { kind: 'confirmed', decided: 7, leftOut: 1 },
      );
      const sent = await mails();
      assert.equal(sent.length, 7);
      for (const mail of sent) {
        const one = shown?.items.find(({ address }) => address === mail.address);
        assert.deepEqual([mail.subject, mail.text], [one?.subject, one?.text]);
        assert.match(mail.text.replaceAll(/\s+/g, ' '), /Your module was clear/);
      }
      assert.equal(await facts('application-decided'), 7);
      assert.equal(await facts('application-left-out'), 1);
      const after = await readBatch(office, ben, { term, batch });
      assert.deepEqual(
        after?.items.filter(({ outcome }) => outcome === 'left out').map(({ name }) => name),
        ['Cem'],
      );
      assert.equal((await dropBatch(office, ada, { batch })).kind, 'refused');
    }));

  test('fill no more places than there are, also two at the same time', (t) =>
    withDatabase(t, async ({ db }) => {
      const { office, term, member, applied } = await reviewedTerm(db, { places: 3 });
      const ada = await member('Ada', ['lead mentor']);
      const ids = await Promise.all(['Cem', 'Dua', 'Eli', 'Fay'].map((name) => applied(name)));
      assert.equal((await proposeBatch(office, ada, { term, decision: 'accept', items: all(ids) })).kind, 'refused');
      const halves = await Promise.all(
        [ids.slice(0, 2), ids.slice(2)].map((half) =>
          proposeBatch(office, ada, { term, decision: 'accept', items: all(half) }),
        ),
      );
      const done = await Promise.all(
        halves.map((one) => confirmBatch(office, ada, { batch: one.kind === 'proposed' ? one.id : '' })),
      );
      assert.deepEqual(done.map(({ kind }) => kind).toSorted(), ['confirmed', 'refused']);
      const mentees = await db.selectFrom('membership').select('person').where('role', '=', 'mentee').execute();
      assert.equal(mentees.length, 2);
    }));

  test('need a sentence for each who is declined, and the right to decide', (t) =>
    withDatabase(t, async ({ db }) => {
      const { office, term, member, applied } = await reviewedTerm(db);
      const ada = await member('Ada', ['lead mentor']);
      const id = await applied('Cem');
      const bare = await proposeBatch(office, ada, {
        term,
        decision: 'decline',
        items: [{ application: id, sentence: ' ' }],
      });
      assert.equal(bare.kind, 'incomplete');
      for (const [roles, level] of [
        [['organiser'], 'passkey'],
        [['reviewer'], 'passkey'],
        [['lead mentor'], 'link'],
      ] as const) {
        const who = await member(`No ${roles[0]} ${level}`, roles, level);
        assert.equal(
          (await proposeBatch(office, who, { term, decision: 'decline', items: all([id]) })).kind,
          'refused',
        );
        assert.equal(await readBatch(office, who, { term, batch: 'x' }), undefined);
      }
      await proposeBatch(office, ada, { term, decision: 'accept', items: all([id]) });
      const stale = await db.selectFrom('batch').select('id').executeTakeFirstOrThrow();
      office.setNow('2027-01-20T12:00:00Z');
      assert.equal((await confirmBatch(office, ada, { batch: stale.id })).kind, 'refused');
    }));

  test('speak in the words of the term, whatever people are called', (t) =>
    withDatabase(t, async ({ db }) => {
      const { office, term, member, applied, mails } = await reviewedTerm(db);
      const ada = await member('Ada', ['lead mentor', 'organiser']);
      const words = { subject: 'News: {term}', text: 'Dear {name}, you begin {starts}.\n\n{sentence}\n\n{link}' };
      const kind = 'application-accepted';
      assert.equal((await changeMailWords(office, ada, { term, kind, words })).kind, 'changed');
      const wrong = await changeMailWords(office, ada, { term, kind, words: { subject: 'x\ny', text: '{rank}' } });
      assert.equal(wrong.kind, 'wrong');
      const id = await applied('Eve {link}\r\nBcc: all@made.example');
      const proposed = await proposeBatch(office, ada, { term, decision: 'accept', items: all([id]) });
      assert.equal(
        (await confirmBatch(office, ada, { batch: proposed.kind === 'proposed' ? proposed.id : '' })).kind,
        'confirmed',
      );
      const [mail] = await mails();
      assert.match(mail?.subject ?? '', /News: Kernel mentorship, spring 2027$/);
      assert.match(
        mail?.text.replaceAll(/\s+/g, ' ') ?? '',
        /Dear Eve \{link\} Bcc: all@made.example, you begin Mon 1 Mar 2027/,
      );
      assert.doesNotMatch(mail?.text ?? '', /^Bcc:/m);
    }));
});
