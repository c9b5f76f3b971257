import type { EvidenceKind } from './evidence.ts';

/** By what two pieces may be alike that two people did not make by themselves. */
export type LikenessKind =
  | 'time stamps'
  | 'time steps'
  | 'addresses'
  | 'words'
  | 'changed lines'
  | 'boot id'
  | 'configuration';

export interface LikenessMark {
  readonly kind: LikenessKind;
  readonly words: readonly string[];
}

const MOST_LINES = 200_000;

/** What honest people's pieces share word by word: of one kernel, of one test, of one default configuration. */
const ALIKE_ANYWAY: readonly EvidenceKind[] = ['boot log', 'module', 'test results', 'decoded trace'];

/**
 * What is a piece's own, once the person's mark is taken out: of a log its instants and addresses (the words of two logs of one
 * kernel are the same for everybody), of a patch the lines that it changes, of a `.config` its options, of all else its words,
 * five by five. `kinds`: what the piece looks like.
 */
export const likenessMarks = (
  text: string,
  nonce: string,
  kinds: ReadonlySet<EvidenceKind> = new Set(),
): readonly LikenessMark[] => {
  const lines = text.replaceAll(nonce, '').split(/\r?\n/, MOST_LINES);
  const stamps = lines.flatMap((line) => /^[^[]{0,60}\[\s*(\d{1,6}\.\d{6})\]/.exec(line)?.[1] ?? []);
  const marks: LikenessMark[] = [];
  if (kinds.has('config')) marks.push({ kind: 'configuration', words: lines.filter((line) => OPTION.test(line)) });
  else if (stamps.length > 20) {
    // The first lines are printed before there is a clock.
    marks.push({ kind: 'time stamps', words: stamps.filter((stamp) => Number(stamp) > 0) });
    marks.push({ kind: 'time steps', words: stepsOf(stamps) });
    marks.push({ kind: 'addresses', words: addressesIn(lines) });
  } else if (lines.some((line) => line.startsWith('@@ -'))) {
    marks.push({ kind: 'changed lines', words: changedLines(lines) });
  } else if (!ALIKE_ANYWAY.some((kind) => kinds.has(kind))) {
    marks.push({ kind: 'words', words: fives(kinds.has('mail') ? bodyOf(lines) : lines) });
  }
  const bootIds = lines.flatMap((line) => BOOT_ID.exec(line)?.[1]?.replaceAll('-', '') ?? []);
  if (bootIds.length > 0) marks.push({ kind: 'boot id', words: bootIds });
  return marks;
};

const BOOT_ID = /\bboot[ _]?id\b[^\da-f]{1,8}([\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12})\b/i;

/** How much later the next lines come, three by three: they stay where somebody moves all of a log by some seconds. */
const stepsOf = (stamps: readonly string[]): string[] => {
  const at = stamps.map((stamp) => Math.round(Number(stamp) * 1e6));
  const steps = at.slice(1).map((one, index) => one - (at[index] ?? 0));
  return steps.slice(2).flatMap((third, index) => {
    const three = [steps[index] ?? 0, steps[index + 1] ?? 0, third];
    // Before there is a clock, and where several lines come at once, everybody's are the same.
    return three.every((step) => Math.abs(step) < 10) ? [] : [three.join(' ')];
  });
};

const OPTION = /^(?:CONFIG_\w+=|# CONFIG_\w+ is not set)/;

/** What stands behind the head of a mail: two mails of one program have that in common. */
const bodyOf = (lines: readonly string[]): readonly string[] => lines.slice(lines.indexOf('') + 1);

/**
 * Addresses of the kernel's memory, drawn anew at each boot. Those of its text (`ffffffff…`) are the same in two kernels that
 * were built alike without address randomization, ranges of a memory map are the machine's.
 */
const addressesIn = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.match(/\b(?:0x)?ffff(?!ffff)[\da-f]{12}\b/g) ?? []);

const changedLines = (lines: readonly string[]): string[] =>
  lines
    .flatMap((line) => (/^[+-](?![+-]{2} )/.test(line) ? [line.replaceAll(/\s+/g, '')] : []))
    .filter((line) => line.length > 3);

const fives = (lines: readonly string[]): string[] => {
  const words = lines.flatMap((line) => line.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []);
  return words.slice(0, Math.max(0, words.length - 4)).map((_, at) => words.slice(at, at + 5).join(' '));
};
