import { readFileSync } from 'node:fs';
import type { TraceBank } from '../../../src/core/evidence/traceBank.ts';

// Real ones: Debian's kernels booted in QEMU with a mark on the command line, a module of ours loaded in them, a mail of git.
const real = (name: string): string => readFileSync(`test/data/evidence/${name}`, 'utf8');
export const LOG = real('boot-6.12.dmesg.txt');
export const SERIAL = real('boot-6.12.serial.txt');
export const OLD = real('boot-6.1.dmesg.txt');
export const MODULE = real('module.txt');
export const MAIL = real('mail.eml');
/** A kernel of one's own, with KUnit in it: its log, with the results, and its configuration. */
export const OWN = real('kunit.dmesg.txt');
export const CONFIG = real('kunit.config.txt');

/** Whose the log, the module and the mail are; whose the serial line; whose the older kernel; and somebody else. */
export const [MINE, SERIALS, OLDS, OTHER] = [
  'plgabcdefgh2345',
  'plgbbbbbbbb2222',
  'plgcccccccc3333',
  'plgzzzzzzzz7777',
];
export const OWNS = 'plgtryout222222';
/** An oops of a module of ours, with other places of its functions, and the trace that one person decoded. */
export const BANK = JSON.parse(real('stumbler.bank.json')) as TraceBank;
export const DECODED = real('stumbler.decoded.txt');
export const DECODER = 'plgaaaaaaaa2222';

export const BOOT = { kind: 'boot log', kernel: 'distribution', atLeast: '6.1' } as const;
export const OWN_BOOT = { kind: 'boot log', kernel: 'own', atLeast: '6.1' } as const;
export const OWN_CONFIG = { kind: 'config', marked: true, options: { CONFIG_KUNIT: 'y' } } as const;
export const KUNIT = { kind: 'test results', tests: ['list-kunit-test'], marked: true } as const;
export const GREETER = { kind: 'module', name: 'greeter' } as const;

export const lines = (text: string, change: (line: string, at: number) => string | undefined): string =>
  text
    .split('\n')
    .flatMap((line, at) => change(line, at) ?? [])
    .join('\n');
export const unstamped = (text: string): string => text.replaceAll(/^\[ *\d+\.\d+\] /gm, '');
