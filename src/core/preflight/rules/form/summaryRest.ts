import type { SubjectLine } from '../../../patch/patchMail.ts';

/** What follows the prefix: `Count the objects once`. */
export const summaryRest = ({ summary, prefix }: Pick<SubjectLine, 'summary' | 'prefix'>): string =>
  summary.startsWith(prefix) ? summary.slice(prefix.length).trim() : summary;
