import type { EvidenceCase } from './evidenceCase.ts';
import { BOOT, LOG, lines, MINE, MODULE, OLD, OLDS, OTHER, unstamped } from './realEvidence.ts';

const HEAD = LOG.split('\n')[1] ?? '';
const OOPS = MODULE.split('\n').find((line) => line.includes(' Comm: ')) ?? '';
const typed = (count: number): string =>
  [
    '[    0.000000] Linux version 6.12.1 (ada@laptop) (gcc (Debian 12.2.0) 12.2.0) #1 SMP Tue Dec  1 2026',
    `[    0.000000] Command line: root=/dev/sda1 patchling.nonce=${MINE}`,
    `[    0.001000] Kernel command line: root=/dev/sda1 patchling.nonce=${MINE}`,
    ...Array.from({ length: count - 10 }, (_, at) => `[    0.${100_000 + at}] pci 0000:00:0${at % 10}.0: enabled`),
    '[    1.000000] Run /sbin/init as init process',
  ].join('\n');
const shuffled = (text: string): string => {
  const [first = '', second = '', ...rest] = text.split('\n');
  return [first, second, ...rest.map((line, at) => rest[(at * 173) % rest.length] ?? line)].join('\n');
};
const halves = (one: string, other: string): string => {
  const [mine, theirs] = [one.split('\n'), other.split('\n')];
  return [...mine.slice(0, 60), ...theirs.slice(60)].join('\n');
};

const ownLog = (text: string, image: string): string =>
  text
    .replace('6.12.117+deb12-cloud-amd64 (debian-kernel@lists.debian.org)', `6.12.117-${MINE} (ada@laptop)`)
    .replaceAll('ommand line: ', `ommand line: ${image}`)
    .replace('Debian 6.12.117-1~deb12u1 (2026-11-14)', 'Tue Nov 24 09:12:01 UTC 2026');

/** Logs of a boot that are another's, or that nobody booted so. */
export const forgedBoots: readonly EvidenceCase[] = [
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
    need: { ...BOOT, atLeast: '6.6' },
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
  {
    what: 'every mark in the log replaced by one’s own',
    text: LOG.replaceAll(MINE, OTHER),
    nonce: OTHER,
    outcome: 'holds',
  },
  {
    what: 'a newer release written into the first line',
    text: LOG.replace('Linux version 6.12.117+deb12', 'Linux version 6.17.4+deb14'),
    outcome: 'unknown',
  },
  { what: 'only the lines that are looked at, typed', text: typed(30), outcome: 'unknown' },
  { what: 'every time stamp nought', text: LOG.replaceAll(/^\[ *\d+\.\d+\]/gm, '[    0.000000]'), outcome: 'unknown' },
  { what: 'its lines in another order', text: shuffled(LOG), outcome: 'unknown' },
  { what: 'the mark in capitals', text: LOG.replaceAll(MINE, OTHER.toUpperCase()), nonce: OTHER, outcome: 'fails' },
  {
    what: 'the mark as another option of the command line',
    text: LOG.replaceAll(`patchling.nonce=${MINE}`, `quiet=${OTHER}`),
    nonce: OTHER,
    outcome: 'fails',
  },
  {
    what: 'more processors said once',
    text: OLD.replace('Brought up 1 node, 4 CPUs', 'Brought up 1 node, 16 CPUs'),
    nonce: OLDS,
    outcome: 'unknown',
  },
  {
    what: 'a kernel that was built after it ran',
    text: LOG.replace('(2026-11-14)', '(2027-03-01)'),
    outcome: 'unknown',
  },
  {
    what: 'a log of a year ago, by its clock, of a kernel of this month',
    text: LOG.replace('setting system clock to 2026-12-01', 'setting system clock to 2025-12-01'),
    outcome: 'unknown',
  },
  { what: 'the first half of one boot, the second of another machine’s', text: halves(LOG, OLD), outcome: 'fails' },
  {
    what: 'an uptime of days put behind it, which goes back',
    text: `${LOG}\n[90000.000000] usb 1-1: new device\n[  120.000000] usb 1-1: gone`,
    outcome: 'unknown',
  },
  {
    what: 'the log as a picture’s text, its stamps gone, its end too',
    text: unstamped(LOG).slice(0, 8000),
    outcome: 'unknown',
  },
  {
    what: 'one’s own kernel: the mark typed into the first line only',
    text: LOG.replace('6.12.117+deb12-cloud-amd64 (', `6.12.117-${MINE} (`),
    need: { kind: 'boot log', kernel: 'own' },
    outcome: 'unknown',
  },
  {
    what: 'one’s own kernel: a copied log under a boot loader’s line of another',
    text: ownLog(LOG, 'BOOT_IMAGE=/boot/vmlinuz-6.12.117+deb12-cloud-amd64 '),
    need: { kind: 'boot log', kernel: 'own' },
    outcome: 'unknown',
  },
  {
    what: 'one’s own kernel: all of it typed into a distribution’s log, builder and boot loader too',
    text: ownLog(LOG, `BOOT_IMAGE=/boot/vmlinuz-6.12.117-${MINE} `),
    need: { kind: 'boot log', kernel: 'own' },
    outcome: 'holds',
  },
  {
    what: 'the same, with an oops further down that names the kernel that really ran',
    text: `${LOG.replace('6.12.117+deb12-cloud-amd64 (', `6.12.117-${MINE} (`)}\n${OOPS}`,
    need: { kind: 'boot log', kernel: 'own' },
    outcome: 'unknown',
  },
];
