import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { type OpenDoor, throughTheDoor } from '../../../../test/world/openDoor.ts';
import { newPerson } from '../../../../test/world/runPatchling.ts';
import { smallTree } from '../../../../test/world/smallTree.ts';

const person = newPerson({ GIT_AUTHOR_NAME: '', GIT_AUTHOR_EMAIL: '' });
const [tree, other] = [smallTree(), smallTree()];
let desk: OpenDoor;
before(async () => {
  writeFileSync(
    join(person.home, '.gitconfig'),
    '[user]\n\tname = Ada <script>\n\temail = ada@made.example\n'
      + '[sendemail]\n\tsmtpPass = sesame\n\tsmtpServer = one\n\tsmtpServer = two\n',
  );
  person.run(['start', '--no-compile', '--tree', other]);
  desk = await throughTheDoor(tree, person);
});
after(async () => {
  await desk.stop();
  for (const folder of [tree, other, person.home]) rmSync(folder, { recursive: true });
});

test('each setting with its file, a password only as set, a name only as text', async () => {
  const page = await desk.settled('/settings');
  assert.match(page, /<code>user\.email<\/code><\/th>\s*<td>ada@made\.example/);
  assert.match(page, new RegExp(`global · ${join(person.home, '.gitconfig')}`));
  assert.match(page, /sendemail\.smtppass<\/code><\/th>\s*<td><em class="soft">set, not shown/);
  assert.match(page, /one\s*<span class="soft small">· another line takes its place/);
  assert.doesNotMatch(page, /sesame|<script>/);
});

test('the tree, how it was chosen, and those of before with the command that opens them', async () => {
  const page = await desk.settled('/settings');
  assert.match(page, /named with --tree/);
  assert.match(page, new RegExp(`web --tree ${other}</code>`));
});

test('light and dark are kept for a year, and come only from a form of ours', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const kept = await desk.ask('/settings/theme', { method: 'POST', body: 'theme=dark', headers });
  assert.equal(kept.status, 303);
  assert.equal(kept.headers.get('location'), '/settings');
  assert.match(
    kept.headers.get('set-cookie') ?? '',
    /^theme=dark; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  const odd = await desk.ask('/settings/theme', { method: 'POST', body: 'theme=%3Cscript', headers });
  assert.match(odd.headers.get('set-cookie') ?? '', /^theme=system;/);
  const foreign = { ...headers, origin: 'http://evil.example' };
  assert.equal(
    (await desk.ask('/settings/theme', { method: 'POST', body: 'theme=dark', headers: foreign })).status,
    403,
  );
});
