import type { Boot } from './bootsIn.ts';
import type { EvidenceCheck } from './evidence.ts';
import type { LogLine } from './logLines.ts';

/**
 * What speaks for or against a log as a whole. None of it decides: machines are odder than one thinks, so what does not fit
 * goes to a person.
 */
export const bootHints = (boot: Boot): readonly EvidenceCheck[] => [
  inOrder(boot),
  sameRelease(boot),
  ...memory(boot),
  ...processors(boot),
  longEnough(boot),
];

/** CPUs print side by side, each by its own clock: in real logs a line is now and then some milliseconds early. */
const EARLY = 0.5;
/** Before this the clocks are not in step: a real boot of four CPUs went back by 0.7 s as the second came up. */
const CLOCKS_AGREE = /^smp: Brought up |^clocksource: Switched to clocksource /;

const inOrder = ({ lines }: Boot): EvidenceCheck => {
  const check = 'time goes on';
  const from = lines.find(({ text }) => CLOCKS_AGREE.test(text))?.number ?? 0;
  let last = 0;
  for (const { seconds, number } of lines) {
    if (seconds === undefined) continue;
    if (number > from && seconds < last - EARLY) {
      const seen = `At line ${number} the clock goes back by ${(last - seconds).toFixed(3)} s.`;
      return { check, needed: false, verdict: 'fails', line: number, seen };
    }
    last = number > from ? Math.max(last, seconds) : seconds;
  }
  const stamped = lines.filter(({ seconds }) => seconds !== undefined).length;
  if (stamped < 10) {
    const settle = 'sudo dmesg > boot.txt, without -t or -T';
    return { check, needed: false, verdict: 'unknown', seen: 'Most of its lines have no time stamp.', settle };
  }
  const moments = new Set(lines.map(({ seconds }) => seconds)).size;
  if (moments < stamped / 10) {
    const seen = `Its ${stamped} time stamps name ${moments} moments: a kernel takes longer.`;
    return { check, needed: false, verdict: 'fails', seen };
  }
  return { check, needed: false, verdict: 'holds', seen: `${stamped} lines are in the order of their time stamps.` };
};

/** An oops or a WARN names the release again: `CPU: 0 PID: 71 Comm: insmod Tainted: G O 6.12.1 #1`. */
const NAMED = /\bComm: .{1,200}? (\d{1,3}\.\d{1,4}[\w.+~-]{0,60}) #\d/;

const sameRelease = ({ lines, release }: Boot): EvidenceCheck => {
  const check = 'one release';
  const other = lines.find(({ text }) => (NAMED.exec(text)?.[1] ?? release) !== release);
  if (!other) return { check, needed: false, verdict: 'holds', seen: `Nothing in it names another than ${release}.` };
  const seen = `Line ${other.number} is of ${NAMED.exec(other.text)?.[1]}, the log of ${release}.`;
  return { check, needed: false, verdict: 'fails', line: other.number, seen };
};

const E820 = /^BIOS-e820: \[mem 0x([\da-f]{16})-0x([\da-f]{16})\] usable/;
const MEMORY = /^Memory: (\d{1,15})K\/(\d{1,15})K available/;

/** The firmware's map of usable memory, and what mm/mm_init.c counts of it. */
const memory = ({ lines }: Boot): readonly EvidenceCheck[] => {
  const check = 'its memory';
  const counted = lines.find(({ text }) => MEMORY.test(text));
  const ranges = lines.flatMap(({ text }) => {
    const [, from, to] = E820.exec(text) ?? [];
    return from === undefined || to === undefined ? [] : [Number(BigInt(`0x${to}`) - BigInt(`0x${from}`) + 1n) / 1024];
  });
  const [, free = '0', all = '0'] = MEMORY.exec(counted?.text ?? '') ?? [];
  if (!counted || ranges.length === 0) return [];
  const mapped = ranges.reduce((sum, size) => sum + size, 0);
  const line = counted.number;
  const fits = Number(free) <= Number(all) && Math.abs(Number(all) - mapped) <= mapped * 0.1 + 4096;
  const seen = fits
    ? `${all} kB, as the firmware’s map has them.`
    : `The kernel counts ${all} kB, the firmware’s map has ${Math.round(mapped)} kB usable.`;
  return [{ check, needed: false, verdict: fits ? 'holds' : 'fails', line, seen }];
};

const TOTALS = /^smpboot: Total of (\d{1,5}) processors activated/;
const BROUGHT = /^smp: Brought up \d{1,4} nodes?, (\d{1,5}) CPUs?/;

const processors = ({ lines }: Boot): readonly EvidenceCheck[] => {
  const said = (pattern: RegExp): readonly [LogLine, string] | undefined => {
    const line = lines.find(({ text }) => pattern.test(text));
    return line && [line, pattern.exec(line.text)?.[1] ?? ''];
  };
  const [total, brought] = [said(TOTALS), said(BROUGHT)];
  if (!total || !brought) return [];
  const fits = total[1] === brought[1];
  const seen = fits
    ? `${total[1]}, said twice.`
    : `Line ${brought[0].number} counts ${brought[1]}, line ${total[0].number} ${total[1]}.`;
  return [{ check: 'its processors', needed: false, verdict: fits ? 'holds' : 'fails', line: total[0].number, seen }];
};

/** The smallest kernel that boots to a shell prints some fifty lines. */
const LEAST = 30;

const longEnough = ({ lines }: Boot): EvidenceCheck => {
  const check = 'a whole log';
  const seen = `${lines.length} lines.`;
  if (lines.length >= LEAST) return { check, needed: false, verdict: 'holds', seen };
  return {
    check,
    needed: true,
    verdict: 'unknown',
    seen: `Only ${lines.length} lines.`,
    settle: 'sudo dmesg > boot.txt',
  };
};
