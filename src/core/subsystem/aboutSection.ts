import { type Section, valuesOf } from '../maintainers/parseMaintainers.ts';
import type { SubsystemAbout } from './card.ts';

/** What a section of MAINTAINERS says of itself, in numbers and lists; nobody is named. */
export const aboutSection = (section: Section): SubsystemAbout => {
  const profile = valuesOf(section, 'P')[0]?.trim();
  return {
    name: section.title,
    status: valuesOf(section, 'S').join(', ').trim(),
    maintainers: valuesOf(section, 'M').length,
    reviewers: valuesOf(section, 'R').length,
    lists: valuesOf(section, 'L').map((list) => list.trim()),
    ...(profile === undefined || profile === '' ? {} : { profile }),
  };
};
