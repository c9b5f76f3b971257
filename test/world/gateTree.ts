import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inGit } from './gitFolder.ts';

/** What the gate reads of a kernel tree: its documents on patches, and the scripts that judge them. */
const TAKEN = [
  'Documentation/process',
  'Documentation/bpf/bpf_devel_QA.rst',
  'Documentation/dev-tools/checkpatch.rst',
  'Documentation/devicetree/bindings/submitting-patches.rst',
  'Documentation/doc-guide',
  'Documentation/driver-api/media/maintainer-entry-profile.rst',
  'Documentation/filesystems/xfs',
  'Documentation/mm/damon',
  'scripts/checkpatch.pl',
  'scripts/const_structs.checkpatch',
  'scripts/get_maintainer.pl',
  'scripts/spdxcheck.py',
  'scripts/spelling.txt',
];

const section = (title: string, name: string, more: readonly string[]): string =>
  [title, `M:\t${name} Made <${name.toLowerCase()}@made.example>`, ...more, ''].join('\n');

/** What scripts/checkpatch.pl looks for to know the top of a kernel tree; git keeps no empty folder. */
const TOP = [
  'COPYING',
  'CREDITS',
  'Kbuild',
  'README',
  ...['fs', 'init', 'ipc', 'kernel', 'lib'].map((path) => `${path}/Kconfig`),
];

const FILES: Readonly<Record<string, string>> = {
  Makefile: 'VERSION = 6\nPATCHLEVEL = 19\nSUBLEVEL = 0\nEXTRAVERSION = -rc1\nNAME = Made Up\n',
  MAINTAINERS: [
    'List of maintainers\n',
    section('KERNEL VIRTUAL MACHINE FOR X86 (KVM/x86)', 'Kim', [
      'L:\tkvm@vger.kernel.org',
      'S:\tSupported',
      'P:\tDocumentation/process/maintainer-kvm-x86.rst',
      'T:\tgit git://git.kernel.org/pub/scm/virt/kvm/kvm.git',
      'F:\tarch/x86/kvm/',
    ]),
    section('MADE DRIVER', 'Ada', ['L:\tmade@lists.example', 'S:\tMaintained', 'F:\tdrivers/made/']),
    section('NETWORKING [GENERAL]', 'Nat', [
      'L:\tnetdev@vger.kernel.org',
      'S:\tMaintained',
      'P:\tDocumentation/process/maintainer-netdev.rst',
      'T:\tgit git://git.kernel.org/pub/scm/linux/kernel/git/netdev/net.git',
      'T:\tgit git://git.kernel.org/pub/scm/linux/kernel/git/netdev/net-next.git',
      'F:\tnet/',
    ]),
    section('OPEN FIRMWARE AND FLATTENED DEVICE TREE BINDINGS', 'Dot', [
      'L:\tdevicetree@vger.kernel.org',
      'S:\tMaintained',
      'F:\tDocumentation/devicetree/',
    ]),
    section('THE REST', 'Tor', [
      'L:\tlinux-kernel@vger.kernel.org',
      'S:\tBuried alive in reporters',
      'F:\t*',
      'F:\t*/',
    ]),
  ].join('\n'),
  'drivers/made/made.c': driver('made'),
  'drivers/made/more.c': driver('more'),
  'drivers/made/Kconfig':
    'config MADE\n\ttristate "Made devices"\n\thelp\n\t  Devices that were made up. If unsure, say N.\n',
  'net/made/net.c': driver('net'),
  'arch/x86/kvm/made.c': driver('kvm'),
  'include/uapi/linux/made.h': '/* SPDX-License-Identifier: GPL-2.0 WITH Linux-syscall-note */\n#define MADE_ONE 1\n',
  'Documentation/devicetree/bindings/made/ada,made.yaml':
    '# SPDX-License-Identifier: GPL-2.0\n%YAML 1.2\n---\ntitle: Made\n',
};

function driver(name: string): string {
  return `// SPDX-License-Identifier: GPL-2.0
#include <linux/slab.h>
#include <linux/string.h>

struct ${name} {
	char label[16];
	int count;
};

static int ${name}_probe(struct ${name} *one, const char *label)
{
	int err;

	err = ${name}_check(one);
	if (err)
		return err;
	strscpy(one->label, label);
	one->count = 1;
	return 0;
}

static void ${name}_remove(struct ${name} *one)
{
	one->count = 0;
}
`;
}

/** A small repository of our own with the documents and scripts of a real kernel tree, and a history of three commits. */
export const gateTree = (kernel: string): string => {
  const tree = mkdtempSync(join(tmpdir(), 'patchling-gate-'));
  for (const path of TAKEN) {
    if (existsSync(join(kernel, path))) cpSync(join(kernel, path), join(tree, path), { recursive: true });
  }
  for (const [path, text] of [...Object.entries(FILES), ...TOP.map((path) => [path, '# made\n'] as const)]) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  const git = (...words: string[]): string => inGit(tree, ...words);
  git('init', '-q', '-b', 'master');
  git('add', '.');
  git('commit', '-qm', 'made: Begin');
  git('tag', '-am', 'Linux 6.18', 'v6.18');
  for (const name of ['made', 'more']) {
    writeFileSync(join(tree, `drivers/made/${name}.c`), `${driver(name)}\n/* ${name} */\n`);
    git('commit', '-qam', `made: Say which driver ${name} is`);
  }
  git('tag', '-am', 'Linux 6.19-rc1', 'v6.19-rc1');
  return tree;
};
