import { existsSync } from 'node:fs';
import { isOnPath } from '../../scripts/setup/isOnPath.js';

/** What pieces are made with; each by the package that has it. */
const PROGRAMS: readonly (readonly [string, string])[] = [
  ...([
    ['qemu-system-x86_64', 'qemu-system-x86'],
    ['busybox', 'busybox-static'],
    ['pahole', 'pahole'],
  ] as const),
  ...([
    ['rsync', 'rsync'],
    ['addr2line', 'binutils'],
    ['gcc', 'gcc'],
    ['make', 'make'],
  ] as const),
  ...([['apt-get', 'apt']] as const),
];
/** In no folder of everybody's PATH. */
const FILES: readonly (readonly [string, string])[] = [
  ...([
    ['/sbin/modinfo', 'kmod'],
    ['/lib/systemd/systemd-journald', 'systemd'],
  ] as const),
  ...([['/usr/lib/git-core/git-send-email', 'git-email']] as const),
];

/** The Debian packages that are missing here. */
export const lackingTools = (): readonly string[] => [
  ...PROGRAMS.flatMap(([program, name]) => (isOnPath(program) ? [] : [name])),
  ...FILES.flatMap(([file, name]) => (existsSync(file) ? [] : [name])),
];
