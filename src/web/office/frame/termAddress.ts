import type { Term } from '../../../office/term/readTerms.ts';

/** Where a term's pages are. */
export const termAddress = ({ slug, programme }: Pick<Term, 'slug' | 'programme'>): string =>
  `/${programme.slug}/${slug}`;
