import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signInAddress } from './signInAddress.ts';

test('an address is kept in small letters', () => {
  assert.equal(signInAddress(' Ada.Lovelace+kernel@Example.ORG '), 'ada.lovelace+kernel@example.org');
});

const none: readonly string[] = [
  '',
  'ada',
  '@example.org',
  'ada@localhost',
  'ada@example.org, eve@example.org',
  'Ada <ada@example.org>',
  'ada@example.org\r\nBcc: eve@example.org',
  'ada@example.org\0',
  'ada@exa mple.org',
  '"ada"@example.org',
  'ada..b@example.org',
  '.ada@example.org',
  'ada@[127.0.0.1]',
  'ada@еxample.org',
  `${'a'.repeat(65)}@example.org`,
  `ada@${'a.'.repeat(130)}org`,
];
for (const typed of none) test(`${JSON.stringify(typed)} is none`, () => assert.equal(signInAddress(typed), undefined));

test('a long one that is nearly right takes no long time', () => {
  const before = performance.now();
  assert.equal(signInAddress(`${'a.'.repeat(500_000)}@${'a-'.repeat(500_000)}`), undefined);
  assert.ok(performance.now() - before < 200);
});
