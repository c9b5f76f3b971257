import assert from 'node:assert/strict';
import test from 'node:test';
import { candidate } from '../../../test/subsystem/candidate.ts';
import { matchHardware } from './matchHardware.ts';
import { matchInterest } from './matchInterest.ts';

const at = (name: string, folder: string) => candidate({ name, folders: [{ folder, files: 40 }] });
const mptcp = at('NETWORKING [MPTCP]', 'net/mptcp/');
const mac = at('MAC80211', 'net/mac80211/');
const btrfs = at('BTRFS FILE SYSTEM', 'fs/btrfs/');
const sound = at('SOUND', 'sound/core/');
const pi = at('BROADCOM BCM2711/BCM2835 ARM ARCHITECTURE', 'drivers/staging/vc04_services/bcm2835-audio/');
const thinkpad = at('THINKPAD ACPI EXTRAS DRIVER', 'drivers/platform/x86/');
const versal = at('ARM VERSAL NET', 'arch/arm/mach-versal-net/');

const interests: readonly (readonly [string, ReturnType<typeof at>, number])[] = [
  ['networking', mptcp, 1],
  ['Networking', mptcp, 1],
  ['TCP', mptcp, 1],
  ['mptcp', mptcp, 1],
  ['wifi', mac, 1],
  ['wi-fi', mac, 1],
  ['networking', mac, 0.8],
  ['file systems', btrfs, 1],
  ['storage', btrfs, 0],
  ['audio', sound, 1],
  ['audio', pi, 0.8],
  ['embedded', pi, 0.6],
  ['networking', versal, 0],
  ['the kernel', btrfs, 0],
  ['drivers', thinkpad, 0],
  ['', btrfs, 0],
];
for (const [word, one, fit] of interests) {
  test(`${word} and ${one.about.name}: ${fit}`, () => assert.equal(matchInterest(word, one).fit, fit));
}

const hardware: readonly (readonly [string, ReturnType<typeof at>, number])[] = [
  ['Raspberry Pi', pi, 1],
  ['raspberry pi 4', pi, 1],
  ['an old ThinkPad', thinkpad, 1],
  ['x86 laptop', at('X86 MM', 'arch/x86/mm/'), 1],
  ['x86 laptop', btrfs, 0],
  ['Raspberry Pi', sound, 0],
];
for (const [word, one, fit] of hardware) {
  test(`${word} for ${one.about.name}: ${fit}`, () => assert.equal(matchHardware(word, one).fit, fit));
}

test('says what matched', () => {
  assert.equal(matchInterest('networking', mptcp).seen, 'its title says NETWORK');
  assert.equal(
    matchInterest('audio', pi).seen,
    'most of its files lie in drivers/staging/vc04_services/bcm2835-audio/',
  );
});
