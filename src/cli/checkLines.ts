import type { Check } from '../core/verdict.ts';
import { type Face, verdictWords } from './face.ts';
import { folded } from './folded.ts';

/** A check: its verdict, what was seen, and what would settle it. */
export const checkLines = (
  { check, verdict, seen, details = [], settle }: Check,
  { paint, width }: Pick<Face, 'paint' | 'width'>,
): string[] => {
  const mark = verdictWords(paint, verdict);
  const [first = '', ...more] = folded(`${check}: ${seen}`, width - 3 - VERDICT);
  return [
    `  ${mark}${' '.repeat(VERDICT - verdict.length - 2)} ${first}`,
    ...more.map((line) => ' '.repeat(VERDICT + 3) + line),
    ...(verdict === 'holds' ? [] : details.slice(0, 8).map((line) => `      ${paint('soft', line)}`)),
    ...(settle === undefined ? [] : [`      ${paint('soft', 'settle it:')} ${settle}`]),
  ];
};

/** As wide as the longest, with its mark. */
const VERDICT = '? unknown'.length;
