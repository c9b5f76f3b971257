import type { PatchMail } from './patchMail.ts';

/** The commits that `Fixes:` lines of a message name: their digits as written, in lower case, each once. */
export const fixedCommits = ({ message }: Pick<PatchMail, 'message'>): readonly string[] => [
  ...new Set(
    message.flatMap(({ text }) => {
      const digits = /^fixes:\s*(?:commit\s+)?([0-9a-f]{4,40})(?![\w-])/i.exec(text.slice(0, 200))?.[1];
      return digits === undefined ? [] : [digits.toLowerCase()];
    }),
  ),
];
