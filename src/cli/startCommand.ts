import { obtainTree } from '../bench/obtainTree.ts';
import { standingOf } from '../bench/standingOf.ts';
import { whoGetsPatch } from '../bench/whoGets.ts';
import { plural } from '../core/plural.ts';
import { hasDesktop } from '../edge/web/openInBrowser.ts';
import type { Run } from './commandTable.ts';
import type { Face } from './face.ts';
import { optionText } from './optionText.ts';
import { finished } from './phases.ts';
import { sayChecks } from './sayChecks.ts';
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
  const recipients = await whoGetsPatch(host, { tree: tree.folder, patch: work.patch });
  sayRecipients(face, recipients);
  const order = { tree: tree.folder, patch: work.patch, path: work.site.path, compile: options['compile'] !== false };
  const checks = await sayChecks(face, order);
  if (face.json) face.say(JSON.stringify(startJson(tree, standing, work, recipients, checks)));
  else sayNext(face, tree, standing, work, checks);
  return offerPages(face, tree.folder, work);
};

/** On a desktop the same things are a browser away; nobody is asked where none could open. */
const offerPages = async (face: Face, tree: string, { site }: Work): Promise<number> => {
  const { host, json } = face;
  if (json || !host.terminal.isInteractive || !hasDesktop(host.env)) return 0;
  const answer = await host.terminal.ask('Open it in your browser now? [y/N] ');
  if (!/^y(?:es)?$/i.test(answer)) return 0;
  const { run: web } = await import('./webCommand.ts');
  await web(face, { args: [], options: { tree, open: true, to: `/site?at=${site.path}:${site.line}` } });
  return 0;
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
