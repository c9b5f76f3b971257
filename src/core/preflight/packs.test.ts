import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Owned } from './facts.ts';
import { packsOf } from './packs.ts';

const packsFor = (path: string, owned: Partial<Owned> = {}) =>
  [
    ...packsOf({
      paths: [path],
      sections: () => [{ title: '', profiles: [], trees: [], lists: [], ...owned }],
      isInTree: (file) => file.startsWith('Documentation/'),
    }),
  ].sort();

test('a path is known by where it lies', () => {
  assert.deepEqual(packsFor('net/ipv4/tcp.c'), ['netdev']);
  assert.deepEqual(packsFor('arch/x86/kvm/vmx/vmx.c'), ['kvm-x86', 'tip-style']);
  assert.deepEqual(packsFor('kernel/sched/fair.c'), ['tip', 'tip-style']);
  assert.deepEqual(packsFor('mm/slub.c'), []);
});

test('what goes another way is left out', () => {
  for (const path of ['drivers/net/wireless/x.c', 'drivers/net/can/x.c', 'net/netfilter/x.c']) {
    assert.deepEqual(packsFor(path), [], path);
  }
  assert.deepEqual(packsFor('drivers/net/x.c', { title: 'NETWORKING DRIVERS (WIRELESS)' }), []);
});

test('a path is known by its section, its tree and its profile too', () => {
  assert.deepEqual(packsFor('include/linux/skbuff.h', { title: 'NETWORKING [GENERAL]' }), ['netdev']);
  const tree = 'git git://git.kernel.org/pub/scm/linux/kernel/git/tip/tip.git irq/core';
  assert.deepEqual(packsFor('drivers/irqchip/x.c', { trees: [tree] }), ['tip', 'tip-style']);
  assert.deepEqual(packsFor('lib/x.c', { profiles: ['Documentation/mm/damon/maintainer-profile.rst'] }), ['damon']);
});

test('a tree without the document has no such pack, U-Boot has its own', () => {
  const found = packsOf({ paths: ['net/x.c'], sections: () => [], isInTree: (file) => file.startsWith('doc/') });
  assert.deepEqual([...found], ['u-boot']);
});
