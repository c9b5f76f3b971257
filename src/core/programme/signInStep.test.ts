import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from './role.ts';
import { signInStep } from './signInStep.ts';

const steps = (roles: readonly Role[]): readonly string[] =>
  [
    { hasPasskey: false, level: 'link' as const },
    { hasPasskey: true, level: 'link' as const },
    { hasPasskey: true, level: 'passkey' as const },
    { hasPasskey: false, level: 'passkey' as const },
  ].map((one) => signInStep({ roles, ...one }));

test('a link is enough for those who decide about nobody', () => {
  for (const roles of [[], ['applicant'], ['mentee'], ['reviewer'], ['applicant', 'mentee']] as const) {
    assert.deepEqual(steps(roles), ['in', 'in', 'in', 'in'], roles.join());
  }
});

test('of those who do, a link registers the first passkey and afterwards only asks for it', () => {
  for (const roles of [['mentor'], ['lead mentor'], ['organiser'], ['mentee', 'mentor']] as const) {
    assert.deepEqual(steps(roles), ['register a passkey', 'use your passkey', 'in', 'in'], roles.join());
  }
});
