import type { Topic } from './interestTopics.ts';

/** What people have on their desk, and by what names a tree knows it. A make (`ThinkPad`, `Dell`) needs no line here. */
export const hardwareTopics: readonly Topic[] = [
  {
    topic: 'Raspberry Pi',
    says: /raspberry|\brpi\b|\bpi ?(?:zero|[1-5])\b/,
    titles: /\bBCM2(?:7XX|71[12]|83[5-7X])|RASPBERRY|\bVC4\b/,
    folders: [
      'drivers/staging/vc04_services/',
      'drivers/gpu/drm/vc4/',
      'arch/arm/mach-bcm283x/',
      'board/raspberrypi/',
      'sound/soc/bcm/bcm2835',
    ],
  },
  {
    topic: 'an x86 machine',
    says: /\bx86|\bpc\b|laptop|notebook|desktop|\bamd64\b|intel|\bamd\b/,
    titles: /\bX86\b(?! PLATFORM DRIVERS)|^ACPI$|HD-?AUDIO/,
    folders: ['arch/x86/', 'drivers/acpi/', 'sound/pci/hda/', 'sound/hda/'],
  },
  {
    topic: 'BeagleBone',
    says: /beagle|am335/,
    titles: /\bOMAP|\bAM33|TEXAS INSTRUMENTS|ARM TI\b/,
    folders: ['arch/arm/mach-omap2/', 'board/ti/', 'board/beagle/'],
  },
  {
    topic: 'Rockchip',
    says: /rockchip|\brk3|rock ?(?:pi|[345])|pine(?:book|64)|radxa/,
    titles: /ROCKCHIP|ROCKUSB/,
    folders: ['arch/arm/mach-rockchip/', 'drivers/soc/rockchip/'],
  },
  {
    topic: 'Allwinner',
    says: /allwinner|sunxi|orange ?pi|banana ?pi|pinephone|cubie/,
    titles: /ALLWINNER|SUNXI/,
    folders: ['arch/arm/mach-sunxi/', 'drivers/soc/sunxi/'],
  },
  {
    topic: 'NVIDIA Jetson',
    says: /jetson|tegra/,
    titles: /TEGRA/,
    folders: ['arch/arm/mach-tegra/', 'drivers/soc/tegra/'],
  },
  {
    topic: 'a RISC-V board',
    says: /risc-?v|visionfive|starfive|milk-?v/,
    titles: /RISC-?V|STARFIVE|SIFIVE|SOPHGO|\bTH1520\b/,
    folders: ['arch/riscv/'],
  },
  {
    topic: 'an i.MX board',
    says: /\bi\.?mx\d?/,
    titles: /\bI?MX[0-9X]?\b|FREESCALE IMX/,
    folders: ['arch/arm/mach-imx/'],
  },
  {
    topic: 'an STM32 board',
    says: /stm32/,
    titles: /STM32/,
    folders: ['arch/arm/mach-stm32/', 'arch/arm/mach-stm32mp/'],
  },
  {
    topic: 'a Mac with Apple’s processor',
    says: /apple silicon|\bm[1234] mac|mac ?book/,
    titles: /APPLE.*(?:SOC|M1)|ARM\/APPLE/,
    folders: ['drivers/soc/apple/'],
  },
  { topic: 'a webcam', says: /webcam|camera/, titles: /\bUVC\b|USB VIDEO/, folders: ['drivers/media/usb/uvc/'] },
  {
    topic: 'a USB stick',
    says: /usb (?:sticks?|drives?|disks?)/,
    titles: /USB MASS STORAGE|USB ATTACHED SCSI/,
    folders: ['drivers/usb/storage/'],
  },
];
