import type { EvidenceCase } from './evidenceCase.ts';
import {
  CONFIG,
  GREETER,
  KUNIT,
  LOG,
  lines,
  MAIL,
  MINE,
  MODULE,
  OLD,
  OLDS,
  OWN,
  OWN_BOOT,
  OWN_CONFIG,
  OWNS,
  SERIAL,
  SERIALS,
  unstamped,
} from './realEvidence.ts';

const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

/** As printk cuts it: 1,000 characters with the name before. */
const long = (first: string, length: number, last = ''): string => {
  const words = `${first} ${Array.from({ length: length / 10 }, (_, at) => `option${String(at).padStart(3, '0')}`).join(' ')}${last}`;
  return LOG.replace(
    /^(\[.*\] )((?:Kernel c|C)ommand line: ).*$/gm,
    (_, stamp: string, name: string) => stamp + (name + words).slice(0, 1000),
  );
};

export const honestEvidence: readonly EvidenceCase[] = [
  { what: 'dmesg of 6.12', text: LOG, outcome: 'holds' },
  { what: 'a serial line, with firmware before and dmesg behind', text: SERIAL, nonce: SERIALS, outcome: 'holds' },
  {
    what: 'dmesg of 6.1 with four CPUs, whose clocks are not in step at first',
    text: OLD,
    nonce: OLDS,
    outcome: 'holds',
  },
  { what: 'a module', text: MODULE, need: GREETER, outcome: 'holds' },
  { what: 'a kernel of one’s own', text: OWN, need: OWN_BOOT, nonce: OWNS, outcome: 'holds' },
  { what: 'its .config', text: CONFIG, need: OWN_CONFIG, nonce: OWNS, outcome: 'holds' },
  { what: 'both of them', text: [OWN, CONFIG], need: [OWN_BOOT, OWN_CONFIG], nonce: OWNS, outcome: 'holds' },
  { what: 'KUnit’s results in its log', text: OWN, need: KUNIT, nonce: OWNS, outcome: 'holds' },
  { what: 'a mail by git send-email', text: MAIL, need: { kind: 'mail', patch: true }, outcome: 'holds' },
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
    need: GREETER,
    outcome: 'unknown',
  },
];
