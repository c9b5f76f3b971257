import { Trouble } from '../../core/trouble.ts';
import type { Office } from '../../office/office.ts';
import { readTerms, type Term } from '../../office/term/readTerms.ts';

/** The term that is named, or the only one. Throws Trouble. */
export const namedTerm = async (office: Pick<Office, 'db'>, named: string | undefined): Promise<Term> => {
  const terms = await readTerms(office);
  const fits = terms.filter(
    ({ slug, programme }) => named === undefined || slug === named || `${programme.slug}/${slug}` === named,
  );
  const [only] = fits;
  if (only && fits.length === 1) return only;
  const all = terms.map(({ slug, programme }) => `${programme.slug}/${slug}`).join(', ');
  throw new Trouble('input', {
    what: fits.length === 0 ? `There is no term ${named ?? 'yet'}.` : 'There are several terms.',
    next: all === '' ? 'Make a programme first: patchling programme init' : `Name one with --term: ${all}`,
  });
};
