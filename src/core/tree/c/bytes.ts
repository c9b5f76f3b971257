/**
 * A file as bytes, as far as the core needs it. Node's Buffer is one; the edge hands it in. Text that is taken out is
 * Latin-1: one character a byte, so that every offset is a byte offset whatever the file's encoding is.
 */
export interface Bytes {
  readonly length: number;
  readonly [offset: number]: number;
  indexOf(text: string, from?: number): number;
  toString(encoding: 'latin1', start: number, end: number): string;
}

export const NEWLINE = 10;
export const BACKSLASH = 92;

/** A letter, a digit or an underscore: what a C identifier is made of. */
export const isWordByte = (byte: number | undefined): boolean =>
  byte !== undefined
  && ((byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57) || byte === 95);

/** Blank, tab, newline, carriage return, form feed, vertical tab. */
export const isSpaceByte = (byte: number | undefined): boolean =>
  byte === 32 || (byte !== undefined && byte >= 9 && byte <= 13);
