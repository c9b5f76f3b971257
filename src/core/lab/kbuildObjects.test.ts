import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kbuildObjects } from './kbuildObjects.ts';

// A kernel tree as small as it can be, with each way to be built or not.
const files: Readonly<Record<string, string>> = {
  Makefile: `
ifeq ($(abs_objtree),$(CURDIR))
else
need-sub-make := 1
endif
ifeq ($(need-sub-make),1)
else
core-y :=
libs-y := lib/
include $(srctree)/arch/$(SRCARCH)/Makefile
ifeq ($(KBUILD_EXTMOD),)
export ARCH_CORE := $(core-y)
export ARCH_LIB := $(filter %/, $(libs-y))
export ARCH_DRIVERS := $(drivers-y) $(drivers-m)
endif
endif`,
  Kbuild:
    'obj-y += mm/ arch/$(SRCARCH)/ $(ARCH_LIB)\nobj-y += drivers/\nobj-$(CONFIG_NET) += net/\nobj-y += $(ARCH_DRIVERS)\n',
  'arch/x86/Makefile': 'drivers-$(CONFIG_PCI) += arch/x86/pci/\n',
  'arch/x86/Kbuild': 'obj-y += kernel/\n',
  'arch/x86/kernel/Makefile': 'extra-y += head_$(BITS).o\nobj-y += setup.o\nobj-$(CONFIG_KVM) += ../../../virt/kvm.o\n',
  'arch/x86/pci/Makefile': 'obj-y += common.o\n',
  'arch/arm/Kbuild': 'obj-y += kernel/\n',
  'lib/Makefile': 'lib-y += sort.o\nobj-$(CONFIG_TEST) += test.o\n',
  'mm/Makefile': 'obj-y += vmalloc.o huge/deep.o\nobj-$(CONFIG_SWAP) += swap.o\nobj-y += debug/\nhostprogs := gen\n',
  'mm/debug/Makefile': 'subdir-y += stub\nobj-$(CONFIG_A)$(CONFIG_B) += pair.o\n',
  'mm/debug/stub/Makefile': 'lib-y += stub.o\n',
  'drivers/Makefile': 'obj-$(CONFIG_FOO) += foo/\nobj-$(CONFIG_BAR) += bar/\n',
  'drivers/foo/Makefile': `
obj-$(CONFIG_FOO) += foo.o
foo-y := main.o sub/part.o
foo-$(CONFIG_FOO_DEBUG) += debug.o
obj-$(CONFIG_OTHER) += other.o
other-objs := one.o two.o
many-y := $(patsubst $(src)/%.c,%.o,$(wildcard $(src)/many*.c))
`,
  'drivers/bar/Makefile': 'obj-y += bar.o\n',
  'net/Makefile': 'obj-y += socket.o\nifdef CONFIG_INET\nobj-y += inet.o\nendif\n',
};

const config = new Map(
  Object.entries({
    CONFIG_64BIT: 'y',
    CONFIG_FOO: 'm',
    CONFIG_NET: 'y',
    CONFIG_PCI: 'y',
    CONFIG_KVM: 'm',
    CONFIG_B: 'y',
  }),
);

const { objects, stateOf } = kbuildObjects(config, 'x86', (path) => files[path]);

test('the objects that make goes to, composites by their parts', () => {
  assert.deepEqual([...objects].sort(), [
    'arch/x86/kernel/head_64.o',
    'arch/x86/kernel/setup.o',
    'arch/x86/pci/common.o',
    'drivers/foo/main.o',
    'drivers/foo/sub/part.o',
    'lib/sort.o',
    'mm/debug/pair.o',
    'mm/debug/stub/stub.o',
    'mm/huge/deep.o',
    'mm/vmalloc.o',
    'net/socket.o',
    'virt/kvm.o',
  ]);
});

const states: Readonly<Record<string, readonly [state: string, because: RegExp]>> = {
  'mm/vmalloc.c': ['built', /takes it/],
  'arch/x86/kernel/head_64.S': ['built', /takes it/],
  'virt/kvm.c': ['built', /takes it/],
  'mm/swap.c': ['not built', /^CONFIG_SWAP is not set$/],
  'lib/test.c': ['not built', /^CONFIG_TEST is not set$/],
  'drivers/foo/debug.c': ['not built', /^CONFIG_FOO_DEBUG is not set$/],
  'drivers/foo/one.c': ['not built', /^CONFIG_OTHER is not set$/],
  'drivers/foo/foo.c': ['unknown', /only make can say/],
  'drivers/bar/bar.c': ['not built', /^drivers\/bar\/ is left out: CONFIG_BAR is not set$/],
  'net/inet.c': ['not built', /^CONFIG_INET is not set$/],
  'arch/arm/kernel/setup.c': ['not built', /another architecture, arm/],
  'mm/included.c': ['not built', /no Kbuild file names included\.o/],
  'mm/gen.c': ['not built', /no Kbuild file names gen\.o/],
  'tools/perf.c': ['not built', /no Kbuild file names/],
  'include/linux/mm.h': ['unknown', /only \.c and \.S/],
};

for (const [path, [state, because]] of Object.entries(states)) {
  test(`${path}: ${state}`, () => {
    const found = stateOf(path);
    assert.deepEqual(found.state, state, found.because);
    assert.match(found.because, because);
  });
}
