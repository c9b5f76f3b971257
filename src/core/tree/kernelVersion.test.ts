import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { kernelVersion } from './kernelVersion.ts';

const makefile = (version: string, patchlevel: string, sublevel: string, extra: string, name: string): string => `\
# SPDX-License-Identifier: GPL-2.0
VERSION = ${version}
PATCHLEVEL = ${patchlevel}
SUBLEVEL = ${sublevel}
EXTRAVERSION =${extra}
NAME = ${name}

KERNELVERSION = $(VERSION)$(if $(PATCHLEVEL),.$(PATCHLEVEL))
VERSION = 99
`;

test('a stable release', () => {
  const { version, missing } = kernelVersion(makefile('6', '12', '117', '', 'Baby Opossum Posse'));
  const name = 'Baby Opossum Posse';
  assert.deepEqual(version, { text: '6.12.117', version: 6, patchlevel: 12, sublevel: 117, extra: '', name });
  assert.deepEqual(missing, []);
});

const spoken: readonly (readonly [string, string])[] = [
  [makefile('6', '19', '0', ' -rc1', 'Baby Opossum Posse'), '6.19-rc1'],
  [makefile('6', '18', '0', '', 'Baby Opossum Posse'), '6.18'],
  [makefile('2024', '01', '', ' -rc1', ''), '2024.01-rc1'],
  [makefile('2024', '01', '', '', ''), '2024.01'],
  [makefile('6', '12', '74', ' -1-amd64 # Debian', 'x').replaceAll('\n', '\r\n'), '6.12.74-1-amd64'],
  ['VERSION=6\nPATCHLEVEL := 1\n', '6.1'],
];
for (const [text, expected] of spoken) {
  test(expected, () => assert.equal(kernelVersion(text).version?.text, expected));
}

test('U-Boot has no SUBLEVEL and no NAME', () => {
  const { version } = kernelVersion(makefile('2024', '01', '', ' -rc1', ''));
  assert.deepEqual(version, { text: '2024.01-rc1', version: 2024, patchlevel: 1, sublevel: 0, extra: '-rc1' });
});

test('what is missing is named', () => {
  assert.deepEqual(kernelVersion(''), { missing: ['VERSION', 'PATCHLEVEL'] });
  assert.deepEqual(kernelVersion('all:\n\tVERSION = 6\n'), { missing: ['VERSION', 'PATCHLEVEL'] });
  assert.deepEqual(kernelVersion('VERSION = 6\n'), { missing: ['PATCHLEVEL'] });
  assert.deepEqual(kernelVersion('VERSION = six\nPATCHLEVEL = 1\nSUBLEVEL = x\n'), {
    missing: ['VERSION', 'SUBLEVEL'],
  });
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(300), (text, cut) => {
      const read = kernelVersion(makefile('6', '12', '1', text, text).slice(0, cut));
      assert.equal(read.version === undefined, read.missing.length > 0);
    }),
  );
});
