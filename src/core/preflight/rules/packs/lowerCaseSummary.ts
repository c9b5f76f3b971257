import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Finding } from '../../rule.ts';
import { mendSubject } from '../form/mendSubject.ts';

/** A summary whose first word behind the prefix is a plain word in lower case; a symbol keeps its own letters. */
export const lowerCaseSummary = (patch: PatchMail): readonly Finding[] => {
  const { summary, prefix, summaryAt, text } = patch.subject;
  const word = /^[a-z]+(?=\s)/.exec(summary.slice(prefix.length, prefix.length + 60))?.[0];
  if (prefix === '' || word === undefined) return [];
  const start = summaryAt + prefix.length;
  const put = text.slice(0, start) + text.charAt(start).toUpperCase() + text.slice(start + 1);
  const mend = mendSubject(patch, 'Begin the description with a capital', put);
  return [
    {
      patch,
      span: [start, start + word.length],
      what: `"${word}" behind the prefix begins with a small letter.`,
      ...(mend && { mend }),
    },
  ];
};
