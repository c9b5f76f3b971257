import type { Because } from './recipient.ts';

/** Why somebody gets a mail, in a few words. */
export const becauseWords = (because: Because): string => {
  switch (because.kind) {
    case 'section':
      return `${because.section}: ${because.pattern} (${because.file}:${because.line})`;
    case 'history':
      return `${because.path}: ${because.says}`;
    case 'in file':
      return `the address stands in ${because.path}`;
    case 'fixes':
      return `took part in ${because.commit}, which the patch fixes`;
    default:
      return because satisfies never;
  }
};
