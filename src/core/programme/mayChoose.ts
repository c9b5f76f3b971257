/** At most so many at once. */
export const MOST_SUBSYSTEMS = 2;

export type MayChoose = { readonly kind: 'may' } | { readonly kind: 'refused'; readonly because: string };

/** Whether a mentee may choose a subsystem. `names` are the sections of MAINTAINERS; `chosen` what they have now. */
export const mayChoose = (names: ReadonlySet<string>, chosen: readonly string[], name: string): MayChoose => {
  if (!names.has(name)) return refused('No section of MAINTAINERS has this name.');
  if (chosen.includes(name)) return refused('You have chosen it already.');
  if (chosen.length >= MOST_SUBSYSTEMS) return refused('You have chosen two. Leave one of them first, and say why.');
  return { kind: 'may' };
};

const refused = (because: string): MayChoose => ({ kind: 'refused', because });

/** A section's name as the log holds it. */
export const sectionWord = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 100);
