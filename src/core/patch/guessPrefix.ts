/**
 * What a subject might begin with, told from the path alone (a file's or a folder's), by the habits of the subsystems.
 * A guess: the history says it, where there is one.
 */
export const guessPrefix = (path: string): { readonly prefix: string; readonly because: string } => {
  const clean = path.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
  for (const [place, prefix] of habits) {
    const match = place.exec(clean);
    if (match) return { prefix: filled(prefix, match), because: `Patches to ${match[0]} often begin so.` };
  }
  const folders = clean.split('/');
  if (/\.\w+$/.test(clean)) folders.pop();
  const last = folders.at(-1);
  if (last === undefined || last === '') return { prefix: '', because: 'The path names no folder.' };
  return { prefix: `${last}: `, because: 'It is the name of the folder.' };
};

/** `$1` is the first group, and so on, less the name of the part before: gpio/gpio-pca953x.c is `gpio: pca953x: `. */
const filled = (prefix: string, match: RegExpExecArray): string => {
  const parts: string[] = [];
  for (const part of prefix.split(': ')) {
    const name = part.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? '');
    const before = `${parts.at(-1)}-`;
    parts.push(name.startsWith(before) ? name.slice(before.length) : name);
  }
  return `${parts.join(': ')}: `;
};

/** The first that fits decides, so the nearer stands above. `(?=\/|$)` ends the name of a folder. */
const habits: readonly (readonly [RegExp, string])[] = [
  [/^arch\/x86\/kvm\/svm\b/, 'KVM: SVM'],
  [/^arch\/x86\/kvm\/vmx\b/, 'KVM: VMX'],
  [/^arch\/(\w+)\/kvm\b/, 'KVM: $1'],
  [/^virt\/kvm\b/, 'KVM'],
  [/^arch\/(x86|powerpc|s390)\/(?:kernel\/)?(\w+)(?=\/|$|\.c$)/, '$1/$2'],
  [/^arch\/arm\b/, 'ARM'],
  [/^arch\/mips\b/, 'MIPS'],
  [/^arch\/(\w+)/, '$1'],
  [/^drivers\/gpu\/drm\/amd\/(display|pm)\b/, 'drm/amd/$1'],
  [/^drivers\/gpu\/drm\/amd\/(\w+)/, 'drm/$1'],
  [/^drivers\/gpu\/drm\/([\w-]+)(?=\/|$)/, 'drm/$1'],
  [/^drivers\/gpu\/drm\/drm_(\w+)\.c$/, 'drm/$1'],
  [/^drivers\/gpu\/drm\b/, 'drm'],
  [/^drivers\/media\/(?:platform|usb|pci)\/(?:[\w-]+\/)*([\w-]+)\/[\w-]+\.c$/, 'media: $1'],
  [/^drivers\/media\/(?:i2c|tuners|dvb-frontends|rc|radio)\/([\w-]+)\.c$/, 'media: $1'],
  [/^drivers\/media\b/, 'media'],
  [/^drivers\/ufs\b/, 'scsi: ufs'],
  [/^drivers\/target\b/, 'scsi: target'],
  [/^drivers\/scsi\/([\w-]+)/, 'scsi: $1'],
  [/^drivers\/staging\/media\/([\w-]+)/, 'staging: media: $1'],
  [/^drivers\/staging\/([\w-]+)/, 'staging: $1'],
  [/^drivers\/infiniband\/(?:hw\/|ulp\/)?([\w-]+)/, 'RDMA/$1'],
  [/^drivers\/iio\/(\w+)\/([\w-]+)\.c$/, 'iio: $1: $2'],
  [/^drivers\/iio\/(\w+)/, 'iio: $1'],
  [/^drivers\/input\b/, 'Input'],
  [/^drivers\/hid\b/, 'HID'],
  [/^drivers\/acpi\b/, 'ACPI'],
  [/^drivers\/pci\b/, 'PCI'],
  [/^drivers\/platform\/(\w+)\/(?:\w+\/)?([\w-]+)\.c$/, 'platform/$1: $2'],
  [/^(?:drivers\/)?crypto\b/, 'crypto'],
  [/^drivers\/video\/fbdev\b/, 'fbdev'],
  [/^drivers\/net\/wireless\/[\w-]+\/([\w-]+)(?=\/|$)/, 'wifi: $1'],
  [/^drivers\/net\/wireless\b/, 'wifi'],
  [/^drivers\/net\/ethernet\/mellanox\/mlx5\b/, 'net/mlx5'],
  [/^drivers\/net\/ethernet\/[\w-]+\/([\w-]+)(?=\/|$)/, '$1'],
  [/^drivers\/net\/ethernet\/[\w-]+\/([\w-]+)\.c$/, 'net: $1'],
  [/^drivers\/net\/can\/(?:usb\/|spi\/)?([\w-]+)/, 'can: $1'],
  [/^drivers\/net\/(dsa|phy|usb)\/([\w-]+)/, 'net: $1: $2'],
  [/^drivers\/(?:net|block)\/([\w-]+)(?=\/|$|\.c$)/, '$1'],
  [/^drivers\/usb\/(\w+)\/(?:\w+\/)?([\w-]+)\.c$/, 'usb: $1: $2'],
  [/^drivers\/usb\/(\w+)/, 'usb: $1'],
  [/^drivers\/(gpio|i2c|leds|mfd|mmc|pinctrl|pwm|regulator|rtc|spi)\/(?:[\w-]+\/)*([\w-]+)\.c$/, '$1: $2'],
  [/^drivers\/(clk|dma|firmware|hwmon|iommu|irqchip|misc|mtd|nvme|phy|power|soc|thermal|tty)\b/, '$1'],
  [/^sound\/soc\/codecs\/([\w-]+)\.c$/, 'ASoC: $1'],
  [/^sound\/soc\/codecs\b/, 'ASoC'],
  [/^sound\/soc\/sof\b/, 'ASoC: SOF'],
  [/^sound\/soc\/([\w-]+)/, 'ASoC: $1'],
  [/^sound\/usb\b/, 'ALSA: usb-audio'],
  [/^sound\/\w+\/([\w-]+)/, 'ALSA: $1'],
  [/^net\/(?:core|ethernet)\b/, 'net'],
  [/^net\/bluetooth\b/, 'Bluetooth'],
  [/^net\/(mac80211|wireless)\b/, 'wifi: $1'],
  [/^net\/sched\b/, 'net/sched'],
  [/^net\/(\w+)/, '$1'],
  [/^fs\/smb\/client\b/, 'smb: client'],
  [/^fs\/smb\/server\b/, 'ksmbd'],
  [/^fs\/overlayfs\b/, 'ovl'],
  [/^fs\/([\w-]+)(?=\/|$)/, '$1'],
  [/^(fs|mm|lib)\/([\w-]+)\.c$/, '$1/$2'],
  [/^kernel\/trace\b/, 'tracing'],
  [/^kernel\/([\w-]+)(?=\/|$|\.c$)/, '$1'],
  [/^security\/([\w-]+)/, '$1'],
  [/^tools\/testing\/selftests\/([\w-]+)/, 'selftests/$1'],
];
