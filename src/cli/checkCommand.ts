import { checkSeries, type FilesChecked, judgeAgain, type SeriesOrder } from '../bench/checkSeries.ts';
import { noteSeries } from '../bench/noteSeries.ts';
import { stateTools } from '../bench/stateTools.ts';
import { turnOffRule } from '../bench/turnOffRule.ts';
import { plural } from '../core/plural.ts';
import type { SourceFile } from '../core/series/readSeries.ts';
import { Trouble } from '../core/trouble.ts';
import { readPatches } from '../gather/preflight/readPatches.ts';
import { askTools } from './askTools.ts';
import type { Called, Run } from './commandTable.ts';
import type { Face } from './face.ts';
import { mendProblems } from './mendProblems.ts';
import { optionText } from './optionText.ts';
import { preflightJson, worst } from './preflightJson.ts';
import { sayPreflight } from './sayPreflight.ts';
import { treeFor } from './treeFor.ts';

/** `check PATCH…|FOLDER`: 0 where it holds, 1 with an error, 3 where a tool that it needs is missing. */
export const run: Run = async (face, called) => {
  const { args, options } = called;
  refuseEmpty(options);
  if (options['rules'] === true) return (await import('./sayRules.ts')).sayRules(face, options);
  const { folder: tree } = await treeFor(face, options);
  const files = await readPatches(face.host, namesOf(face, args));
  const order: SeriesOrder = {
    tree,
    files,
    thread: await threadOf(face, options),
    tools: optionText(options, 'tools'),
  };
  const done = await settled(face, order, options);
  sayLeftOut(face, done);
  for (const one of done.checked) await noteSeries(face.host, files, one);
  const results = done.checked.map(({ result }) => result);
  if (face.json)
    face.say(JSON.stringify({ ...preflightJson(results), examples: done.checked.flatMap(({ examples }) => examples) }));
  else sayAll(face, done);
  return { holds: 0, fails: 1, unknown: 3 }[worst(results)];
};

/** What was typed and would be passed over in silence. */
const refuseEmpty = (options: Called['options']): void => {
  if (optionText(options, 'because') !== undefined && optionText(options, 'without') === undefined) {
    throw new Trouble('input', { what: '--because belongs to --without RULE.', next: 'Name the rule, too.' });
  }
  if (optionText(options, 'tools')?.trim() === '') {
    throw new Trouble('input', { what: '--tools is empty.', next: 'Say "none", or which tool wrote what.' });
  }
};

const namesOf = ({ host }: Face, names: readonly string[]): readonly string[] => {
  if (names.length > 0) return names;
  throw new Trouble('input', {
    what: 'What shall be checked? Name a patch, several, or a folder of them.',
    next: `git format-patch -1 writes one of your last commit; then ${host.command} check 0001-*.patch`,
  });
};

const threadOf = async ({ host }: Face, options: Called['options']): Promise<readonly SourceFile[] | undefined> => {
  const name = optionText(options, 'thread');
  return name === undefined ? undefined : readPatches(host, [name], { isThread: true });
};

/** The check, after what the person has to say about it, and once more after each thing that was put right. */
const settled = async (face: Face, order: SeriesOrder, options: Called['options']): Promise<FilesChecked> => {
  const { host } = face;
  const first = await checked(face, order);
  const series = first.checked.map((one) => one.series);
  const without = optionText(options, 'without');
  if (without !== undefined) {
    await turnOffRule(host, first.checked, { rule: without, because: optionText(options, 'because') });
  }
  const tools = order.tools ?? (await askTools(face, first));
  if (tools !== undefined) await stateTools(host, series, tools);
  const again = without !== undefined || (tools !== undefined && order.tools === undefined);
  const said = again ? await judgeAgain(host, first) : first;
  if (options['fix'] !== true) return said;
  const mended = await mendProblems(face, order.files, said);
  return mended ? checked(face, { ...order, files: mended, tools }) : said;
};

const checked = async (face: Face, order: SeriesOrder): Promise<FilesChecked> => {
  face.progress(`Reading ${plural(order.files.length, 'file')} and asking the tree…`);
  return checkSeries(face.host, order);
};

const sayLeftOut = ({ note }: Face, { others, former, checked: series }: FilesChecked): void => {
  if (series.length === 0) {
    throw new Trouble('input', {
      what: `There is no patch among ${plural(others.length, 'mail')}.`,
      why: 'A patch mail has a diff: lines such as "diff --git a/mm/slub.c b/mm/slub.c".',
      next: 'Make one with git format-patch -1.',
    });
  }
  if (former.length > 0) note(`${plural(former.length, 'former version')} among them: read, not checked.`);
  if (others.length > 0) note(`${plural(others.length, 'mail')} without a patch: read as answers, not checked.`);
};

const sayAll = (face: Face, { checked: all }: FilesChecked): void => {
  for (const one of all) {
    const { series } = one;
    if (all.length > 1) face.say(face.paint('strong', series.mails[0]?.subject.text ?? ''));
    if (all.length > 1) face.say();
    sayPreflight(face, one);
  }
};
