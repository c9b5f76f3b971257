import { type LineKind, lineKinds } from '../../../core/patch/lineKinds.ts';
import { readMails } from '../../../core/series/readSeries.ts';

/** A file's lines as text, and what each is. Bytes that are no UTF-8 are shown as a sign. */
export const mailView = (
  file: string,
  bytes: Uint8Array,
): { readonly lines: readonly string[]; readonly kinds: ReadonlyMap<number, LineKind> } => {
  const lines = new TextDecoder().decode(bytes).split('\n');
  if (lines.at(-1) === '') lines.pop();
  const kinds = new Map<number, LineKind>();
  for (const mail of readMails([{ file, source: Buffer.from(bytes).toString('latin1') }])) {
    for (const [line, kind] of lineKinds(mail)) kinds.set(line, kind);
  }
  return { lines, kinds };
};
