import type { Answer } from '../gather/recipientsFor.ts';
import type { Face } from './face.ts';
import { recipientLines } from './recipientLines.ts';

/** Who would get the patch, and as what. */
export const sayRecipients = (face: Face, { recipients, problems }: Answer): void => {
  const { json, say, paint } = face;
  if (json) return;
  say(paint('strong', 'Who would get it'));
  if (recipients.length === 0) say(`  ${paint('unknown', '? unknown')} MAINTAINERS names nobody`);
  for (const line of recipientLines(recipients, face)) say(line);
  for (const problem of problems) say(`  ${paint('unknown', '? unknown')} the history does not say: ${problem}`);
  say();
};
