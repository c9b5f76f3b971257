import { checkSeries, type FilesChecked } from '../bench/checkSeries.ts';
import { type Answer, type MadeVersionFolder, makeVersion } from '../bench/makeVersion.ts';
import { noteSeries } from '../bench/noteSeries.ts';
import { planSeries, type SeriesPlan } from '../bench/planSeries.ts';
import { type Proposed, proposeTrailers } from '../bench/proposeTrailers.ts';
import { seriesWork } from '../bench/seriesWork.ts';
import type { Host } from '../edge/host.ts';
import { shellCommand } from '../edge/shellCommand.ts';
import { readPatches } from '../gather/preflight/readPatches.ts';
import { askProposals } from './askProposals.ts';
import { askSent } from './askSent.ts';
import type { Called, Run } from './commandTable.ts';
import type { Face } from './face.ts';
import { keepingWords } from './keepingWords.ts';
import { nextOfSeries } from './nextOfSeries.ts';
import { optionText } from './optionText.ts';
import { preparedJson } from './preparedJson.ts';
import { type PrepareOptions, prepareOptions } from './prepareOptions.ts';
import { sayPlan } from './sayPlan.ts';
import { sayPreflight } from './sayPreflight.ts';
import { sayPrepared } from './sayPrepared.ts';
import { settleSeriesWords } from './settleSeriesWords.ts';
import { treeFor } from './treeFor.ts';

/** `prepare [RANGE]`: 0 once the version is written, whatever the check then says of it. */
export const run: Run = async (face, { args, options }) => {
  const { host } = face;
  const order = await prepareOptions(host, options);
  const { folder: tree } = await treeFor(face, options);
  const plan = await planned(face, order, { tree, names: args });
  sayPlan(face, plan);
  const proposed = await proposeTrailers(host, plan, order);
  const answers = await askProposals(face, plan, proposed, order.take);
  const words = await settleSeriesWords(face, plan, order, { proposed, answers });
  const kept = [words.cover?.body, words.changelog].filter((text) => text !== undefined).join('\n\n');
  const made = await keepingWords(face, kept, () => makeVersion(host, plan, words));
  const checked = await check(face, plan, made);
  const again = typed(host, args, options);
  const next = nextOfSeries(again, plan, made, checked);
  if (face.json) face.say(JSON.stringify(preparedJson(plan, made, { proposed, answers, checked, next })));
  else {
    sayPrepared(face, plan, made, [...proposed.leftOut, ...unanswered(again, proposed, answers)]);
    for (const one of checked.checked) sayPreflight(face, one);
    face.say();
    face.say(`Next: ${next}`);
  }
  return 0;
};

/** The plan, after the person has said whether the newest version was sent, where that is what it hangs on. */
const planned = async (
  face: Face,
  order: PrepareOptions,
  named: Parameters<typeof seriesWork>[1],
): Promise<SeriesPlan> => {
  const { host } = face;
  const work = await seriesWork(host, named);
  const asked = { ...order, work };
  const plan = await planSeries(host, asked);
  if (plan.version.kind !== 'ask') return plan;
  return planSeries(host, { ...asked, version: await askSent(face, plan) });
};

/** The gate, with the versions before and what was answered. Its result is a fact of the journal, as after `check`. */
const check = async (
  { host }: Face,
  { work, contribution, threadFiles }: SeriesPlan,
  { folder }: MadeVersionFolder,
): Promise<FilesChecked> => {
  const files = await readPatches(host, [folder]);
  const before =
    contribution?.versions.filter((one) => one.folder !== folder && host.trees.exists(one.folder, '')) ?? [];
  const former = await Promise.all(before.map((one) => readPatches(host, [one.folder], { isThread: true })));
  const all = [...threadFiles, ...former.flat()];
  const checked = await checkSeries(host, { tree: work.tree, files, ...(all.length > 0 && { thread: all }) });
  for (const one of checked.checked) await noteSeries(host, files, one);
  return checked;
};

/** The command as it was typed, to be typed again with more. */
const typed = ({ command }: Host, args: readonly string[], options: Called['options']): string => {
  const kept = ['tree', 'version', 'thread', 'prefix', 'of'].flatMap((name) => {
    const value = optionText(options, name);
    return value === undefined ? [] : [`--${name}`, value];
  });
  return shellCommand([command, 'prepare', ...args, ...kept]);
};

const UNSURE = 'Unsure: add it to the commit yourself if it is right.';

const unanswered = (again: string, { offered }: Proposed, answers: readonly Answer[]) =>
  offered
    .filter((proposal) => answers.every((answer) => answer.proposal !== proposal))
    .map(({ kind, patch, trailer, seen, trust }) => ({
      kind,
      ...(patch > 0 && { patch }),
      trailer,
      because: `${seen} ${trust === 'unsure' ? UNSURE : `You take it with: ${again} --take ${kind}`}`,
    }));
