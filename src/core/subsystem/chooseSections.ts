import type { Section } from '../maintainers/parseMaintainers.ts';
import { nearestTitles } from './nearestTitles.ts';
import { type SectionFit, sectionFit } from './sectionFit.ts';

export type ChosenSections =
  | {
      readonly kind: 'chosen';
      readonly section: Section;
      /** A sentence: `Its list is linux-mm@kvack.org, and it owns mm/.` */
      readonly because: string;
      /** Others that fit, the best first; a person may have meant one of them. */
      readonly others: readonly Section[];
    }
  /** Nothing fits; titles that are spelled alike or share a word. */
  | { readonly kind: 'none'; readonly nearest: readonly string[] };

/** What people say for what MAINTAINERS calls otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  alsa: 'sound',
  docs: 'documentation',
  dt: 'devicetree',
  rdma: 'infiniband',
};

/** The section of MAINTAINERS that a person means by a name: its title, its list, its folder, or words of its title. */
export const chooseSections = (name: string, sections: readonly Section[]): ChosenSections => {
  const exact = sections.find(({ title }) => title.toLowerCase() === name.trim().toLowerCase());
  const fits = fitsOf(name, sections).filter(({ section }) => section !== exact);
  const others = fits.map(({ section }) => section);
  if (exact) return { kind: 'chosen', section: exact, because: 'It is called so.', others };
  const alias = ALIASES[name.trim().toLowerCase()];
  const [meant] = alias === undefined ? [] : fitsOf(alias, sections);
  const best = meant ?? fits[0];
  if (!best) return { kind: 'none', nearest: nearestTitles(name, sections) };
  const rest = others.filter((section) => section !== best.section);
  return { kind: 'chosen', section: best.section, because: sentenceOf(best.because), others: rest };
};

/** The best first; equals as they stand in the file. */
const fitsOf = (name: string, sections: readonly Section[]): readonly SectionFit[] =>
  sections
    .map((section) => sectionFit(name, section))
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points);

const sentenceOf = (clauses: readonly string[]): string => {
  const words = clauses.slice(0, 3).join(', and ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
};
