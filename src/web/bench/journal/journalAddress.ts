/** Of the journal's facts of a kind, or all; from page 1. */
export const journalAddress = ({ kind, page = 1 }: { readonly kind?: string; readonly page?: number }): string => {
  const words = new URLSearchParams();
  if (kind !== undefined) words.set('kind', kind);
  if (page > 1) words.set('page', String(page));
  return words.size === 0 ? '/journal' : `/journal?${words}`;
};
