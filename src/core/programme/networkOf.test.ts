import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from './networkOf.ts';

const networks: readonly (readonly [string, string])[] = [
  ['192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.0/24'],
  ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:DB8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['1:2:3', '1:2:3'],
  ['1::2::3', '1::2::3'],
  ['unknown', 'unknown'],
  ['', ''],
];

for (const [peer, network] of networks) {
  test(`${peer || 'nothing'} is of ${network || 'nothing'}`, () => assert.equal(networkOf(peer), network));
}
