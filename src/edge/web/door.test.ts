import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDoor } from './door.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'patchling-door-'));

test('a token opens once, the session that it became also after a restart', () => {
  const state = folder();
  const door = openDoor(state);
  const token = door.newToken();
  const secret = door.redeem(token);
  assert.ok(secret);
  assert.equal(door.redeem(token), undefined);
  assert.equal(door.redeem('never given'), undefined);
  assert.equal(openDoor(state).knows(secret), true);
  assert.equal(openDoor(state).knows(token), false);
  assert.equal(openDoor(folder()).knows(secret), false);
});

test('what is kept is no secret, and only its owner reads it', () => {
  const state = folder();
  const secret = openDoor(state).redeem(openDoor(state).newToken());
  assert.equal(secret, undefined); // each door has tokens of its own
  const door = openDoor(state);
  const own = door.redeem(door.newToken()) ?? '';
  const file = join(state, 'web-sessions.json');
  assert.ok(!readFileSync(file, 'utf8').includes(own));
  assert.equal(statSync(file).mode & 0o077, 0);
});

test('a damaged file signs everybody out, and no more', () => {
  const state = folder();
  writeFileSync(join(state, 'web-sessions.json'), '{"half');
  const door = openDoor(state);
  assert.ok(door.redeem(door.newToken()));
});

test('the oldest of many sessions ends', () => {
  const door = openDoor(folder());
  const secrets = Array.from({ length: 21 }, () => door.redeem(door.newToken()) ?? '');
  assert.equal(door.knows(secrets[0] ?? ''), false);
  assert.ok(secrets.slice(1).every((secret) => door.knows(secret)));
});
