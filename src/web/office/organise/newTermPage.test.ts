import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termPages } from '../../../../test/world/termPages.ts';
import { termWorld } from '../../../../test/world/termWorld.ts';
import { readTermAt } from '../../../office/term/readTerms.ts';

const dates = {
  ...{ opensAt: '2027-02-01T09:00', closesAt: '2027-03-01T18:00', tasksUntil: '2027-04-01T18:00' },
  ...{ startsAt: '2027-05-01T09:00', endsAt: '2027-08-01T18:00' },
};
const filled = { name: 'summer term', slug: 'summer', zone: 'Europe/Berlin', places: '12', cap: '2', ...dates };

test('a term from nothing: what is wrong stands beside its field, nothing typed is lost, then it is there with tasks', async (t) => {
  const world = await termWorld(t);
  const pages = termPages(world);
  const otto = await world.person('Otto', 'organiser');
  assert.match(await pages.text(otto, '/organise/new'), /A term from nothing[\s\S]*value="Europe\/Berlin"/);
  const wrong = await pages.post(otto, '/organise/new', {
    ...{ ...filled, slug: 'Summer!', places: '0', closesAt: '2027-03-28T02:30', samples: 'yes' },
    ...{ programme: 'this', 'question-0': 'Are you awake?', 'purpose-0': '', 'wanted-0': 'no' },
  });
  assert.equal(wrong.status, 422);
  const page = await wrong.text();
  for (const field of ['slug', 'places', 'closesAt', 'purpose-0']) {
    assert.match(
      page,
      new RegExp(`id="${field}"[^>]*aria-invalid="true"[^>]*aria-describedby="[^"]*${field}-problem"`),
    );
    assert.match(page, new RegExp(`class="problem" id="${field}-problem">✗ `));
  }
  assert.match(page, /no clock in Europe\/Berlin shows 2027-03-28 02:30/);
  assert.match(page, /value="summer term"[\s\S]*value="2027-02-01T09:00"[\s\S]*Are you awake\?[\s\S]*value="Summer!"/);
  assert.match(page, /name="wanted-0" value="no" checked/);
  assert.equal((await world.facts('term-made')).length, 1);

  const made = await pages.post(otto, '/organise/new', { ...filled, samples: 'yes' });
  assert.equal(made.headers.get('location'), '/kernel/summer/organise?made=1');
  const there = await pages.text(otto, '//kernel/summer/organise?made=1');
  assert.match(there, /The term is there, and you organise it[\s\S]*Only organisers and lead mentors see this/);
  assert.match(await pages.text(otto, '//kernel/summer/plan'), /Ten tasks for everybody/);
  const term = await readTermAt(world.office, 'kernel', 'summer');
  assert.deepEqual(
    [term?.opensAt.toISOString(), term?.places, term?.isPublic],
    ['2027-02-01T08:00:00.000Z', 12, false],
  );
  const again = await pages.post(otto, '/organise/new', filled);
  assert.match(await again.text(), /id="slug-problem">✗ This programme has a term summer already/);
});

test('a new programme comes with its first term; its address is nobody’s, and only an organiser makes it', async (t) => {
  const world = await termWorld(t);
  const pages = termPages(world);
  const otto = await world.person('Otto', 'organiser');
  const order = { ...filled, programme: 'new', 'programme-name': 'Docs school' };
  for (const slug of ['me', 'kernel', 'Docs', '']) {
    const refused = await pages.post(otto, '/organise/new', { ...order, 'programme-slug': slug });
    assert.match(await refused.text(), /id="programme-slug-problem">✗ /, slug);
  }
  assert.deepEqual([(await world.facts('programme-made')).length, (await world.facts('term-made')).length], [1, 1]);
  const made = await pages.post(otto, '/organise/new', { ...order, 'programme-slug': 'docs' });
  assert.equal(made.headers.get('location'), '/docs/summer/organise?made=1');
  assert.match(await pages.text(otto, '//docs/summer/plan'), /This term has no tasks yet/);
  const others = [await world.person('Lea', 'lead mentor'), await world.person('Ada', 'applicant'), undefined];
  for (const who of others) {
    assert.equal((await pages.get(who, '/organise/new')).status, 404);
    assert.equal((await pages.post(who, '/organise/new', { ...order, 'programme-slug': 'more' })).status, 404);
  }
});
