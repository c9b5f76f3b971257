import { commitMessage, missingWhy } from '../core/patch/commitMessage.ts';

/**
 * The why that stands in a patch which Patchling wrote before, so that writing it again does not lose a person's words;
 * undefined where there is none yet. `what` is the paragraph behind it.
 */
export const keptWhy = (mail: Uint8Array, what: string): string | undefined => {
  const text = new TextDecoder().decode(mail);
  const body = text.slice(text.indexOf('\n\n') + 2);
  const [, behind = ''] = commitMessage({ subject: '', what }).split(`${missingWhy}\n\n`);
  const end = body.indexOf(`\n\n${behind.trimEnd()}\n`);
  const why = end === -1 ? '' : body.slice(0, end).trim();
  return why === '' || why === missingWhy ? undefined : why;
};
