import { codeLines } from './codeLines.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';
import { patchDiff } from './patchDiff.ts';
import type { Work } from './workOn.ts';

/** The site in its code, the change in place, and why this one. */
export const sayPatch = (face: Face, work: Work): void => {
  if (face.json) return;
  const { say, paint, width } = face;
  say(paint('strong', work.isNew ? 'One place is worth changing.' : 'You have a draft.'));
  for (const words of work.because.flatMap((one) => folded(one, width - 2))) say(`  ${paint('soft', words)}`);
  if (work.seed !== '') say(`  ${paint('soft', `seed ${work.seed}`)}`);
  say();
  sayChange(face, work);
};

/** The place, the change in it, the subject and the patch's file. */
export const sayChange = (
  { say, paint, host, columns }: Face,
  work: Pick<Work, 'patch' | 'subject' | 'site'>,
): void => {
  const { path, line, function: name, expression } = work.site;
  say(`${paint('site', `${path}:${line}`)}${name === '' ? '' : `  ${name}()`}`);
  say();
  const diff = patchDiff(host.readBytes(work.patch));
  for (const line of codeLines(diff, expression, { paint, columns })) say(line);
  say();
  say(paint('strong', work.subject));
  say(paint('soft', work.patch));
  say();
};
