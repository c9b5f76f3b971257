import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { kernelTree, noKernelTree } from '../../../test/world/kernelTree.ts';
import { inQemu } from './inQemu.ts';
import type { Project } from './testSuites.ts';

const files = (...paths: string[]) => paths.map((path) => ({ path, lines: 100 }));
const verdicts = (project: Project, rows: readonly (readonly [string, string])[]): void => {
  for (const [path, verdict] of rows) assert.equal(inQemu(files(path), project).verdict, verdict, path);
};

test('one file of Linux', () => {
  verdicts('Linux', [
    ['mm/slub.c', 'holds'],
    ['fs/btrfs/inode.c', 'holds'],
    ['net/core/dev.c', 'holds'],
    ['rust/kernel/lib.rs', 'holds'],
    ['arch/x86/kvm/mmu/mmu.c', 'holds'],
    ['arch/um/kernel/um_arch.c', 'holds'],
    ['tools/testing/selftests/mm/run_vmtests.sh', 'holds'],
    ['drivers/md/dm-crypt.c', 'holds'],
    ['drivers/block/zram/zram_drv.c', 'holds'],
    ['drivers/block/loop.c', 'holds'],
    ['drivers/net/veth.c', 'holds'],
    ['drivers/net/netdevsim/bpf.c', 'holds'],
    ['drivers/net/tun_vnet.h', 'holds'],
    ['drivers/net/ethernet/intel/e1000/e1000_main.c', 'holds'],
    ['drivers/nvme/host/core.c', 'holds'],
    ['drivers/scsi/scsi_debug.c', 'holds'],
    ['drivers/gpu/drm/vkms/vkms_drv.c', 'holds'],
    ['drivers/gpu/drm/drm_gem.c', 'holds'],
    ['drivers/clk/clk_test.c', 'holds'],
    ['drivers/iio/test/iio-test-rescale.c', 'holds'],
    ['drivers/hid/hid-logitech-hidpp.c', 'holds'],
    ['drivers/net/ethernet/intel/ice/ice_main.c', 'fails'],
    ['drivers/net/tungsten.c', 'fails'],
    ['drivers/gpu/drm/i915/i915_gem.c', 'fails'],
    ['drivers/pci/controller/pci-tegra.c', 'fails'],
    ['drivers/hid/intel-ish-hid/ishtp/bus.c', 'fails'],
    ['drivers/scsi/scsi_transport_spi.c', 'holds'],
    ['drivers/scsi/lpfc/lpfc_init.c', 'fails'],
    ['drivers/hv/vmbus_drv.c', 'fails'],
    ['sound/soc/codecs/rt5640.c', 'fails'],
    ['sound/core/pcm.c', 'holds'],
    ['drivers/hwmon/lm75.c', 'unknown'],
    ['drivers/xen/balloon.c', 'unknown'],
    ['arch/riscv/mm/init.c', 'unknown'],
    ['arch/csky/mm/init.c', 'unknown'],
    ['Documentation/mm/slub.rst', 'holds'],
    ['include/linux/slab.h', 'holds'],
  ]);
});

test('one file of U-Boot', () => {
  verdicts('U-Boot', [
    ['cmd/mem.c', 'holds'],
    ['test/dm/acpi.c', 'holds'],
    ['test/py/tests/test_fit.py', 'holds'],
    ['drivers/core/device.c', 'holds'],
    ['drivers/gpio/sandbox.c', 'holds'],
    ['drivers/gpio/gpio-uclass.c', 'holds'],
    ['board/emulation/qemu-arm/qemu-arm.c', 'holds'],
    ['board/xilinx/zynq/board.c', 'fails'],
    ['drivers/net/fec_mxc.c', 'fails'],
    ['arch/arm/cpu/armv8/start.S', 'unknown'],
  ]);
});

test('more than half of the code decides, and the rest is said', () => {
  const net = inQemu(
    files('drivers/net/a.c', 'drivers/net/b.c', 'drivers/net/ethernet/c/d.c', 'drivers/net/veth.c'),
    'Linux',
  );
  assert.deepEqual(net, {
    verdict: 'fails',
    seen: '75 % of its code needs a device: drivers/net/, drivers/net/ethernet/; 25 % of its code can be tested in a plain guest: drivers/net/veth.c (a device made of software).',
    share: 0.25,
  });
  assert.deepEqual(inQemu(files('mm/slub.c', 'mm/Kconfig', 'arch/arm64/mm/a.c', 'mm/damon/core.c'), 'Linux'), {
    verdict: 'holds',
    seen: '67 % of its code can be tested in a plain guest: mm/, mm/damon/ (needs no device).',
    share: 2 / 3,
    place: 'mm/',
  });
  assert.deepEqual(inQemu(files('arch/arm64/mm/a.c', 'drivers/net/a.c'), 'Linux'), {
    verdict: 'unknown',
    seen: 'For 50 % of its code nobody can tell without trying: arch/arm64/ (another machine: qemu-system-aarch64 and a cross compiler would tell); 50 % of its code needs a device: drivers/net/.',
    share: 0,
  });
  assert.deepEqual(
    inQemu(files('mm/slub.c'), 'Linux').seen,
    'All of its code can be tested in a plain guest: mm/ (needs no device).',
  );
});

test('no code, and no files', () => {
  assert.match(
    inQemu(files('Documentation/mm/slub.rst', 'include/linux/a.h'), 'Linux').seen,
    /^It has no code of its own/,
  );
  assert.deepEqual(inQemu([], 'Linux'), { verdict: 'unknown', seen: 'It has no files in this tree.', share: 0 });
});

test('what the rules name as software or emulated is there in the kernel tree', (t) => {
  const tree = kernelTree();
  if (tree === undefined) return t.skip(noKernelTree);
  for (const path of [
    'drivers/net/netdevsim',
    'drivers/gpu/drm/vkms',
    'drivers/scsi/scsi_debug.c',
    'drivers/md/dm.c',
  ]) {
    assert.ok(existsSync(join(tree, path)), path);
  }
});
