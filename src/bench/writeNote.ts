import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';

/** A journal is read whole each time: what is longer belongs into a file. */
const LONGEST = 20_000;

/** A person's own words as a fact of the journal. Throws Trouble `input` for none, and for too many. */
export const writeNote = async ({ journal }: Pick<Host, 'journal'>, text: string): Promise<void> => {
  const words = text.replaceAll('\r\n', '\n').trim();
  if (words === '') throw new Trouble('input', { what: 'The note is empty.', next: 'Write a few words.' });
  if (words.length > LONGEST) {
    throw new Trouble('input', {
      what: `The note has ${words.length} characters; at most ${LONGEST} are kept.`,
      next: 'Keep it in a file of your own, and note where it is.',
    });
  }
  await journal.append({ kind: 'note-written', words });
};
