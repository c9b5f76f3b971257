import type { Check } from '../core/verdict.ts';
import { type Face, verdictWords } from './face.ts';
import { visible } from './visible.ts';

/** A check: its verdict, what was seen, and what would settle it. */
export const checkLines = (
  { check, verdict, seen, details = [], settle }: Check,
  { paint }: Pick<Face, 'paint'>,
): string[] => [
  `  ${verdictWords(paint, verdict)} ${check}: ${seen}`,
  ...(verdict === 'fails' ? details.slice(0, 8).map((line) => `      ${paint('soft', visible(line))}`) : []),
  ...(settle === undefined ? [] : [`      ${paint('soft', 'settle it:')} ${settle}`]),
];
