import type { Owned } from './facts.ts';

/** A part of the tree whose maintainers wrote down rules of their own, and how a path is known to be theirs. */
export interface Pack {
  readonly name: string;
  /** Where they are written. A tree without it has no such pack. */
  readonly document: string;
  /** Titles of MAINTAINERS sections. */
  readonly titles?: RegExp;
  readonly paths?: RegExp;
  /** Values of `T:`. */
  readonly trees?: RegExp;
  /** What lies among these paths and goes another way. */
  readonly not?: { readonly titles?: RegExp; readonly paths?: RegExp };
}

const startsWith = (...parts: readonly string[]): RegExp => new RegExp(`^(?:${parts.join('|')})`);

// Networking code whose patches go through lists and trees of their own.
const OTHER_NETWORKS = {
  titles:
    /^(?:802\.11|MAC80211|BLUETOOTH|CAN NETWORK|NETFILTER|NETWORKING \[IPSEC\]|NFS, SUNRPC|CEPH|9P|RFKILL)|WIRELESS/,
  paths: startsWith(
    'drivers/net/(?:wireless|can)/',
    'net/(?:wireless|mac80211|bluetooth|can|netfilter|bridge/netfilter|ipv[46]/netfilter|xfrm|sunrpc|ceph|9p|bpf)/',
    'net/core/filter\\.c|kernel/bpf/',
    'include/net/(?:bluetooth|netfilter|cfg80211|mac80211|xfrm)',
    'Documentation/devicetree/bindings/net/(?:bluetooth|wireless|can)/',
  ),
};

// KVM and Xen go their own way (the tip handbook, "What is the tip tree?").
const NOT_TIP = startsWith(
  'arch/x86/(?:kvm|xen|net|hyperv|crypto|platform/pvh)/',
  'arch/x86/include/(?:uapi/)?asm/(?:kvm|vmx|svm|xen)',
  'tools/perf/|drivers/platform/',
);
const KVM_X86 = startsWith(
  'arch/x86/kvm/',
  'arch/x86/include/(?:uapi/)?asm/(?:kvm|vmx|svm)',
  'tools/testing/selftests/kvm/(?:[^/]+/)?x86(?:_64)?/',
);
const TIP = startsWith(
  'arch/x86/',
  'kernel/(?:sched|locking|irq|time|events|entry)/',
  'include/linux/sched/|tools/objtool/|lib/debugobjects\\.c|Documentation/arch/x86/',
);
const TIP_TREE = /\/tip\/tip\.git/;

export const packs: readonly Pack[] = [
  {
    name: 'netdev',
    document: 'Documentation/process/maintainer-netdev.rst',
    titles: /^NETWORKING (?:DRIVERS$|\[(?:GENERAL|DSA|IPv4|TCP|TLS|MACSEC|MPTCP|ETHTOOL|SOCKETS|UNIX))/,
    paths: /^(?:net|drivers\/net|include\/net|tools\/testing\/selftests\/(?:drivers\/)?net)\//,
    not: OTHER_NETWORKS,
  },
  {
    name: 'bpf',
    document: 'Documentation/bpf/bpf_devel_QA.rst',
    titles: /^BPF \[/,
    paths: startsWith(
      '(?:kernel|net|tools|tools/lib|samples|tools/testing/selftests|Documentation)/bpf/',
      'net/core/filter\\.c$|kernel/trace/bpf_trace\\.c$',
    ),
  },
  {
    name: 'tip',
    document: 'Documentation/process/maintainer-tip.rst',
    paths: TIP,
    trees: TIP_TREE,
    not: { paths: NOT_TIP, titles: /^(?:X86 PLATFORM (?!UV)|PERFORMANCE EVENTS TOOLING|SCHEDULER - SCHED_EXT)/ },
  },
  {
    // KVM's document asks for the tip tree's coding style, not for the rest.
    name: 'tip-style',
    document: 'Documentation/process/maintainer-tip.rst',
    paths: new RegExp(`${TIP.source}|${KVM_X86.source}`),
    trees: TIP_TREE,
    not: { paths: /^(?:arch\/x86\/(?:xen|net|crypto|hyperv)\/|tools\/|drivers\/platform\/|kernel\/sched\/ext)/ },
  },
  {
    name: 'kvm-x86',
    document: 'Documentation/process/maintainer-kvm-x86.rst',
    titles: /^KERNEL VIRTUAL MACHINE FOR X86/,
    paths: KVM_X86,
  },
  {
    name: 'soc',
    document: 'Documentation/process/maintainer-soc.rst',
    titles: /^ARM AND ARM64 SOC SUB-ARCHITECTURES/i,
    paths: /^(?:arch\/(?:arm|arm64|riscv)\/(?:boot\/dts|configs)\/|arch\/arm\/mach-|drivers\/soc\/)/,
  },
  {
    name: 'soc-clean-dts',
    document: 'Documentation/process/maintainer-soc-clean-dts.rst',
    paths: /^arch\/(?:arm|arm64)\/boot\/dts\/(?:samsung|exynos|tesla)\//,
  },
  {
    name: 'dt-bindings',
    document: 'Documentation/devicetree/bindings/submitting-patches.rst',
    titles: /^OPEN FIRMWARE AND FLATTENED DEVICE TREE BINDINGS/,
    paths: /^(?:Documentation\/devicetree\/bindings|include\/dt-bindings)\//,
  },
  {
    name: 'riscv',
    document: 'Documentation/arch/riscv/patch-acceptance.rst',
    titles: /^RISC-V ARCHITECTURE/,
    paths: /^arch\/riscv\//,
    not: { paths: /^arch\/riscv\/(?:boot\/dts|kvm|net|configs)\// },
  },
  {
    name: 'xfs',
    document: 'Documentation/filesystems/xfs/xfs-maintainer-entry-profile.rst',
    titles: /^XFS FILESYSTEM/,
    paths: /^fs\/xfs\//,
  },
  {
    name: 'damon',
    document: 'Documentation/mm/damon/maintainer-profile.rst',
    titles: /^DATA ACCESS MONITOR|^DAMON/,
    paths: /^mm\/damon\/|^include\/linux\/damon\.h$|^tools\/testing\/selftests\/damon\//,
  },
  {
    name: 'docs',
    document: 'Documentation/doc-guide/maintainer-profile.rst',
    titles: /^DOCUMENTATION$/,
    paths: /^Documentation\//,
    not: { paths: /^Documentation\/devicetree\// },
  },
  {
    name: 'media',
    document: 'Documentation/driver-api/media/maintainer-entry-profile.rst',
    titles: /^MEDIA INPUT INFRASTRUCTURE/,
    paths:
      /^(?:drivers\/media|drivers\/staging\/media|include\/media|Documentation\/(?:userspace|driver)-api\/media)\//,
  },
  {
    name: 'nvdimm',
    document: 'Documentation/nvdimm/maintainer-entry-profile.rst',
    titles: /^LIBNVDIMM/,
    paths: /^drivers\/(?:nvdimm|dax)\//,
  },
  {
    name: 'nvme',
    document: 'Documentation/nvme/feature-and-quirk-policy.rst',
    titles: /^NVM EXPRESS DRIVER/,
    paths: /^drivers\/nvme\/host\//,
  },
  {
    name: 'vfio',
    document: 'Documentation/driver-api/vfio-pci-device-specific-driver-acceptance.rst',
    titles: /^VFIO PCI DEVICE SPECIFIC DRIVERS/,
    paths: /^drivers\/vfio\/pci\/[^/]+\//,
  },
  {
    name: 'rust',
    document: 'Documentation/rust/coding-guidelines.rst',
    titles: /^RUST(?:$| \[)/,
    paths: /\.rs$|^rust\//,
  },
];

/** Packs of a whole tree: the document is there, so its rules hold for every path. */
export const treePacks = [{ name: 'u-boot', document: 'doc/develop/sending_patches.rst' }];

/** Whether a path is a pack's. `owned`: the MAINTAINERS sections that own it. */
export const isOfPack = (
  { titles, paths, trees, not, document }: Pack,
  path: string,
  owned: readonly Owned[],
): boolean => {
  if (not?.paths?.test(path) || owned.some(({ title }) => not?.titles?.test(title))) return false;
  if (paths?.test(path)) return true;
  return owned.some(
    (one) =>
      titles?.test(one.title)
      || one.trees.some((tree) => trees?.test(tree))
      || one.profiles.some((named) => named === document),
  );
};

/** Whose rules a series falls under, by the paths that it touches. */
export const packsOf = ({
  paths,
  sections,
  isInTree = () => true,
}: {
  readonly paths: readonly string[];
  readonly sections: (path: string) => readonly Owned[];
  /** Packs whose document the tree has not are left out. */
  readonly isInTree?: (path: string) => boolean;
}): ReadonlySet<string> => {
  const found = new Set(treePacks.filter(({ document }) => isInTree(document)).map(({ name }) => name));
  const open = new Set(packs.filter(({ document }) => isInTree(document)));
  for (const path of new Set(paths)) {
    if (open.size === 0) break;
    const owned = sections(path);
    for (const pack of open) {
      if (!isOfPack(pack, path, owned)) continue;
      found.add(pack.name);
      open.delete(pack);
    }
  }
  return found;
};

/** Rules that are not asked where a pack's own say it otherwise: the most specific wins. */
export const silences: Readonly<Record<string, readonly string[]>> = {
  netdev: ['series-too-long', 'fix-without-fixes-tag', 'thread-of-older-version'],
  bpf: ['fix-without-fixes-tag', 'series-without-cover-letter', 'body-empty', 'version-number-used-before'],
  // The same build, asked for by those who own the documents.
  docs: ['documents-do-not-build'],
  // The tip tree says the same more sharply, and in its own words.
  tip: ['prefix-is-a-file-name', 'sent-in-merge-window'],
  // The change comes first here; a Fixes tag alone asks nothing of stable.
  'kvm-x86': ['problem-comes-late', 'fix-without-fixes-tag', 'stable-tag-missing', 'thread-of-older-version'],
  // U-Boot wants a new version in the thread of the one before it.
  'u-boot': ['thread-of-older-version'],
};
