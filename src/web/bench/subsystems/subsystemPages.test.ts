import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { writeFiles } from '../../../../test/world/gitFolder.ts';
import { type OpenDoor, throughTheDoor } from '../../../../test/world/openDoor.ts';
import { subsystemTree } from '../../../../test/world/subsystemTree.ts';

const evil = '<script>alert(1)</script> \u001b[2J\u202eDRIVER';
const tree = subsystemTree();
const long = `LONG ${'NAME '.repeat(40)}`.trim();
writeFiles(tree, {
  MAINTAINERS: [
    'List\n',
    ...['MADE NETWORK PROTOCOL', 'MADE FILE SYSTEM', evil, long].map(
      (title, at) =>
        `${title}\nM:\tAda Made <ada@made.example>\nS:\tMaintained\nF:\t${['net', 'fs', 'x', 'y'][at]}/made/\n`,
    ),
    ...Array.from({ length: 60 }, (_, at) => `PART ${at}\nM:\tAda <a@made.example>\nS:\tOrphan\nF:\tparts/${at}/\n`),
    'THE REST\nM:\tLinus Made <linus@made.example>\nS:\tBuried\nF:\t*\nF:\t*/\n',
  ].join('\n'),
});
let desk: OpenDoor;
before(async () => {
  desk = await throughTheDoor(tree);
});
after(async () => {
  await desk.stop();
  rmSync(tree, { recursive: true });
});

test('the questions, and the advice at an address that can be kept', async () => {
  assert.match(await desk.settled('/subsystems'), /<h1>Choose two to begin in<\/h1>/);
  const advice = await desk.settled('/subsystems?hours=5&months=3&interests=networking&hardware=');
  assert.match(advice, /<h1>(These two fit you best|One fits you)<\/h1>/);
  assert.match(advice, /You said: 5 hours a week; 3 months; interests: networking; no hardware named\./);
  assert.match(advice, /MADE NETWORK PROTOCOL/);
  assert.match(await desk.settled('/subsystems'), /name="interests" value="networking"/, 'the last answers are there');
});

test('an answer that is no number is said at its question, and nothing is begun', async () => {
  const page = await desk.settled('/subsystems?hours=many&months=');
  assert.match(page, /aria-invalid="true"/);
  assert.match(page, /A number up to 100, or nothing\./);
});

test('all of them by name, fifty to a page', async () => {
  const all = await desk.settled('/subsystems?q=part');
  assert.match(all, /<h1>60 subsystems are named like “part”<\/h1>/);
  assert.equal(all.match(/type="checkbox"/g)?.length, 50);
  assert.match(all, /href="\/subsystems\?q=part&amp;page=2"/);
  assert.equal((await desk.settled('/subsystems?q=part&page=2')).match(/type="checkbox"/g)?.length, 10);
  assert.match(await desk.settled('/subsystems?q=nowhere'), /<h1>No subsystem is named like “nowhere”<\/h1>/);
});

test('one card; what is not known says what would settle it', async () => {
  const card = await desk.settled('/subsystem?name=MADE+FILE+SYSTEM');
  assert.match(card, /<h1>MADE FILE SYSTEM<\/h1>/);
  assert.match(card, /<dt>History<\/dt>/);
  assert.match(card, /what would settle it<\/summary><code class="command">git clone/);
  assert.match(card, /href="\/find\?subsystem=MADE\+FILE\+SYSTEM"/);
});

test('a name as people say it is taken for a title, which is said', async () => {
  assert.match(await desk.settled('/subsystem?name=network'), /class="note holds">Its title/);
});

test('two side by side in the same rows; of more than three the first three', async () => {
  const two = await desk.settled('/subsystem?name=MADE+FILE+SYSTEM&name=MADE+NETWORK+PROTOCOL');
  assert.match(two, /<h1>Both are moderate to begin in<\/h1>/);
  assert.match(
    two,
    /<th scope="row">Size<\/th><td data-of="MADE FILE SYSTEM">[\s\S]*<td data-of="MADE NETWORK PROTOCOL">/,
  );
  const names = ['MADE FILE SYSTEM', 'MADE NETWORK PROTOCOL', 'PART 1', 'PART 2'];
  const many = await desk.settled(
    `/subsystem?${new URLSearchParams(names.map((name): [string, string] => ['name', name]))}`,
  );
  assert.match(many, /You named 4; the first 3 are shown\./);
});

test('a name that nothing has is said with what is near', async () => {
  const none = await desk.settled('/subsystem?name=zzzzzz');
  assert.match(none, /No subsystem of this tree is called zzzzzz\./);
  assert.match(none, /Look it up by name/);
});

test('hostile and very long names are harmless', async () => {
  const pages = await Promise.all([
    desk.settled('/subsystems?q=driver'),
    desk.settled(`/subsystem?${new URLSearchParams({ name: evil })}`),
    desk.settled(
      `/subsystem?${new URLSearchParams([
        ['name', evil],
        ['name', long],
      ])}`,
    ),
    desk.settled(`/subsystems?q=${encodeURIComponent('"><script>alert(1)</script>')}`),
  ]);
  for (const page of pages) {
    assert.doesNotMatch(page, /<script>/);
    assert.doesNotMatch(page, /[\u001b\u202e]/);
    assert.ok(page.length < 150_000);
  }
  assert.match(pages[1], /<h1>&lt;script&gt;alert\(1\)&lt;\/script&gt; \ufffd\[2J\ufffdDRIVER<\/h1>/);
});
