import assert from 'node:assert/strict';
import { test } from 'node:test';
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
      assert.deepEqual(planMail({ kind, wish, isSuppressed: false }, now), isRefusable(kind) ? plan : { kind: 'send' });
      assert.deepEqual(planMail({ kind, wish, isSuppressed: true }, now), {
        kind: 'stop',
        because: 'address suppressed',
      });
    }
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
