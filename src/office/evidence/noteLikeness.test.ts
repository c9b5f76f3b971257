import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bootWorld } from '../../../test/world/bootWorld.ts';
import { erasePerson } from '../privacy/erasePerson.ts';
import { answerLikeness } from './answerLikeness.ts';
import { lookAtSubmission } from './lookAtSubmission.ts';
import { looksOf } from './looksOf.ts';
import { nonceOf } from './nonceOf.ts';
import { readLikeness } from './readLikeness.ts';

type World = Awaited<ReturnType<typeof bootWorld>>;

/** Another boot of the same kernel: every instant is some microseconds later. */
const again = (log: string): string => {
  let [before, shift] = [0, 0];
  return log.replaceAll(/^\[ *(\d+\.\d{6})\]/gm, (_, stamp: string) => {
    const at = Number(stamp);
    if (at === 0) return `[${'0.000000'.padStart(12)}]`;
    shift += 0.000001 + (at - before) / 7;
    before = at;
    return `[${(at + shift).toFixed(6).padStart(12)}]`;
  });
};
const pairs = ({ office }: World) =>
  office.db.selectFrom('likeness').select(['submission', 'other', 'kind', 'part']).orderBy('kind').execute();

test('a copied log with another mark passes nothing: its person is asked first, and a mentor sees both sides', async (t) => {
  const world = await bootWorld(t);
  const { office, person, handIn, logOf, task } = world;
  const [ada, ben, cyd] = [
    await person('Ada', 'applicant'),
    await person('Ben', 'applicant'),
    await person('Cyd', 'applicant'),
  ];
  const mia = await person('Mia', 'mentor');
  const first = await handIn(ada, await logOf(ada), 'one');
  assert.equal(await lookAtSubmission(office, first), 'pass');
  const other = await handIn(cyd, again(await logOf(cyd)), 'one');
  assert.equal(await lookAtSubmission(office, other), 'pass', 'a second boot is no copy');
  assert.deepEqual(await pairs(world), []);
  const mine = (await logOf(ada)).replaceAll(
    await nonceOf(office, { person: ada.id, task }),
    await nonceOf(office, { person: ben.id, task }),
  );
  // Some lines taken out, as somebody would who knows that copies are looked for.
  const thinned = mine
    .split('\n')
    .filter((_, at) => at % 9 !== 4)
    .join('\r\n');
  const copied = await handIn(ben, thinned, 'one');
  assert.equal(await lookAtSubmission(office, copied), 'leave');
  const found = await pairs(world);
  assert.deepEqual(
    found.map((pair) => [pair.submission, pair.other, pair.kind]),
    [
      [copied, first, 'time stamps'],
      [copied, first, 'time steps'],
    ],
  );
  assert.ok((found[0]?.part ?? 0) > 0.7);

  const asked = await office.db.selectFrom('outbox').selectAll().where('kind', '=', 'likeness-asked').execute();
  assert.deepEqual(
    asked.map(({ person: whom }) => whom),
    [ben.id],
  );
  assert.match(asked[0]?.text ?? '', /no verdict[\s\S]*\/tasks\/boot#likeness-/);
  assert.doesNotMatch(asked[0]?.text ?? '', /Ada/);
  const look = async () => (await looksOf(office, { task, person: ben.id })).get(copied)?.likeness;
  assert.deepEqual(await look(), { answer: '', kinds: ['time stamps', 'time steps'] });
  const words = { submission: copied, answer: 'We share one machine.' };
  assert.equal(await answerLikeness(office, ada, words), false, 'not theirs');
  assert.equal(await answerLikeness(office, ben, { ...words, answer: ' \n ' }), false);
  assert.equal(await answerLikeness(office, ben, words), true);
  assert.equal((await look())?.answer, 'We share one machine.');
  const seen = async (submission: string) =>
    (await readLikeness(office, mia, { submission })).map((one) => [one.other?.name, one.other?.isEarlier]);
  assert.deepEqual(new Set((await seen(copied)).flat()), new Set(['Ada', true]));
  assert.deepEqual(new Set((await seen(first)).flat()), new Set(['Ben', false]));
  const hidden = await readLikeness(office, ada, { submission: first });
  assert.deepEqual(
    new Set(hidden.map((one) => one.other)),
    new Set([undefined]),
    'whoever may not read the other gets no name',
  );
});

test('what many have alike is common ground; nothing is left of whoever is erased', async (t) => {
  const world = await bootWorld(t);
  const { office, person, handIn, logOf } = world;
  const people = [];
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G']) people.push(await person(name, 'applicant'));
  const steps = [];
  for (const one of people) steps.push(await lookAtSubmission(office, await handIn(one, await logOf(one), 'one')));
  assert.deepEqual(steps, ['pass', 'leave', 'leave', 'leave', 'leave', 'leave', 'pass']);
  const [first] = people;
  assert.ok(first);
  const before = await pairs(world);
  await erasePerson({ ...office, remember: () => {} }, 'operator', { person: first.id });
  const gone = before.filter(({ other }) => other === before[0]?.other).length;
  assert.equal((await pairs(world)).length, before.length - gone);
  assert.ok(gone >= 1);
});

test('two at the same moment see each other', async (t) => {
  const world = await bootWorld(t);
  const { office, person, handIn, logOf } = world;
  const [ada, ben] = [await person('Ada', 'applicant'), await person('Ben', 'applicant')];
  const both = [await handIn(ada, await logOf(ada), 'one'), await handIn(ben, await logOf(ben), 'one')];
  const steps = await Promise.all(both.map((one) => lookAtSubmission(office, one)));
  assert.deepEqual(steps.toSorted(), ['leave', 'pass']);
});
