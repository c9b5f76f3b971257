import type { PerlNode } from './perlNode.ts';
import type { PerlReader } from './perlReader.ts';
import { foldFor, foldsToSeveral } from './sameLetter.ts';

/** The character `code`, that stands at `at`, in the case that the flags ask for. */
export const charNode = (reader: PerlReader, code: number, at: number): PerlNode => {
  const fold = foldFor(code, reader.flags.i, reader.flags.rules);
  if (fold === 'none') return { kind: 'char', code, fold };
  if (foldsToSeveral(code)) {
    const letter = String.fromCodePoint(code);
    throw reader.unsupported(`${letter} without regard to case, which may stand for several letters`, at);
  }
  return { kind: 'char', code: fold === 'unicode' ? (asAscii[code] ?? code) : code, fold };
};

// So that they make up `ss` and `st` as s does.
const asAscii: Readonly<Record<number, number>> = { 8490: 0x6b, 383: 0x73 };
