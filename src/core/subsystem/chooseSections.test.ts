import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { kernelTree, noKernelTree } from '../../../test/world/kernelTree.ts';
import { parseMaintainers } from '../maintainers/parseMaintainers.ts';
import { chooseSections } from './chooseSections.ts';

const { sections } = parseMaintainers(`
NETWORKING DRIVERS
L:	netdev@vger.example
F:	drivers/net/

NETWORKING [GENERAL]
L:	netdev@vger.example
F:	net/

NETWORKING [TCP]
L:	netdev@vger.example
F:	net/ipv4/tcp*.c

TCP LOW PRIORITY MODULE
F:	net/ipv4/tcp_lp.c

MEMORY MANAGEMENT
L:	linux-mm@lists.example (moderated for non-subscribers)
F:	mm/

HUGETLB SUBSYSTEM
L:	linux-mm@lists.example
F:	mm/hugetlb.c

ATK0110 HWMON DRIVER
L:	linux-hwmon@vger.example
F:	drivers/hwmon/atk0110.c

HARDWARE MONITORING
L:	linux-hwmon@vger.example
F:	drivers/hwmon/

KVM PARAVIRT (KVM/paravirt)
L:	kvm@vger.example
F:	arch/x86/kernel/kvm.c

KERNEL VIRTUAL MACHINE (KVM)
L:	kvm@vger.example
F:	virt/kvm/

RISC-V ARCHITECTURE
F:	arch/riscv/

POWER MANAGEMENT CORE
L:	linux-pm@vger.example
F:	drivers/base/power/

OLD FILE SYSTEM
S:	Obsolete
F:	fs/made/

MADE FILE SYSTEM
F:	fs/made/

THE REST
F:	*
F:	*/
`);

const chosen = (name: string, among = sections): string => {
  const found = chooseSections(name, among);
  return found.kind === 'chosen' ? found.section.title : `none: ${found.nearest.join(', ')}`;
};

test('by title, list, folder, and the word of the title that counts', () => {
  for (const [name, title] of [
    ['MEMORY MANAGEMENT', 'MEMORY MANAGEMENT'],
    [' networking drivers ', 'NETWORKING DRIVERS'],
    ['mm', 'MEMORY MANAGEMENT'],
    ['mm/', 'MEMORY MANAGEMENT'],
    ['linux-mm@lists.example', 'MEMORY MANAGEMENT'],
    ['netdev', 'NETWORKING [GENERAL]'],
    ['net', 'NETWORKING [GENERAL]'],
    ['networking', 'NETWORKING [GENERAL]'],
    ['drivers/net', 'NETWORKING DRIVERS'],
    ['./drivers/net/', 'NETWORKING DRIVERS'],
    ['tcp', 'NETWORKING [TCP]'],
    ['hwmon', 'HARDWARE MONITORING'],
    ['kvm', 'KERNEL VIRTUAL MACHINE (KVM)'],
    ['riscv', 'RISC-V ARCHITECTURE'],
    ['pm', 'POWER MANAGEMENT CORE'],
    ['made', 'MADE FILE SYSTEM'],
    ['the rest', 'THE REST'],
  ] as const) {
    assert.equal(chosen(name), title, name);
  }
});

test('what was chosen says why, and names the others', () => {
  const found = chooseSections('netdev', sections);
  assert.ok(found.kind === 'chosen');
  assert.equal(found.because, 'Its list is netdev@vger.example.');
  assert.deepEqual(
    found.others.map(({ title }) => title),
    ['NETWORKING DRIVERS', 'NETWORKING [TCP]'],
  );
  const mm = chooseSections('mm', sections);
  assert.equal(
    mm.kind === 'chosen' ? mm.because : '',
    'It owns mm/, and its list is linux-mm@lists.example, and MM are its title’s initials.',
  );
});

test('nothing fits: the nearest titles, by letters or by a shared word', () => {
  assert.equal(chosen('netwroking'), 'none: NETWORKING [GENERAL], NETWORKING DRIVERS, NETWORKING [TCP]');
  assert.equal(chosen('hwmom'), 'none: HARDWARE MONITORING, ATK0110 HWMON DRIVER');
  assert.equal(chosen('memory managment'), 'none: MEMORY MANAGEMENT');
  assert.equal(chosen('syzkaller'), 'none: ');
  assert.equal(chosen(''), 'none: ');
  assert.equal(chosen('  /  '), 'none: ');
  assert.equal(chosen('mm', []), 'none: ');
});

test('no name makes it throw, and every title is found by itself', () => {
  fc.assert(fc.property(fc.string(), (name) => typeof chosen(name) === 'string'));
  for (const { title } of sections) assert.equal(chosen(title), title);
});

/** As a kernel developer would mean them; read by hand against Linux 6.12. */
const MEANT: readonly (readonly [name: string, title: string])[] = [
  ['mm', 'MEMORY MANAGEMENT'],
  ['btrfs', 'BTRFS FILE SYSTEM'],
  ['bpf', 'BPF [GENERAL] (Safe Dynamic Programs and Tools)'],
  ['netdev', 'NETWORKING [GENERAL]'],
  ['net', 'NETWORKING [GENERAL]'],
  ['usb', 'USB SUBSYSTEM'],
  ['wireless', 'NETWORKING DRIVERS (WIRELESS)'],
  ['ext4', 'EXT4 FILE SYSTEM'],
  ['xfs', 'XFS FILESYSTEM'],
  ['nfs', 'NFS, SUNRPC, AND LOCKD CLIENTS'],
  ['nfsd', 'KERNEL NFSD, SUNRPC, AND LOCKD SERVERS'],
  ['kvm', 'KERNEL VIRTUAL MACHINE (KVM)'],
  ['x86', 'X86 ARCHITECTURE (32-BIT AND 64-BIT)'],
  ['arm64', 'ARM64 PORT (AARCH64 ARCHITECTURE)'],
  ['riscv', 'RISC-V ARCHITECTURE'],
  ['powerpc', 'LINUX FOR POWERPC (32-BIT AND 64-BIT)'],
  ['block', 'BLOCK LAYER'],
  ['scsi', 'SCSI SUBSYSTEM'],
  ['nvme', 'NVM EXPRESS DRIVER'],
  ['drm', 'DRM DRIVERS'],
  ['amdgpu', 'RADEON and AMDGPU DRM DRIVERS'],
  ['alsa', 'SOUND'],
  ['asoc', 'SOUND - SOC LAYER / DYNAMIC AUDIO POWER MANAGEMENT (ASoC)'],
  ['media', 'MEDIA INPUT INFRASTRUCTURE (V4L/DVB)'],
  ['iio', 'IIO SUBSYSTEM AND DRIVERS'],
  ['hwmon', 'HARDWARE MONITORING'],
  ['i2c', 'I2C SUBSYSTEM'],
  ['pci', 'PCI SUBSYSTEM'],
  ['crypto', 'CRYPTO API'],
  ['selinux', 'SELINUX SECURITY MODULE'],
  ['rust', 'RUST'],
  ['sched', 'SCHEDULER'],
  ['rcu', 'READ-COPY UPDATE (RCU)'],
  ['ftrace', 'FUNCTION HOOKS (FTRACE)'],
  ['perf', 'PERFORMANCE EVENTS SUBSYSTEM'],
  ['docs', 'DOCUMENTATION'],
  ['devicetree', 'OPEN FIRMWARE AND FLATTENED DEVICE TREE BINDINGS'],
  ['staging', 'STAGING SUBSYSTEM'],
  ['kunit', 'KERNEL UNIT TESTING FRAMEWORK (KUnit)'],
  ['kselftest', 'KERNEL SELFTEST FRAMEWORK'],
  ['damon', 'DATA ACCESS MONITOR'],
  ['cgroups', 'CONTROL GROUP (CGROUP)'],
  ['bluetooth', 'BLUETOOTH SUBSYSTEM'],
  ['mptcp', 'NETWORKING [MPTCP]'],
  ['pm', 'POWER MANAGEMENT CORE'],
  ['cpufreq', 'CPU FREQUENCY SCALING FRAMEWORK'],
  ['hid', 'HID CORE LAYER'],
  ['mtd', 'MEMORY TECHNOLOGY DEVICES (MTD)'],
  ['dmaengine', 'DMA GENERIC OFFLOAD ENGINE SUBSYSTEM'],
  ['fsdevel', 'FILESYSTEMS (VFS and infrastructure)'],
  ['hyperv', 'Hyper-V/Azure CORE AND DRIVERS'],
  ['rdma', 'INFINIBAND SUBSYSTEM'],
  ['ubi', 'UNSORTED BLOCK IMAGES (UBI)'],
  ['drivers/net', 'NETWORKING DRIVERS'],
  ['tools/perf', 'PERFORMANCE EVENTS SUBSYSTEM'],
  ['linux-mm@kvack.org', 'MEMORY MANAGEMENT'],
];

test('names that people type, on the kernel tree', (t) => {
  const tree = kernelTree();
  if (tree === undefined) return t.skip(noKernelTree);
  const real = parseMaintainers(readFileSync(join(tree, 'MAINTAINERS'), 'latin1')).sections;
  const titles = new Set(real.map(({ title }) => title));
  // Another version may not have the section, or call it otherwise.
  const known = MEANT.filter(([, title]) => titles.has(title));
  const missed = known.filter(([name, title]) => chosen(name, real) !== title);
  t.diagnostic(`${known.length - missed.length} of ${known.length} names came out as they are meant`);
  assert.deepEqual(
    missed.map(([name]) => `${name}: ${chosen(name, real)}`),
    [],
  );
  assert.ok(known.length > MEANT.length * 0.8);
});
