import type { Draft } from '../core/journal/draft.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';

/** Takes a draft off the person's list, with their reason; the file stays. Throws Trouble `input` without one. */
export const dropDraft = async (
  { journal }: Pick<Host, 'journal'>,
  { patch }: Pick<Draft, 'patch'>,
  because: string,
): Promise<void> => {
  const words = because.replace(/\s+/g, ' ').trim().slice(0, 1000);
  if (words === '') throw new Trouble('input', { what: 'The reason is empty.', next: 'Say in a few words why.' });
  await journal.append({ kind: 'dropped', patch, because: words });
};
