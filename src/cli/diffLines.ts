import { visible } from '../core/visible.ts';
import type { Paint } from './face.ts';

/** A diff's lines with colours that repeat their marks. */
export const diffLines = (diff: string, paint: Paint): string[] =>
  visible(diff)
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      if (/^(?:diff |index |--- |\+\+\+ |@@)/.test(line)) return paint('soft', line);
      if (line.startsWith('+')) return paint('added', line);
      return line.startsWith('-') ? paint('removed', line) : line;
    });
