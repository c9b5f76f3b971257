import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scripts } from '../../../../test/world/hostileTree.ts';
import { termPages } from '../../../../test/world/termPages.ts';
import { done, HOUR, type TermWorld, termWorld } from '../../../../test/world/termWorld.ts';
import { makeTask } from '../../../office/tasks/makeTask.ts';

const hostile = Object.values(scripts).join(' ');

const withTask = async (world: TermWorld) => {
  const lead = await world.person('Lea Lead', 'lead mentor');
  const order = { release: 'in order', releaseAt: null, required: true, term: world.term.id } as const;
  const made = await makeTask(world.office, lead, {
    ...{ ...order, slug: 'build', title: `Build ${scripts.tag}`, deadline: world.at(5) },
    words: `# Do\n\n${hostile}\n\n[link](javascript:alert(1))`,
  });
  done(made);
  done(
    await makeTask(world.office, lead, {
      ...order,
      slug: 'module',
      title: 'Module',
      words: 'Secret words.',
      deadline: world.at(9),
    }),
  );
  return lead;
};

/** Nothing of it is code of the page, and nothing turns a line around. */
const assertHarmless = (text: string): void => {
  assert.doesNotMatch(text, /<script>document|<img src=x|javascript:|\u001b|\u202e|[^&]" autofocus/);
};

test('handed in by a form with files, a submission is acknowledged with its place, and its files are for the disk', async (t) => {
  const world = await termWorld(t);
  await withTask(world);
  const pages = termPages(world);
  const [ada, bea] = [await world.person('Ada', 'applicant'), await world.person('Bea', 'applicant')];
  assertHarmless(await pages.text(ada, '/tasks'));
  assert.match(await pages.text(ada, '/tasks'), /One thing is yours to do, by Mon 16 Nov 2026, 13:00/);
  const page = await pages.text(ada, '/tasks/build');
  assertHarmless(page);
  const [, key = ''] = /name="key" value="([^"]+)"/.exec(page) ?? [];
  const bytes = `ok 1 ${scripts.tag}\n`;
  const files = [new File([bytes], `log${scripts.attribute}${scripts.turned}\r\nx: y.txt`)];
  const sent = { statement: hostile, key, files };
  const answers = [await pages.post(ada, '/tasks/build', sent), await pages.post(ada, '/tasks/build', sent)];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  );
  const after = await pages.get(ada, '/tasks/build?received=1');
  assert.equal(after.headers.get('cache-control'), 'no-store');
  const text = await after.text();
  assertHarmless(text);
  assert.match(text, /✓ Attempt 1 has arrived/);
  assert.doesNotMatch(text, /Attempt 2/);
  assert.match(text, /It is the next in line\./);
  const [, file = ''] = /href="[^"]*(\/submissions\/[^"]+\/files\/0)"/.exec(text) ?? [];
  const got = await pages.get(ada, file);
  assert.equal(await got.text(), bytes);
  assert.equal(got.headers.get('content-type'), 'application/octet-stream');
  assert.equal(got.headers.get('x-content-type-options'), 'nosniff');
  assert.match(
    got.headers.get('content-disposition') ?? '',
    /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/,
  );
  for (const who of [bea, undefined]) assert.equal((await pages.get(who, file)).status, 404);
  assert.equal((await pages.get(ada, file.replace(/0$/, '-1'))).status, 404);
});

test('words of a task are for whoever has reached it', async (t) => {
  const world = await termWorld(t);
  const lead = await withTask(world);
  const pages = termPages(world);
  const [ada, eve] = [await world.person('Ada', 'applicant'), await world.person('Eve')];
  for (const who of [undefined, eve, ada]) {
    assert.equal((await pages.get(who, '/tasks/module')).status, 404);
    assert.equal((await pages.post(who, '/tasks/module', { statement: 'x', key: 'k' })).status, 404);
  }
  for (const who of [undefined, eve, lead]) assert.equal((await pages.get(who, '/tasks')).status, 404);
  await pages.post(ada, '/tasks/build', { statement: 'Done.', key: 'k' });
  assert.match(await pages.text(ada, '/tasks/module'), /Secret words/);
});

test('what is refused comes back with what was typed', async (t) => {
  const world = await termWorld(t);
  await withTask(world);
  const pages = termPages(world);
  const ada = await world.person('Ada', 'applicant');
  const statement = `long ${'x'.repeat(20_000)}`;
  const refused = await pages.post(ada, '/tasks/build', { statement, key: 'k' });
  assert.equal(refused.status, 422);
  assert.ok((await refused.text()).includes(statement));
  const many = Array.from({ length: 11 }, (_, at) => new File(['x'], `${at}.txt`));
  assert.match(
    await (await pages.post(ada, '/tasks/build', { statement: 'a', key: 'k', files: many })).text(),
    /11 files/,
  );
});

test('today says what is next, and what waits', async (t) => {
  const world = await termWorld(t);
  const lead = await withTask(world);
  const pages = termPages(world);
  const ada = await world.person('Ada', 'applicant');
  await pages.post(ada, '/tasks/build', { statement: 'Done.', key: 'k' });
  world.forward(HOUR);
  const text = await pages.text(ada, '//');
  assert.match(text, /One thing is yours to do, by Fri 20 Nov 2026, 13:00 CET/);
  assert.match(text, /One is with the mentors, and keeps you from nothing else/);
  assertHarmless(text);
  const mentors = await pages.text(lead, '//');
  assert.match(mentors, /One waits for you/);
  assert.match(mentors, />Take</);
  assertHarmless(mentors);
});
