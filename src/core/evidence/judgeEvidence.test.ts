import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Verdict } from '../verdict.ts';
import type { Piece } from './evidence.ts';
import { evidenceOutcome } from './evidenceOutcome.ts';
import { judgeEvidence } from './judgeEvidence.ts';
import type { EvidenceNeed } from './taskEvidence.ts';

// Real ones: Debian's kernels booted in QEMU with a mark on the command line, and a module of ours loaded in them.
const real = (name: string): string => readFileSync(`test/data/evidence/${name}`, 'utf8');
const LOG = real('boot-6.12.dmesg.txt');
const SERIAL = real('boot-6.12.serial.txt');
const OLD = real('boot-6.1.dmesg.txt');
const MODULE = real('module.txt');
const [MINE, SERIALS, OLDS, OTHER] = ['plgabcdefgh2345', 'plgbbbbbbbb2222', 'plgcccccccc3333', 'plgzzzzzzzz7777'];
const boot: EvidenceNeed = { kind: 'boot log', kernel: 'distribution', atLeast: '6.1' };
const module: EvidenceNeed = { kind: 'module', name: 'greeter' };

const piece = (text: string | Uint8Array): Piece => ({
  name: 'what.txt',
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
});
const judged = (text: string | Uint8Array, need: EvidenceNeed, nonce: string) =>
  judgeEvidence([piece(text)], { needs: [need], mayPass: true, spotChecks: 0 }, nonce);
const lines = (text: string, change: (line: string, at: number) => string | undefined): string =>
  text
    .split('\n')
    .flatMap((line, at) => change(line, at) ?? [])
    .join('\n');
const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const unstamped = (text: string): string => text.replaceAll(/^\[ *\d+\.\d+\] /gm, '');

/** As printk cuts it: 1,000 characters with the name before. */
const long = (first: string, length: number, last = ''): string => {
  const words = `${first} ${Array.from({ length: length / 10 }, (_, at) => `option${String(at).padStart(3, '0')}`).join(' ')}${last}`;
  return LOG.replace(
    /^(\[.*\] )((?:Kernel c|C)ommand line: ).*$/gm,
    (_, stamp: string, name: string) => stamp + (name + words).slice(0, 1000),
  );
};

interface Case {
  readonly what: string;
  readonly text: string | Uint8Array;
  readonly need?: EvidenceNeed;
  readonly nonce?: string;
  readonly outcome: Verdict;
}

/** Nothing honest may fail; what is unknown says how to settle it. */
const honest: readonly Case[] = [
  { what: 'dmesg of 6.12', text: LOG, outcome: 'holds' },
  { what: 'a serial line, with firmware before and dmesg behind', text: SERIAL, nonce: SERIALS, outcome: 'holds' },
  {
    what: 'dmesg of 6.1 with four CPUs, whose clocks are not in step at first',
    text: OLD,
    nonce: OLDS,
    outcome: 'holds',
  },
  { what: 'a module', text: MODULE, need: module, outcome: 'holds' },
  { what: 'CR LF', text: LOG.replaceAll('\n', '\r\n'), outcome: 'holds' },
  { what: 'UTF-16 of a program on Windows', text: utf16(LOG), outcome: 'holds' },
  {
    what: 'journalctl',
    text: lines(LOG, (line) => `Dec 01 07:02:11 laptop kernel: ${unstamped(line)}`),
    outcome: 'holds',
  },
  {
    what: 'journalctl -o short-monotonic',
    text: lines(LOG, (line) => line.replace(/^(\[[^\]]+\]) /, '$1 laptop kernel: ')),
    outcome: 'holds',
  },
  { what: 'dmesg -r', text: lines(LOG, (line) => `<6>${line}`), outcome: 'holds' },
  { what: 'dmesg -x', text: lines(LOG, (line) => `kern  :info  : ${line}`), outcome: 'holds' },
  { what: 'dmesg -t, without time', text: unstamped(LOG), outcome: 'holds' },
  { what: 'CONFIG_PRINTK_CALLER', text: lines(LOG, (line) => line.replace(/\] /, '][    T0] ')), outcome: 'holds' },
  { what: 'colours', text: lines(LOG, (line) => `\u001b[32m${line}\u001b[0m`), outcome: 'holds' },
  { what: 'two boots in one file', text: `${OLD}\n${LOG}`, outcome: 'holds' },
  {
    what: 'another compiler',
    text: LOG.replace(/x86_64-linux-gnu-gcc-12 \([^)]*\)/, 'Debian clang version 19.1.4'),
    outcome: 'holds',
  },
  {
    what: 'a line lost in the middle of a byte',
    text: LOG.replace('SMBIOS 2.8', 'SMBI\u0000\ufffd'),
    outcome: 'holds',
  },
  {
    what: 'a long command line, of which logs have the beginning',
    text: long(`patchling.nonce=${MINE}`, 900),
    outcome: 'holds',
  },
  { what: 'a longer one', text: long(`patchling.nonce=${MINE}`, 1900), outcome: 'holds' },
  { what: 'the mark at the end of a longer one', text: long('', 1900, ` patchling.nonce=${MINE}`), outcome: 'unknown' },
  {
    what: 'its first lines are lost',
    text: lines(LOG, (line, at) => (at < 40 ? undefined : line)),
    outcome: 'unknown',
  },
  { what: 'its end is cut off', text: LOG.slice(0, 9000), outcome: 'unknown' },
  { what: 'nothing', text: '', outcome: 'unknown' },
  { what: 'another file', text: 'I could not boot it, sorry.\n', outcome: 'unknown' },
  {
    what: 'the module, without modinfo',
    text: MODULE.slice(MODULE.indexOf('6.12.117+')),
    need: module,
    outcome: 'unknown',
  },
];

const HEAD = LOG.split('\n')[1] ?? '';
const forged: readonly Case[] = [
  { what: 'somebody else’s log', text: LOG, nonce: OTHER, outcome: 'fails' },
  {
    what: 'the mark put into the first command line only',
    text: LOG.replace(HEAD, HEAD.replace(MINE, OTHER)),
    nonce: OTHER,
    outcome: 'fails',
  },
  {
    what: 'the mark put at the end of the log',
    text: `${LOG}\n[ 9.000000] patchling.nonce=${OTHER}`,
    nonce: OTHER,
    outcome: 'fails',
  },
  {
    what: 'the mark as part of a longer word',
    text: LOG.replaceAll(MINE, `${OTHER}x`),
    nonce: OTHER,
    outcome: 'fails',
  },
  {
    what: 'an older kernel than is asked for',
    text: OLD,
    nonce: OLDS,
    need: { ...boot, atLeast: '6.6' },
    outcome: 'fails',
  },
  {
    what: 'a distribution’s kernel as one’s own',
    text: LOG,
    need: { kind: 'boot log', kernel: 'own' },
    outcome: 'fails',
  },
  {
    what: 'its halves put together the other way round',
    text:
      lines(LOG, (line, at) => (at < 2 || at > 240 ? line : undefined))
      + lines(LOG, (line, at) => (at < 2 || at > 240 ? undefined : line)),
    outcome: 'unknown',
  },
  { what: 'another memory', text: LOG.replace('/523764K', '/16298732K'), outcome: 'unknown' },
  {
    what: 'an oops of another kernel in it',
    text: `${LOG}\n[    3.000000] CPU: 0 UID: 0 PID: 7 Comm: sh Not tainted 6.9.1 #1`,
    outcome: 'unknown',
  },
  { what: 'somebody else’s module', text: MODULE, need: module, nonce: OTHER, outcome: 'fails' },
  {
    what: 'a module for another kernel',
    text: MODULE.replace('vermagic:       6.12.117', 'vermagic:       6.12.90'),
    need: module,
    outcome: 'fails',
  },
  { what: 'another module', text: MODULE.replaceAll('greeter', 'hello'), need: module, outcome: 'fails' },
  {
    what: 'the mark on the command line, not printed by the module',
    text: `${MODULE.replaceAll(MINE, OTHER)}\n${HEAD}`,
    need: module,
    outcome: 'fails',
  },
  // Text cannot tell: whoever knows the mark can type it everywhere it belongs.
  {
    what: 'every mark in the log replaced by one’s own',
    text: LOG.replaceAll(MINE, OTHER),
    nonce: OTHER,
    outcome: 'holds',
  },
];

for (const [kind, cases] of [
  ['honest', honest],
  ['forged', forged],
] as const) {
  for (const { what, text, need = boot, nonce = MINE, outcome } of cases) {
    test(`${kind}: ${what}`, () => {
      const seen = judged(text, need, nonce);
      const said = seen.flatMap(({ checks }) => checks.map((one) => `${one.verdict} ${one.check}: ${one.seen}`));
      assert.equal(evidenceOutcome(seen), outcome, said.join('\n'));
      for (const { checks } of seen) {
        for (const one of checks)
          assert.ok(
            one.verdict !== 'unknown' || !one.needed || one.settle || one.check === 'one command line',
            one.check,
          );
      }
    });
  }
}
