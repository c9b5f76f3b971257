import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { guessPrefix } from './guessPrefix.ts';
import { type FormerSubjects, subjectPrefix } from './subjectPrefix.ts';

const words = (path: string, former?: FormerSubjects): string => {
  const found = subjectPrefix(path, former);
  return found.kind === 'used'
    ? `${found.prefix}(${found.used} of ${found.of}, ${found.where})`
    : `${found.prefix}(guess)`;
};

const table: readonly { name: string; path: string; file?: string[]; folder?: string[]; expected: string }[] = [
  {
    name: 'the prefix that all use',
    path: 'drivers/gpu/drm/gud/gud_pipe.c',
    file: ['drm/gud: Fix a leak', 'drm/gud: Use size_t', 'drm/gud: Add a check: it was missing'],
    expected: 'drm/gud: (3 of 3, file)',
  },
  {
    name: 'the longest that half of them use',
    path: 'sound/soc/codecs/wm8994.c',
    file: ['ASoC: wm8994: Fix x', 'ASoC: codecs: Constify y', 'ASoC: wm8994: Add z', 'treewide: Update licenses'],
    expected: 'ASoC: wm8994: (2 of 3, file)',
  },
  {
    name: 'what begins fewer than half is too long',
    path: 'net/core/dev.c',
    file: ['net: add a', 'net: dev: fix b', 'net: rps: fix c', 'net: gro: fix d'],
    expected: 'net: (4 of 4, file)',
  },
  {
    name: 'the newest spelling',
    path: 'fs/btrfs/volumes.c',
    file: ['btrfs: fix a', 'Btrfs: fix b', 'Btrfs: fix c'],
    expected: 'btrfs: (3 of 3, file)',
  },
  {
    name: 'two words, and a function that is no prefix',
    path: 'tools/perf/util/a.c',
    file: ['perf tools: Fix a', 'perf tools: m_can_probe(): fix b', 'perf tools: Fix c'],
    expected: 'perf tools: (3 of 3, file)',
  },
  {
    name: 'a file with little history asks its folder',
    path: 'drivers/scsi/lpfc/lpfc_mem.c',
    file: ['scsi: Fix typos'],
    folder: ['scsi: lpfc: Fix a', 'scsi: lpfc: Fix b', 'scsi: lpfc: Fix c'],
    expected: 'scsi: lpfc: (3 of 3, folder)',
  },
  {
    name: 'a file with little history in a new folder: only what the path speaks of',
    path: 'drivers/scsi/lpfc/lpfc_mem.c',
    file: ['scsi: lpfc: oops: fix it'],
    expected: 'scsi: lpfc: (1 of 1, file)',
  },
  {
    name: 'subjects without a prefix say nothing',
    path: 'mm/vmalloc.c',
    file: ['Merge tag x', 'Revert "mm: y"', 'treewide: z', 'Linux 6.12'],
    expected: 'mm/vmalloc: (guess)',
  },
  {
    name: 'no agreement is no prefix',
    path: 'mm/vmalloc.c',
    file: ['a: x', 'b: x', 'c: x'],
    expected: 'mm/vmalloc: (guess)',
  },
];
for (const { name, path, file, folder, expected } of table) {
  test(name, () => assert.equal(words(path, { ...(file && { file }), ...(folder && { folder }) }), expected));
}

const guesses: Readonly<Record<string, string>> = {
  'fs/btrfs': 'btrfs: ',
  'fs/btrfs/volumes.c': 'btrfs: ',
  'fs/namei.c': 'fs/namei: ',
  'drivers/gpu/drm/gud': 'drm/gud: ',
  'drivers/gpu/drm/gud/gud_pipe.c': 'drm/gud: ',
  'drivers/gpu/drm/amd/amdgpu/amdgpu_cs.c': 'drm/amdgpu: ',
  'drivers/gpu/drm/amd/display/dc/core/dc.c': 'drm/amd/display: ',
  'drivers/gpu/drm/drm_edid.c': 'drm/edid: ',
  'mm/vmalloc.c': 'mm/vmalloc: ',
  'sound/soc/codecs': 'ASoC: ',
  'sound/soc/codecs/wm8994.c': 'ASoC: wm8994: ',
  'sound/pci/emu10k1/emufx.c': 'ALSA: emu10k1: ',
  'net/core': 'net: ',
  'net/core/dev.c': 'net: ',
  'net/sched/em_text.c': 'net/sched: ',
  'drivers/net/ethernet/intel/ice': 'ice: ',
  'drivers/net/ethernet/intel/ice/ice_main.c': 'ice: ',
  'drivers/net/ethernet/mellanox/mlx5/core/en.c': 'net/mlx5: ',
  'drivers/net/wireless/ath/ath12k/core.c': 'wifi: ath12k: ',
  'drivers/net/veth.c': 'veth: ',
  'drivers/media/i2c': 'media: ',
  'drivers/media/i2c/ov5640.c': 'media: ov5640: ',
  'drivers/media/platform/qcom/venus/core.c': 'media: venus: ',
  'arch/x86/kvm': 'KVM: x86: ',
  'arch/x86/kvm/x86.c': 'KVM: x86: ',
  'arch/x86/kvm/vmx/nested.c': 'KVM: VMX: ',
  'arch/x86/mm/init.c': 'x86/mm: ',
  'arch/x86/kernel/setup.c': 'x86/setup: ',
  'arch/x86/kernel/cpu/mce/core.c': 'x86/cpu: ',
  'drivers/scsi/lpfc': 'scsi: lpfc: ',
  'drivers/scsi/hpsa.c': 'scsi: hpsa: ',
  'drivers/staging/rtl8723bs/core/rtw_mlme.c': 'staging: rtl8723bs: ',
  'drivers/staging/media/imx': 'staging: media: imx: ',
  'drivers/gpio/gpio-pca953x.c': 'gpio: pca953x: ',
  'drivers/i2c/busses/i2c-imx.c': 'i2c: imx: ',
  'drivers/usb/gadget/function/f_ncm.c': 'usb: gadget: f_ncm: ',
  'kernel/sched/topology.c': 'sched: ',
  'kernel/fork.c': 'fork: ',
  'drivers/firewire/core-cdev.c': 'firewire: ',
  './drivers/firewire/': 'firewire: ',
};
test('without history the path gives a guess', () => {
  for (const [path, prefix] of Object.entries(guesses)) assert.equal(guessPrefix(path).prefix, prefix, path);
});

test('a path without a folder gives none', () => {
  assert.equal(guessPrefix('').prefix, '');
  assert.equal(guessPrefix('Makefile').prefix, 'Makefile: ');
  assert.equal(guessPrefix('README.md').prefix, '');
});

test('whatever the history says, a prefix ends as one, and the counts are true', () => {
  const part = fc.constantFrom('net', 'mm', 'ASoC', 'fix it', ': ', ': ', 'a()', ' ', '');
  const subject = fc.oneof(
    fc.array(part).map((parts) => parts.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(subject), fc.array(subject), fc.string(), (file, folder, path) => {
      const found = subjectPrefix(path, { file, folder });
      assert.ok(found.prefix === '' || found.prefix.endsWith(': '));
      if (found.kind === 'guess') return;
      const asked = found.where === 'file' ? file : folder;
      const own = asked.filter((one) => one.toLowerCase().startsWith(found.prefix.toLowerCase()));
      assert.ok(found.used <= own.length && found.used <= found.of && found.of <= asked.length);
    }),
  );
});
