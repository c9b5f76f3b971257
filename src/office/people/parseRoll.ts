import { parse } from 'csv-parse/sync';
import { isMailAddress } from '../../core/programme/mail/mailOut.ts';
import { MOST_ON_ROLL, type Roll, readRoll } from '../../core/programme/roll.ts';

export interface ParsedRoll extends Roll {
  /** As it was understood: what a page hands on to be read once more when it is confirmed. */
  readonly text: string;
  /** It was not UTF-8, and was read as Windows writes western European letters. */
  readonly isGuessed: boolean;
}

const MOST_OF_ROLL = 2_000_000;

/** Longer than any cell that is a name, an address or a status; a quote that never ends stops here. */
const MOST_OF_LINE = 100_000;

/** A list as portals and spreadsheets export it: commas, semicolons or tabs, any line ends, with or without a mark. */
export const parseRoll = (bytes: Uint8Array): ParsedRoll => {
  if (bytes.length > MOST_OF_ROLL) return nobody(`It has ${bytes.length} bytes; at most ${MOST_OF_ROLL} are read.`);
  const { text, isGuessed } = textOf(bytes);
  try {
    const rows = parse(text, {
      ...{ delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: true, info: true },
      ...{ to: MOST_ON_ROLL + 2, max_record_size: MOST_OF_LINE, bom: true },
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const lines = rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
    return { ...readRoll(lines, isMailAddress), text, isGuessed };
  } catch (error) {
    const { lines = 1, code = '' } = error as { lines?: number; code?: string };
    return { ...nobody(`It cannot be read as a table: ${sayBroken(code)}`, lines), text, isGuessed };
  }
};

const nobody = (what: string, line = 1): ParsedRoll => ({
  ...{ people: [], unclear: [{ line, what }], unread: [], text: '', isGuessed: false },
});

function textOf(bytes: Uint8Array): { readonly text: string; readonly isGuessed: boolean } {
  // A file of two-byte letters is what a spreadsheet calls Unicode.
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
  if (wide !== undefined) return { text: clean(new TextDecoder(wide).decode(bytes)), isGuessed: false };
  try {
    return { text: clean(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), isGuessed: false };
  } catch {
    return { text: clean(new TextDecoder('windows-1252').decode(bytes)), isGuessed: true };
  }
}

const clean = (text: string): string => text.replaceAll('\0', '');

/** What the first line has most of. */
const delimiterOf = (text: string): string => {
  const head = text.slice(0, 10_000).split(/\r?\n|\r/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((one) => ({ one, count: head.split(one).length }));
  return counts.toSorted((first, second) => second.count - first.count)[0]?.one ?? ',';
};

const sayBroken = (code: string): string => {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark is not closed.';
  if (code === 'CSV_MAX_RECORD_SIZE') return 'a line is far too long; perhaps a quotation mark is not closed.';
  return code.includes('QUOTE') ? 'a quotation mark stands where none can be.' : 'its lines are broken.';
};
