import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { officeDesk, plainWords } from '../../../../test/world/officeDesk.ts';
import { withDatabase } from '../../../../test/world/programmeDatabase.ts';
import { reviewedTerm } from '../../../../test/world/reviewedTerm.ts';
import { assignReviewers } from '../../../office/review/assignReviewers.ts';

const at = '/kernel/spring';
const pages = {
  team: ['/review'],
  lead: ['/decide', '/decide?state=started&rated=weak&page=9', '/progress'],
  organiser: [
    '/organise',
    '/organise/words',
    '/organise/people',
    '/organise/import',
    '/organise/mails',
    '/organise/log',
  ],
  mails: ['/organise/mails/application-declined', '/organise/mails/invitation', '/organise/copy', '/organise/new'],
};
const hostile = '<script>alert(1)</script>\u202e"\'';

describe('pages of the team', () => {
  test('are there for whom they are for, and for nobody else; what people wrote stays text', (t) =>
    withDatabase(t, async ({ db }) => {
      const { office, member, applied, term } = await reviewedTerm(db);
      const { ask, mistakes } = officeDesk(office);
      const id = await applied(`Eve ${hostile}`);
      const [lead, organiser] = [await member('Ada', ['lead mentor']), await member('Ben', ['organiser'])];
      const [reviewer, eve] = [await member('Rea', ['reviewer']), await member('Fay', ['applicant'])];
      await assignReviewers(office, lead, { term, reviewers: [reviewer.id], each: 1, seed: 'x' });
      const seenBy = new Map([
        [lead.id, [...pages.team, ...pages.lead, `/decide/application/${id}`, `/review/${id}`]],
        [organiser.id, [...pages.organiser, ...pages.mails, '/progress']],
        [reviewer.id, [...pages.team, `/review/${id}`]],
        [eve.id, []],
        [undefined, []],
      ]);
      const all = new Set([...seenBy.values()].flat());
      for (const [person, theirs] of seenBy)
        for (const page of all) {
          const answer = await ask(person, `${at}${page}`);
          assert.equal(answer.status, (theirs as string[]).includes(page) ? 200 : 404, page);
          const html = await answer.text();
          assert.doesNotMatch(html, /<script>alert|\u202e/);
          if (person === reviewer.id) assert.doesNotMatch(html, /@made\.example/);
        }
      assert.deepEqual(mistakes, []);
    }));

  test('a reviewer reads one after the other', (t) =>
    withDatabase(t, async ({ db }) => {
      const { office, member, applied, term } = await reviewedTerm(db);
      const { ask, words } = officeDesk(office);
      const [lead, rea] = [await member('Ada', ['lead mentor']), await member('Rea', ['reviewer'])];
      for (const name of ['Cem', 'Dua', 'Eli', 'Fay', 'Gus', 'Hal']) await applied(name);
      await assignReviewers(office, lead, { term, reviewers: [rea.id], each: 1, seed: 'x' });
      const pile = await (await ask(rea.id, `${at}/review`)).text();
      assert.match(plainWords(pile), /Six applications wait for your reading/);
      const [, first = ''] = /data-key="n" href="([^"]+)"/.exec(pile) ?? [];
      const bare = await ask(rea.id, first, { note: 'typed <b>' });
      assert.equal(bare.status, 422);
      assert.match(await bare.text(), /typed &lt;b&gt;/);
      const rated = await ask(rea.id, first, { value: 'good', note: '', flagged: 'on' });
      assert.equal(rated.status, 303);
      assert.notEqual(rated.headers.get('location'), first);
      assert.match(await words(rea.id, `${at}/review`), /Five applications wait/);
    }));

  test('from a tick to the mails that went out, by two people', (t) =>
    withDatabase(t, async ({ db }) => {
      const { office, member, applied, mails } = await reviewedTerm(db);
      const { ask, words } = officeDesk(office);
      const [ada, ben] = [await member('Ada', ['lead mentor']), await member('Ben', ['lead mentor'])];
      const ids = await Promise.all(['Cem', 'Dua', 'Eli', 'Fay', 'Gus', 'Hal'].map((name) => applied(name)));
      const ticked = Object.fromEntries(ids.map((id) => [`pick-${id}`, 'on']));
      const form = { ...ticked, decision: 'decline' };
      assert.equal((await ask(ada.id, `${at}/decide/sentences`, form)).status, 200);
      assert.equal((await ask(ada.id, `${at}/decide/propose`, form)).status, 422);
      const filled = await (
        await ask(
          ada.id,
          `${at}/decide/propose`,
          new URLSearchParams([...Object.entries(form), ['then', 'fill'], ['start', 'Do a task first.']]),
        )
      ).text();
      assert.equal(filled.match(/>Do a task first\.<\/textarea>/g)?.length, 7);
      const written = Object.fromEntries(ids.map((id) => [`sentence-${id}`, 'Do a task first.']));
      const proposed = await ask(ada.id, `${at}/decide/propose`, { ...form, ...written });
      const batch = proposed.headers.get('location') ?? '';
      assert.match(await words(ada.id, batch), /Decline 6 people\?.*takes two.*Do a task first\./);
      assert.equal((await ask(ada.id, `${batch}/confirm`, {})).status, 409);
      assert.equal((await ask(ben.id, `${batch}/confirm`, {})).status, 303);
      assert.match(await words(ada.id, batch), /Decline 6 people: done.*Confirmed by Ben/);
      assert.equal((await mails()).length, 6);
    }));

  test('an organiser saves dates; what a clock skips is said, and nothing typed is lost', (t) =>
    withDatabase(t, async ({ db }) => {
      const { office, member } = await reviewedTerm(db);
      const { ask } = officeDesk(office);
      const ada = await member('Ada', ['organiser']);
      const page = await (await ask(ada.id, `${at}/organise`)).text();
      const fields = [...page.matchAll(/name="([\w-]+)"[^>]*?value="([^"]*)"/gs)].filter(
        ([all]) => !all.includes('radio'),
      );
      const form = Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
      const skipped = await ask(ada.id, `${at}/organise`, { ...form, startsAt: '2027-03-28T02:30', places: '12' });
      assert.equal(skipped.status, 422);
      assert.match(await skipped.text(), /no clock in Europe\/Berlin shows 2027-03-28 02:30/);
      const saved = await ask(ada.id, `${at}/organise`, { ...form, startsAt: '2027-03-28T03:30' });
      assert.equal(saved.headers.get('location'), `${at}/organise?told=1`);
      const file = new FormData();
      file.set('file', new File(['name;email\nZoe;zoe@made.example\n<b>;b@\n'], 'x.csv'));
      const preview = await (await ask(ada.id, `${at}/organise/import`, file)).text();
      assert.match(plainWords(preview), /One person would be made; one line is not taken/);
      const text = 'name;email\nZoe;zoe@made.example\n';
      const made = await ask(ada.id, `${at}/organise/import/confirm`, { role: 'applicant', text });
      assert.equal(made.headers.get('location'), `${at}/organise/import?made=1&there=0`);
    }));
});
