import { checkPatch } from '../bench/checkPatch.ts';
import { obtainTree } from '../bench/obtainTree.ts';
import { standingOf } from '../bench/standingOf.ts';
import { whoGets } from '../bench/whoGets.ts';
import type { Check } from '../core/verdict.ts';
import { checkLines } from './checkLines.ts';
import type { Run } from './commandTable.ts';
import type { Face } from './face.ts';
import { optionText } from './optionText.ts';
import { finished, phases } from './phases.ts';
import { plural } from './plural.ts';
import { sayNext } from './sayNext.ts';
import { sayPatch } from './sayPatch.ts';
import { sayRecipients } from './sayRecipients.ts';
import { sayTree } from './sayTree.ts';
import { startJson } from './startJson.ts';
import { type Work, workOn } from './workOn.ts';

/** `start`: the main job. 0 once a patch is written. */
export const run: Run = async (face, { options }) => {
  const { host } = face;
  await noteDamage(face);
  const tree = await finished(face, obtainTree(host, { tree: optionText(options, 'tree') }));
  if (tree.how === 'last used') face.note(`tree: ${tree.folder} (${tree.name}), the one used last`);
  const standing = await standingOf(host, tree);
  sayTree(face, tree, standing);
  const work = await workOn(face, tree, options);
  if (!work.isShown) sayPatch(face, work);
  const recipients = await whoGets(host, { tree: tree.folder, patch: work.patch });
  sayRecipients(face, recipients);
  const checks = await sayChecks(face, tree.folder, work, options['compile'] !== false);
  if (face.json) face.say(JSON.stringify(startJson(tree, standing, work, recipients, checks)));
  else sayNext(face, tree, standing, work, checks);
  return 0;
};

const sayChecks = async (face: Face, tree: string, work: Work, compile: boolean): Promise<Check[]> => {
  const checks: Check[] = [];
  const tell = phases(face);
  if (!face.json) face.say(face.paint('strong', 'What was checked'));
  for await (const step of checkPatch(face.host, { tree, patch: work.patch, path: work.site.path, compile })) {
    if (step.kind === 'progress') tell(step.progress);
    else {
      checks.push(step.check);
      if (!face.json) for (const line of checkLines(step.check, face)) face.say(line);
    }
  }
  return checks;
};

/** Lines of the journal that nobody can read do no harm, but whoever keeps it should know. */
const noteDamage = async ({ host, note }: Face): Promise<void> => {
  const { problems } = await host.journal.read();
  const [first] = problems;
  if (!first) return;
  const where = `${host.folders.data}/journal.ndjson`;
  note(
    `${plural(problems.length, 'line')} of ${where} cannot be read (line ${first.line}: ${first.what}); left as is.`,
  );
};
