import type { Verdict } from '../verdict.ts';
import type { Project } from './testSuites.ts';

/** Whether code at a path can be tested in a plain QEMU guest, or, U-Boot’s, in sandbox. */
export interface GuestRule {
  /** Held against the path; what it matches is the place that is named. */
  readonly at: RegExp;
  readonly verdict: Verdict;
  /** `needs no device`, to stand behind the place; empty where `fails` says it all. */
  readonly because: string;
}

/** One rule of names below a folder, `name` or `name/`. */
const below = (folder: string, names: string, because: string): GuestRule => ({
  at: new RegExp(`^${folder}/(?:${names.trim().split(/\s+/).join('|')})(?:/|[-_.](?=[^/]*$))`),
  verdict: 'holds',
  because,
});

const NO_DEVICE = 'needs no device';
const SOFTWARE = 'a device made of software';
const EMULATED = 'QEMU emulates such a device';
const TOOLS = 'runs on the machine itself';
const SANDBOX = 'sandbox runs it';

/** Architectures that QEMU has a machine for, by the name of its program. */
const MACHINES: Readonly<Record<string, string>> = {
  alpha: 'alpha',
  arm: 'arm',
  arm64: 'aarch64',
  loongarch: 'loongarch64',
  m68k: 'm68k',
  microblaze: 'microblaze',
  mips: 'mips',
  openrisc: 'or1k',
  parisc: 'hppa',
  powerpc: 'ppc64',
  riscv: 'riscv64',
  s390: 's390x',
  sh: 'sh4',
  sparc: 'sparc64',
  xtensa: 'xtensa',
};

const machineRules: readonly GuestRule[] = Object.entries(MACHINES).map(([arch, machine]) => ({
  at: new RegExp(`^arch/${arch}/`),
  verdict: 'unknown',
  because: `another machine: qemu-system-${machine} and a cross compiler would tell`,
}));

/** The first that fits decides. Of drivers/ and sound/, what no rule names drives a device that a plain guest lacks. */
const LINUX: readonly GuestRule[] = [
  { at: /^tools\/testing\/selftests\/(?:[^/]+\/)?/, verdict: 'holds', because: 'runs in the guest' },
  { at: /^(?:tools|scripts|usr)\/(?:[^/]+\/)?/, verdict: 'holds', because: TOOLS },
  { at: /^arch\/um\//, verdict: 'holds', because: TOOLS },
  {
    at: /^(?:mm|fs|kernel|lib|net|ipc|block|crypto|security|virt|init|io_uring|rust|samples|certs|arch\/x86)\/(?:[^/]+\/)?/,
    verdict: 'holds',
    because: NO_DEVICE,
  },
  ...machineRules,
  { at: /^arch\/[^/]+\//, verdict: 'unknown', because: 'another machine, which QEMU may not have' },
  { at: /^drivers\/pci\/(?:controller|endpoint|switch)\//, verdict: 'fails', because: '' },
  below(
    'drivers',
    'base acpi pci android dax dma-buf connector of pnp cdrom md nvdimm nvme thermal/testing',
    NO_DEVICE,
  ),
  below('drivers', 'virtio vhost vdpa target rpmsg/virtio ptp/ptp_mock uio', SOFTWARE),
  below('drivers/accel', 'drm_accel', SOFTWARE),
  below('drivers/accessibility', 'speakup', SOFTWARE),
  below('drivers/ata', 'libata ahci libahci ata_piix ata_generic pata_legacy pata_acpi', EMULATED),
  below('drivers/block', 'brd loop nbd null_blk zram rnbd rnull ublk_drv virtio_blk drbd floppy aoe', SOFTWARE),
  below('drivers/bluetooth', 'hci_vhci virtio_bt', SOFTWARE),
  below(
    'drivers/char',
    'random mem misc ttyprintk virtio_console hpet hw_random/core hw_random/virtio ipmi tpm',
    EMULATED,
  ),
  below('drivers/comedi', 'comedi_fops comedi_buf range drivers/comedi_test drivers\\.c kcomedilib', SOFTWARE),
  below('drivers/cpuidle', 'governors cpuidle-haltpoll', NO_DEVICE),
  below('drivers/crypto', 'virtio', SOFTWARE),
  below('drivers/cxl', 'core acpi mem pci port pmem', EMULATED),
  below('drivers/firewire', 'core .*-test', NO_DEVICE),
  below('drivers/firmware', 'dmi efi qemu_fw_cfg sysfb', EMULATED),
  below('drivers/gpio', 'gpiolib gpio-sim gpio-aggregator gpio-mockup gpio-virtio gpio-virtuser', SOFTWARE),
  { at: /^drivers\/gpu\/drm\/drm_(?=[^/]*$)/, verdict: 'holds', because: 'vkms and virtio use it' },
  below('drivers/gpu/drm', 'vkms vgem virtio display scheduler ttm clients lib tests', SOFTWARE),
  below('drivers/gpu/drm', 'qxl vmwgfx tiny/bochs tiny/cirrus tiny/simpledrm', EMULATED),
  {
    at: /^drivers\/hid\/(?!amd-sfh-hid|i2c-hid|intel-|surface-hid)(?:[^/]+\/)?/,
    verdict: 'holds',
    because: 'uhid can play the device',
  },
  { at: /^drivers\/hwmon\/(?:[^/]+\/)?/, verdict: 'unknown', because: 'i2c-stub can play some of its chips' },
  below('drivers/i2c', 'i2c-core i2c-stub i2c-dev i2c-smbus i2c-boardinfo busses/i2c-i801 busses/i2c-piix4', EMULATED),
  below('drivers/iio', 'dummy industrialio trigger buffer', SOFTWARE),
  below('drivers/infiniband', 'core sw ulp', SOFTWARE),
  below(
    'drivers/input',
    'evdev input ff-core ff-memless mousedev joydev misc/uinput serio/i8042 serio/serio',
    EMULATED,
  ),
  below('drivers/input', 'keyboard/atkbd mouse/psmouse tests', EMULATED),
  below('drivers/iommu', 'iommu iova io-pgtable intel amd virtio-iommu iommufd', EMULATED),
  below('drivers/leds', 'led-class led-core led-triggers trigger uleds', SOFTWARE),
  below(
    'drivers/media',
    'test-drivers v4l2-core mc dvb-core common/videobuf2 cec/core rc/rc-main rc/rc-loopback',
    SOFTWARE,
  ),
  below('drivers/message', 'fusion', EMULATED),
  below('drivers/misc', 'lkdtm pvpanic kgdbts ntsync pci_endpoint_test dummy-irq', SOFTWARE),
  below('drivers/mmc', 'core host/sdhci host/sdhci-pci', EMULATED),
  below('drivers/mtd', 'mtdcore mtdchar mtdpart mtdblock mtd_blkdevs mtdconcat ubi tests nand/raw/nandsim', SOFTWARE),
  below('drivers/mtd', 'nand/raw/nand_base nand/raw/nand_bbt devices/block2mtd devices/mtdram devices/phram', SOFTWARE),
  below('drivers/net', 'amt bareudp bonding dummy geneve gtp ifb ipvlan loopback macsec macvlan macvtap', SOFTWARE),
  below('drivers/net', 'net_failover netconsole netdevsim netkit nlmon pfcp ppp slip tap team tun ovpn', SOFTWARE),
  below(
    'drivers/net',
    'veth virtio_net vrf vsockmon vxlan wireguard mdio phy/phy phy/fixed_phy wireless/virtual',
    SOFTWARE,
  ),
  below('drivers/net', 'can/vcan can/vxcan can/dev can/slcan ieee802154/fakelb ieee802154/mac802154_hwsim', SOFTWARE),
  below(
    'drivers/net',
    'vmxnet3 ethernet/intel/e1000 ethernet/intel/e1000e ethernet/intel/e100 usb/cdc_ether',
    EMULATED,
  ),
  below('drivers/net', 'ethernet/intel/igb ethernet/intel/igbvf ethernet/8390/ne2k-pci ethernet/amd/pcnet32', EMULATED),
  below('drivers/net', 'ethernet/realtek/8139cp ethernet/realtek/8139too ethernet/dec/tulip usb/usbnet', EMULATED),
  below('drivers/nfc', 'virtual_ncidev nfcsim', SOFTWARE),
  below('drivers/rtc', 'class interface dev proc sysfs lib rtc-cmos rtc-test', EMULATED),
  below(
    'drivers/scsi',
    'scsi scsi_lib scsi_debug scsi_error hosts sd sr sg st ses constants libiscsi iscsi_tcp',
    SOFTWARE,
  ),
  below('drivers/scsi', 'virtio_scsi vmw_pvscsi sym53c8xx_2 megaraid/megaraid_sas am53c974 esp_scsi', EMULATED),
  below('drivers/tty', 'n_tty n_null n_hdlc n_gsm pty tty_io tty sysrq vt ttynull hvc/hvc_console', NO_DEVICE),
  below('drivers/tty', 'serial/8250/8250 serial/serial serial/8250/8250_pci serdev/core', EMULATED),
  below('drivers/usb', 'common core mon usbip class storage serial/usb-serial', EMULATED),
  below('drivers/usb', 'host/xhci host/ehci host/ohci host/uhci gadget/udc/dummy_hcd gadget/function', EMULATED),
  below('drivers/usb', 'gadget/legacy gadget/composite gadget/configfs gadget/udc/core', SOFTWARE),
  below('drivers/vfio', 'vfio vfio_main vfio_iommu pci/vfio_pci group container', EMULATED),
  below('drivers/video', 'console fbdev/core fbdev/vesafb fbdev/vfb fbdev/efifb', EMULATED),
  below(
    'drivers/watchdog',
    'i6300esb ib700wdt softdog watchdog_core watchdog_dev watchdog_pretimeout iTCO_wdt',
    EMULATED,
  ),
  { at: /^drivers\/xen\/|^drivers\/[^/]+\/xen-/, verdict: 'unknown', because: 'needs Xen around the guest' },
  { at: /^drivers\/hv\/|\/hyperv\//, verdict: 'fails', because: 'needs Hyper-V around the guest' },
  below('sound', 'core drivers hda/hdac hda/ext synth usb virtio pci/hda pci/ac97 pci/intel8x0 pci/ens1370', EMULATED),
  { at: /(?:^|\/)tests?\/|[-_]kunit\.c$|[-_]test\.c$/, verdict: 'holds', because: 'tests that need no device' },
  {
    at: /^(?:drivers|sound)\/[^/]+\/(?:[^/]+\/)?/,
    verdict: 'fails',
    because: '',
  },
];

const U_BOOT: readonly GuestRule[] = [
  { at: /^(?:tools|scripts)\//, verdict: 'holds', because: TOOLS },
  {
    at: /^(?:api|boot|cmd|common|disk|dts|env|fs|lib|net|test|examples|arch\/sandbox|board\/sandbox)\//,
    verdict: 'holds',
    because: SANDBOX,
  },
  { at: /^board\/emulation\//, verdict: 'holds', because: 'a board that QEMU emulates' },
  below('drivers', 'core bootcount demo fuzz sandbox virtio usb/emul', SANDBOX),
  below('drivers', 'nvme ata/ahci scsi/scsi net/e1000 pci/pci pci/pcie_ecam_generic usb/host/xhci', EMULATED),
  { at: /^drivers\/(?:[^/]+\/)+[^/]*(?:sandbox|uclass|emul)[^/]*$/, verdict: 'holds', because: SANDBOX },
  {
    at: /^arch\/[^/]+\//,
    verdict: 'unknown',
    because: 'another machine: a qemu_*_defconfig and a cross compiler would tell',
  },
  { at: /^board\/[^/]+\//, verdict: 'fails', because: 'needs the board' },
  { at: /^drivers\/[^/]+\//, verdict: 'fails', because: '' },
];

export const guestRules: Readonly<Record<Project, readonly GuestRule[]>> = { Linux: LINUX, 'U-Boot': U_BOOT };
