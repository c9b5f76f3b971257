import type { Because, Recipient } from '../core/maintainers/recipient.ts';

/** A recipient as scripts may rely on it; `role` and `line` are those of get_maintainer.pl. */
export const recipientJson = ({
  address,
  name,
  role,
  list,
  header,
  line,
  because,
}: Recipient): Record<string, unknown> => ({
  address,
  name,
  role,
  subsystem: because.flatMap((one) => (one.kind === 'section' ? one.section : []))[0] ?? null,
  because: because.map(becauseWords),
  list,
  header,
  line,
});

/** Why, in a few words. */
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
