/** Words for one thing, and where a tree keeps it. */
export interface Topic {
  readonly topic: string;
  /** What a person calls it, each as a whole word. */
  readonly says: RegExp;
  /** What a MAINTAINERS title calls it. */
  readonly titles: RegExp;
  /** Beginnings of paths. */
  readonly folders: readonly string[];
}

/** What newcomers say and what MAINTAINERS says are seldom the same word. One line a topic; a patch to it is welcome. */
export const interestTopics: readonly Topic[] = [
  {
    topic: 'wireless',
    says: /^(?:wi-?fi|wireless|wlan|802\.11|radio|bluetooth|nfc)$/,
    titles: /WIRELESS|WI-?FI|WLAN|802\.11|MAC80211|BLUETOOTH|\bNFC\b|WPAN/,
    folders: [
      'drivers/net/wireless/',
      'net/wireless/',
      'net/mac80211/',
      'net/bluetooth/',
      'drivers/bluetooth/',
      'net/nfc/',
    ],
  },
  {
    topic: 'networking',
    says: /^(?:net|networks?|networking|tcp(?:\/ip)?|ip|ipv[46]|sockets?|ethernet|routers?|routing|firewalls?|vpn|internet)$/,
    titles:
      /NETWORK|NETDEV|NETFILTER|NETLINK|\bTCP\b|\bIPV[46S]|IPSEC|SOCKET|ETHERNET|BRIDGE|\bXDP\b|WIREGUARD|SCTP|TIPC/,
    folders: ['net/', 'drivers/net/', 'include/net/', 'tools/testing/selftests/net/'],
  },
  {
    topic: 'filesystems',
    says: /^(?:fs|vfs|file[- ]?systems?|files|ext4|fat)$/,
    titles: /FILE ?SYSTEM|\bV?FS\b|\w{2,}FS\d?\b|\bFAT\b|\bNFSD?\b|\bSMB\d?\b/,
    folders: ['fs/', 'tools/testing/selftests/filesystems/', 'test/fs/'],
  },
  {
    topic: 'storage',
    says: /^(?:storage|disks?|block|nvme|ssds?|scsi|raid|flash|mmc|sd ?cards?|nand)$/,
    titles: /BLOCK|STORAGE|\bNVM|SCSI|\bRAID\b|\bATA\b|\bMMC\b|\bMTD\b|FLASH|\bNAND\b|\bUBI\b|\bUFS\b|DEVICE-MAPPER/,
    folders: [
      'block/',
      'drivers/block/',
      'drivers/nvme/',
      'drivers/md/',
      'drivers/scsi/',
      'drivers/ata/',
      'drivers/mmc/',
      'drivers/mtd/',
    ],
  },
  {
    topic: 'graphics',
    says: /^(?:graphics?|gpus?|drm|displays?|screens?|video cards?)$/,
    titles: /\bDRM\b|GRAPHICS|\bGPU\b|FRAMEBUFFER|DISPLAY|^VIDEO$|\bFBDEV\b/,
    folders: ['drivers/gpu/', 'drivers/video/', 'include/drm/'],
  },
  {
    topic: 'media',
    says: /^(?:media|cameras?|webcams?|video|v4l2?|tv|dvb)$/,
    titles: /MEDIA|VIDEO|CAMERA|\bDVB\b|\bV4L2?\b|SENSOR DRIVER/,
    folders: ['drivers/media/', 'drivers/staging/media/'],
  },
  {
    topic: 'audio',
    says: /^(?:audio|sound|alsa|asoc|music|midi)$/,
    titles: /\bSOUND\b|AUDIO|\bALSA\b|\bASOC\b|CODEC/,
    folders: [
      'sound/',
      'drivers/sound/',
      'include/sound/',
      'drivers/staging/vc04_services/bcm2835-audio/',
      'tools/testing/selftests/alsa/',
    ],
  },
  {
    topic: 'memory',
    says: /^(?:memory|memory management|mm|allocators?|slab|paging|swap)$/,
    titles:
      /MEMORY (?:MANAGEMENT|MAPPING|ALLOC|CONTROL)|\bSLAB\b|\bMM\b|HUGETLB|VMALLOC|\bSWAP\b|\bZSWAP\b|\bDAMON\b|DATA ACCESS/,
    folders: ['mm/', 'tools/testing/selftests/mm/'],
  },
  {
    topic: 'scheduling',
    says: /^(?:schedulers?|scheduling|locking|locks|rcu|concurrency|real-?time|timers?)$/,
    titles: /SCHEDULER|LOCKING|\bRCU\b|REAL-?TIME LINUX|TIMERS?\b|TIMEKEEPING|FUTEX|WORKQUEUE/,
    folders: ['kernel/sched/', 'kernel/locking/', 'kernel/rcu/', 'kernel/time/'],
  },
  {
    topic: 'security',
    says: /^(?:security|hardening|selinux|apparmor|lsm|crypto|cryptography|encryption|tpm|keys)$/,
    titles:
      /SECURITY|HARDENING|SELINUX|APPARMOR|LANDLOCK|SMACK|CRYPTO|\bKEYS\b|\bTPM\b|\bTEE\b|INTEGRITY|SECCOMP|\bAVB\b/,
    folders: [
      'security/',
      'crypto/',
      'drivers/crypto/',
      'drivers/char/tpm/',
      'drivers/tpm/',
      'tools/testing/selftests/landlock/',
    ],
  },
  { topic: 'Rust', says: /^rust$/, titles: /\bRUST\b/, folders: ['rust/', 'samples/rust/'] },
  {
    topic: 'USB',
    says: /^(?:usb|gadgets?|dfu|fastboot)$/,
    titles: /\bUSB\b|\bXHCI\b|\bDFU\b|FASTBOOT/,
    folders: ['drivers/usb/'],
  },
  {
    topic: 'embedded boards',
    says: /^(?:embedded|arm(?:32|64)?|aarch64|risc-?v|device-?trees?|dts?|boards?|socs?|iot|gpio|i2c|spi|pinctrl)$/,
    titles:
      /\bARM(?:32|64)?\b|RISC-?V|DEVICE ?TREE|OPEN FIRMWARE|\b(?:SOC|GPIO|I[23]C|SPI|PWM)\b|PIN ?CONTROL|REGULATOR|DRIVER MODEL/,
    folders: [
      'arch/arm/',
      'arch/arm64/',
      'arch/riscv/',
      'Documentation/devicetree/',
      'drivers/of/',
      'drivers/gpio/',
      'drivers/i2c/',
      'drivers/spi/',
      'drivers/pinctrl/',
      'drivers/pwm/',
      'drivers/regulator/',
      'drivers/clk/',
      'drivers/soc/',
      'board/',
      'dts/',
    ],
  },
  {
    topic: 'sensors',
    says: /^(?:sensors?|iio|hwmon|temperature|measuring)$/,
    titles: /\bIIO\b|SENSOR|HARDWARE MONITORING|\bHWMON\b|ACCELEROMETER|TEMPERATURE/,
    folders: ['drivers/iio/', 'drivers/hwmon/', 'drivers/staging/iio/'],
  },
  {
    topic: 'documentation',
    says: /^(?:docs?|documentation|writing|translations?|translating)$/,
    titles: /DOCUMENTATION|TRANSLATION/,
    folders: [
      'Documentation/admin-guide/',
      'Documentation/process/',
      'Documentation/translations/',
      'Documentation/doc-guide/',
      'Documentation/sphinx/',
      'doc/',
    ],
  },
  {
    topic: 'testing',
    says: /^(?:tests?|testing|kunit|selftests?|fuzzing|quality|ci)$/,
    titles: /\bTEST|KUNIT|SELFTEST|FUZZ|SANITIZER|\bK[ACM]SAN\b|SANDBOX/,
    folders: ['tools/testing/', 'lib/kunit/', 'lib/tests/', 'test/'],
  },
  {
    topic: 'BPF and tracing',
    says: /^(?:e?bpf|xdp|tracing|trac(?:e|ing)|ftrace|perf|profiling|probes|observability)$/,
    titles: /\bBPF\b|TRAC(?:E|ING)|FTRACE|PERFORMANCE EVENTS|PROBES|TRACEPOINT|\bXDP\b/,
    folders: [
      'kernel/bpf/',
      'kernel/trace/',
      'kernel/events/',
      'tools/bpf/',
      'tools/perf/',
      'tools/lib/bpf/',
      'tools/tracing/',
    ],
  },
  {
    topic: 'power',
    says: /^(?:power|power management|suspend|sleep|batter(?:y|ies)|energy|thermal|cpufreq|acpi)$/,
    titles: /\bPOWER\b(?!PC)|SUSPEND|HIBERNATION|BATTERY|THERMAL|CPU ?FREQ|CPU ?IDLE|\bACPI\b|\bPMBUS\b/,
    folders: [
      'kernel/power/',
      'drivers/power/',
      'drivers/thermal/',
      'drivers/cpufreq/',
      'drivers/cpuidle/',
      'drivers/acpi/',
      'drivers/powercap/',
    ],
  },
  {
    topic: 'virtual machines',
    says: /^(?:virtual machines?|virtualisation|virtualization|vms?|kvm|virtio|hypervisors?|xen|qemu)$/,
    titles: /\bKVM\b|VIRTUAL|VIRTIO|\bXEN\b|HYPER-?V|\bVFIO\b|\bVHOST\b|\bQEMU\b/,
    folders: [
      'virt/',
      'drivers/virtio/',
      'drivers/vhost/',
      'drivers/xen/',
      'arch/x86/kvm/',
      'tools/testing/selftests/kvm/',
    ],
  },
  {
    topic: 'input devices',
    says: /^(?:input|keyboards?|mouse|mice|touch(?:pads?|screens?)|joysticks?|gamepads?|hid|games?|gaming)$/,
    titles: /\bINPUT\b|KEYBOARD|TOUCH|\bHID\b|JOYSTICK|GAMEPAD/,
    folders: ['drivers/input/', 'drivers/hid/', 'tools/testing/selftests/hid/'],
  },
  {
    topic: 'build and tools',
    says: /^(?:build|kbuild|kconfig|make|scripts?|tools?|tooling|python|perl)$/,
    titles: /\bKBUILD\b|KCONFIG|KERNEL BUILD|BUILDMAN|BINMAN|PATMAN|CHECKPATCH|COCCINELLE|\bTOOLS\b/,
    folders: ['scripts/', 'tools/binman/', 'tools/buildman/', 'tools/patman/'],
  },
  {
    topic: 'boot and firmware',
    says: /^(?:boot|booting|boot ?loaders?|firmware|u?efi|bios|secure boot)$/,
    titles: /\bBOOT|BOOTSTD|\bEFI\b|FIRMWARE|\bVBE\b|\bUPL\b/,
    folders: ['boot/', 'drivers/firmware/', 'lib/efi_loader/', 'lib/efi/', 'arch/x86/boot/'],
  },
];
