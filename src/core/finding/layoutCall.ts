/** Where a call stands: what is before it and behind it on its lines. */
export interface CallPlace {
  /** From the beginning of the line to the call: `\tbuf = `. */
  readonly before: string;
  /** From the call's end to the end of its line: `;`. */
  readonly after: string;
  /** The widest of the lines that the call takes now, in columns. */
  readonly widest: number;
}

/** Documentation/process/coding-style.rst, "Breaking long lines and strings"; checkpatch.pl objects from 100 on. */
const [PREFERRED, LIMIT] = [80, 100];

/**
 * A call as a kernel developer writes it: on one line where it fits, else broken between arguments and aligned to the
 * open parenthesis; broken behind the `=` where only that helps. A call that was wider than 80 columns may stay so.
 * The text that is given back stands where the call did; `shift` is put in place of the blank before it.
 */
export const layoutCall = (
  name: string,
  args: readonly string[],
  place: CallPlace,
): { text: string; shift: string } => {
  const limits = place.widest > PREFERRED ? [LIMIT] : [PREFERRED, LIMIT];
  for (const limit of limits) {
    const plain = broken(name, args, place.before, place.after, limit);
    if (plain !== undefined) return { text: plain, shift: '' };
    const indent = /^\s*/.exec(place.before)?.[0] ?? '';
    if (!/[^=!<>]=\s*$/.test(place.before)) continue;
    const moved = broken(name, args, `${indent}\t`, place.after, limit);
    if (moved !== undefined) return { text: moved, shift: `\n${indent}\t` };
  }
  return { text: broken(name, args, place.before, place.after, Number.POSITIVE_INFINITY) ?? '', shift: '' };
};

/** The call broken to fit a limit; undefined where it does not. */
const broken = (
  name: string,
  args: readonly string[],
  before: string,
  after: string,
  limit: number,
): string | undefined => {
  const head = `${name}(`;
  const oneLine = `${head}${args.join(', ')})`;
  if (width(before + oneLine + after) <= limit) return oneLine;
  const column = width(before + head);
  const indent = indentTo(column, before);
  const lines: string[] = [];
  let line = '';
  for (const [index, arg] of args.entries()) {
    const isLast = index === args.length - 1;
    const end = isLast ? `)${after}` : ',';
    const room = limit - column - end.length;
    const joined = line === '' ? arg : `${line} ${arg}`;
    if (joined.length <= room) line = joined;
    else {
      if (line !== '') lines.push(line);
      line = arg.length <= room ? arg : (brokenInside(arg, column, before, end, limit) ?? '');
      if (line === '') return undefined;
    }
    line += isLast ? ')' : ',';
  }
  return head + [...lines, line].join(`\n${indent}`);
};

/** An argument that is a call itself and too long for a line of its own. */
const brokenInside = (arg: string, column: number, before: string, end: string, limit: number): string | undefined => {
  const call = /^(\w+)\((.*)\)$/s.exec(arg);
  const parts = call?.[2] === undefined ? [] : splitArguments(call[2]);
  if (!call?.[1] || parts.length < 2) return undefined;
  return broken(call[1], parts, indentTo(column, before), end, limit);
};

/** The arguments of a call by its text: split at commas outside parentheses. */
export const splitArguments = (text: string): string[] => {
  const parts: string[] = [''];
  let depth = 0;
  for (const letter of text) {
    if ('([{'.includes(letter)) depth++;
    else if (')]}'.includes(letter)) depth--;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
};

/** Columns of the last line of a text; a tab goes to the next multiple of eight. */
export const width = (text: string): number => {
  let column = 0;
  for (const letter of text.slice(text.lastIndexOf('\n') + 1))
    column = letter === '\t' ? column + 8 - (column % 8) : column + 1;
  return column;
};

/** White space that reaches a column: tabs and then blanks, or blanks only where the line uses those. */
const indentTo = (column: number, before: string): string =>
  /^ {4,}/.test(before) ? ' '.repeat(column) : '\t'.repeat(column / 8) + ' '.repeat(column % 8);
