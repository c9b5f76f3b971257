import type { PerlText } from './perlText.ts';

export type ListKind = 'open' | 'moderated' | 'subscriber';

/** An `L:` line: the address and what stands behind it. */
export const readList = (
  value: string,
  { blank }: Pick<PerlText, 'blank'>,
): { readonly address: string; readonly note: string; readonly kind: ListKind } => {
  const [, address = value, note = ''] = new RegExp(`^([^${blank}]+)[${blank}]+(.*)$`, 's').exec(value) ?? [];
  const kind = note.includes('subscribers-only') ? 'subscriber' : note.includes('moderated') ? 'moderated' : 'open';
  return { address, note, kind };
};
