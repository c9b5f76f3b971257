import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placesIn } from './sourceLines.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['vfs_write (fs/read_write.c:590 fs/read_write.c:683) ', ['fs/read_write.c:590', 'fs/read_write.c:683']],
  ['/build/ada/greeter/greeter.c:22 (discriminator 3)', ['greeter.c:22']],
  ['/usr/src/linux-headers-6.12-common/include/linux/list.h:190', ['include/linux/list.h:190']],
  ['./arch/x86/include/asm/current.h:49', ['arch/x86/include/asm/current.h:49']],
  ['entry_SYSCALL_64_after_hwframe (arch/x86/entry/entry_64.S:130) ', ['arch/x86/entry/entry_64.S:130']],
  ['greeter.c:? ??:0 ksys_write+0x6d/0x9a', []],
];

for (const [line, places] of cases) {
  test(`places in: ${line}`, () => assert.deepEqual(placesIn(line), places));
}
