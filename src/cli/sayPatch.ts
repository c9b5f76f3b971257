import { diffLines } from './diffLines.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';
import { patchDiff } from './patchDiff.ts';
import type { Work } from './startCommand.ts';

/** The site in its code, the change in place, and why this one. */
export const sayPatch = (face: Face, work: Work): void => {
  if (face.json) return;
  const { say, paint, host, width } = face;
  const { path, line, function: name } = work.site;
  say(paint('strong', work.isNew ? 'One place is worth changing.' : 'You have a draft.'));
  for (const words of work.because.flatMap((one) => folded(one, width - 2))) say(`  ${paint('soft', words)}`);
  if (work.seed !== '') say(`  ${paint('soft', `seed ${work.seed}`)}`);
  say();
  say(`${paint('site', `${path}:${line}`)}${name === '' ? '' : `  ${name}()`}`);
  say();
  const hunks = patchDiff(host.readBytes(work.patch)).replace(/^diff --git[^@]*/, '');
  for (const words of diffLines(hunks, paint)) say(`  ${words}`);
  say();
  say(paint('strong', work.subject));
  say(paint('soft', work.patch));
  say();
};
