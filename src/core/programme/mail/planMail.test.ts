import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterAnswer, isAddressGone } from './afterAnswer.ts';
import { isRefusable, type MailWish, mailKinds } from './mailKind.ts';
import { planMail } from './planMail.ts';
import { retryAt } from './retryAt.ts';

const now = new Date('2026-12-01T10:00:00Z');

test('what can be refused is refused, gathered or sent as wished; the rest goes', () => {
  const until = new Date('2026-12-02T06:00:00Z');
  const wished: readonly [MailWish, unknown][] = [
    ['wanted', { kind: 'send' }],
    ['digest', { kind: 'gather', until }],
    ['never', { kind: 'stop', because: 'not wanted' }],
  ];
  for (const kind of mailKinds)
    for (const [wish, plan] of wished) {
      assert.deepEqual(planMail({ kind, wish }, now), isRefusable(kind) ? plan : { kind: 'send' });
      assert.deepEqual(planMail({ kind, wish, stoppedAt: now }, now), {
        kind: 'stop',
        because: 'address suppressed',
      });
    }
  const yesterday = new Date(now.getTime() - 25 * 3_600_000);
  assert.equal(planMail({ kind: 'sign-in', wish: 'wanted', stoppedAt: yesterday }, now).kind, 'send');
  assert.equal(planMail({ kind: 'task-released', wish: 'wanted', stoppedAt: yesterday }, now).kind, 'stop');
  assert.deepEqual(mailKinds.filter(isRefusable), ['task-released', 'deadline-reminder', 'invitation']);
});

test('a mail put off comes later and later, and not for ever', () => {
  let at = now;
  const waits: number[] = [];
  for (let tries = 1; ; tries++) {
    const next = retryAt({ tries, createdAt: now }, at);
    if (next === 'no more') break;
    waits.push((next.getTime() - at.getTime()) / 60_000);
    at = next;
  }
  assert.deepEqual(waits.slice(0, 7), [1, 4, 16, 64, 256, 360, 360]);
  assert.ok(waits.length < 30);
  assert.ok(at.getTime() - now.getTime() < 5.5 * 24 * 3_600_000);
});

test('what a server says of the address stops the address; what it says of us, or of now, does not', () => {
  const after = (of: 'recipient' | 'mail' | 'sender', response: string) =>
    afterAnswer({ kind: 'rejected', of, response }, { tries: 1, createdAt: now }, now);
  assert.deepEqual(after('recipient', '550 5.1.1 no'), { state: 'rejected', isDoubted: false, stopsAddress: true });
  assert.deepEqual(after('recipient', '550 5.7.1 no'), { state: 'rejected', isDoubted: false, stopsAddress: false });
  assert.deepEqual(after('mail', '554 no'), { state: 'rejected', isDoubted: false, stopsAddress: false });
  assert.equal(after('sender', '550 not you').state, 'waiting');
  const later = afterAnswer({ kind: 'in doubt', response: '' }, { tries: 1, createdAt: now }, now);
  assert.deepEqual(later, {
    state: 'waiting',
    nextAt: new Date(now.getTime() + 60_000),
    isDoubted: true,
    stopsAddress: false,
  });
  const gone: readonly [string, boolean][] = [
    ['550 no such user', true], ['551 gone', true], ['552 full', false], ['554 no', false], ['552 5.2.2 full', false],
    ['550 5.1.10 null MX', true], ['5.1.1', true], ['5.2.1', true], ['5.4.4', false], ['5.1.11', false],
  ]; // biome-ignore format: pairs
  for (const [said, is] of gone) assert.equal(isAddressGone(said), is, said);
});
