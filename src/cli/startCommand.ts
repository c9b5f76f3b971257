import { join } from 'node:path';
import { checkPatch } from '../bench/checkPatch.ts';
import type { ChosenTree } from '../bench/chooseTree.ts';
import { continueDraft } from '../bench/continueDraft.ts';
import { drawWork } from '../bench/drawWork.ts';
import { obtainTree } from '../bench/obtainTree.ts';
import { standingOf } from '../bench/standingOf.ts';
import { whoGets } from '../bench/whoGets.ts';
import { writePatch } from '../bench/writePatch.ts';
import { placeOf } from '../core/finding/site.ts';
import type { Check } from '../core/verdict.ts';
import type { Progress } from '../edge/progress.ts';
import { askWhy } from './askWhy.ts';
import { checkLines } from './checkLines.ts';
import type { Called, Run } from './commandTable.ts';
import type { Face } from './face.ts';
import { optionText } from './optionText.ts';
import { progressLine } from './progressLine.ts';
import { sayNext } from './sayNext.ts';
import { sayPatch } from './sayPatch.ts';
import { sayRecipients } from './sayRecipients.ts';
import { sayTree } from './sayTree.ts';
import { startJson } from './startJson.ts';
import { wantsSignOff } from './wantsSignOff.ts';

/** What `start` works on: a draft, written now or before. */
export interface Work {
  readonly patch: string;
  readonly subject: string;
  readonly site: {
    readonly path: string;
    readonly line: number;
    readonly function: string;
    readonly expression: string;
  };
  readonly seed: string;
  /** Why this one; or that it is gone on with. */
  readonly because: readonly string[];
  readonly isNew: boolean;
}

/** `start`: the main job. 0 once a patch is written. */
export const run: Run = async (face, { options }) => {
  const { host } = face;
  const tree = await finished(face, obtainTree(host, { tree: optionText(options, 'tree') }));
  const standing = await standingOf(host, tree);
  sayTree(face, tree, standing);
  const work = await workOn(face, tree, options);
  sayPatch(face, work);
  const recipients = await whoGets(host, { tree: tree.folder, patch: work.patch });
  sayRecipients(face, recipients);

  const checks: Check[] = [];
  const order = { tree: tree.folder, patch: work.patch, path: work.site.path, compile: options['compile'] !== false };
  if (!face.json) face.say(face.paint('strong', 'What was checked'));
  for await (const step of checkPatch(host, order)) {
    if (step.kind === 'progress') face.progress(progressLine(step.progress));
    else {
      checks.push(step.check);
      if (!face.json) for (const line of checkLines(step.check, face)) face.say(line);
    }
  }
  if (face.json) face.say(JSON.stringify(startJson(tree, standing, work, recipients, checks)));
  else sayNext(face, tree, standing, work, checks);
  return 0;
};

/** Shows how far a verb has come until it has its result; each new phase is a line for those without a terminal. */
const finished = async <Result>(face: Face, working: AsyncGenerator<Progress, Result, undefined>): Promise<Result> => {
  let phase = '';
  let step = await working.next();
  for (; !step.done; step = await working.next()) {
    if (step.value.doing !== phase) {
      phase = step.value.doing;
      face.note(face.paint('soft', `… ${phase}`));
    }
    face.progress(progressLine(step.value));
  }
  return step.value;
};

const workOn = async (face: Face, tree: ChosenTree, options: Called['options']): Promise<Work> => {
  const { host } = face;
  const wantsNew = options['another'] === true || typeof options['seed'] === 'string';
  const draft = wantsNew ? undefined : await continueDraft(host, tree.folder);
  if (draft) {
    return {
      ...draft,
      seed: draft.seed ?? '',
      because: ['This is the draft that you began; --another draws another site.'],
      isNew: false,
    };
  }
  const seed = optionText(options, 'seed') ?? (await nextSeed(face));
  const drawn = await finished(
    face,
    drawWork(host, { tree: tree.folder, seed, compile: options['compile'] !== false }),
  );
  const out = join(host.folders.data, 'drafts', `${drawn.site.path.replaceAll('/', '-')}-${drawn.site.line}`);
  const wish = { tree: tree.folder, path: drawn.site.path, line: drawn.site.line, column: drawn.site.column, out };
  const first = await writePatch(host, { ...wish, signoff: false });
  if (first.kind === 'left') throw new Error(`${placeOf(first.site)} was ready and is ${first.site.fix}`);
  const work = { ...first, site: drawn.site, seed, because: drawn.because, isNew: true };
  if (!host.terminal.isInteractive || face.json) return work;

  sayPatch(face, work);
  const why = await askWhy(face, placeOf(drawn.site));
  if (why === undefined) return work;
  const second = await writePatch(host, { ...wish, why, signoff: await wantsSignOff(face, tree.folder) });
  return second.kind === 'left' ? work : { ...work, ...second, site: drawn.site };
};

/** The person's own seed; each site that was drawn before moves it on. */
const nextSeed = async ({ host }: Face): Promise<string> => {
  const { facts } = await host.journal.read();
  const drawn = facts.filter((fact) => fact.kind === 'site-drawn').length;
  return drawn === 0 ? host.personalSeed() : `${host.personalSeed()}.${drawn}`;
};
