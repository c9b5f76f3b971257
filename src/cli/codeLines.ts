import { visible } from '../core/visible.ts';
import type { Paint } from './face.ts';

/**
 * The hunks of a unified diff as code: line numbers, the change in place, what is computed underlined. A line that goes
 * has its number before, one that comes its number after. Where the terminal's columns do not hold the code beside the
 * numbers, the numbers are left out.
 */
export const codeLines = (
  diff: string,
  expression: string,
  { paint, columns = Number.POSITIVE_INFINITY }: { paint: Paint; columns?: number | undefined },
): string[] => {
  const rows = numbered(visible(diff));
  const isWide = rows.some(({ line }) => expanded(line.slice(1)).length + NUMBER + 3 > columns);
  return rows.map(({ number, line }) => {
    if (line === '') return paint('soft', '     …');
    const before = isWide ? '' : `${paint('soft', String(number).padStart(NUMBER))} `;
    return before + codeLine(line, expression, paint);
  });
};

const NUMBER = 6;

interface Row {
  readonly number: number;
  /** With its mark; empty between two hunks. */
  readonly line: string;
}

const numbered = (diff: string): Row[] => {
  const rows: Row[] = [];
  let [before, after] = [0, 0];
  for (const line of diff.split('\n')) {
    const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(line);
    if (hunk) {
      if (rows.length > 0) rows.push({ number: 0, line: '' });
      [before, after] = [Number(hunk[1]), Number(hunk[2])];
    } else if (line.startsWith('diff ')) before = 0;
    else if (before > 0 && /^[-+ ]/.test(line)) {
      rows.push({ number: line.startsWith('+') ? after : before, line });
      if (!line.startsWith('+')) before++;
      if (!line.startsWith('-')) after++;
    }
  }
  return rows;
};

const codeLine = (line: string, expression: string, paint: Paint): string => {
  const text = expanded(line.slice(1));
  if (line.startsWith('+')) return paint('added', `+ ${text}`);
  return line.startsWith('-') ? `${paint('removed', '-')} ${marked(text, expression, paint)}` : `  ${text}`;
};

const marked = (text: string, expression: string, paint: Paint): string => {
  const at = text.indexOf(expression);
  if (at === -1) return paint('removed', text);
  const end = at + expression.length;
  return (
    paint('removed', text.slice(0, at))
    + paint('site', paint('removed', expression))
    + paint('removed', text.slice(end))
  );
};

/** Tabs as blanks, to the next multiple of eight of the file's own columns. */
const expanded = (text: string): string => {
  let wide = '';
  for (const letter of text) wide += letter === '\t' ? ' '.repeat(8 - (wide.length % 8)) : letter;
  return wide;
};
