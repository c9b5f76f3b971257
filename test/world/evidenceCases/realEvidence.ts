import { readFileSync } from 'node:fs';

// Real ones: Debian's kernels booted in QEMU with a mark on the command line, a module of ours loaded in them, a mail of git.
const real = (name: string): string => readFileSync(`test/data/evidence/${name}`, 'utf8');
export const LOG = real('boot-6.12.dmesg.txt');
export const SERIAL = real('boot-6.12.serial.txt');
export const OLD = real('boot-6.1.dmesg.txt');
export const MODULE = real('module.txt');
export const MAIL = real('mail.eml');

/** Whose the log, the module and the mail are; whose the serial line; whose the older kernel; and somebody else. */
export const [MINE, SERIALS, OLDS, OTHER] = [
  'plgabcdefgh2345',
  'plgbbbbbbbb2222',
  'plgcccccccc3333',
  'plgzzzzzzzz7777',
];

export const BOOT = { kind: 'boot log', kernel: 'distribution', atLeast: '6.1' } as const;
export const GREETER = { kind: 'module', name: 'greeter' } as const;

export const lines = (text: string, change: (line: string, at: number) => string | undefined): string =>
  text
    .split('\n')
    .flatMap((line, at) => change(line, at) ?? [])
    .join('\n');
export const unstamped = (text: string): string => text.replaceAll(/^\[ *\d+\.\d+\] /gm, '');
