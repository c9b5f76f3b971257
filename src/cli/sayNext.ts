import type { ChosenTree } from '../bench/chooseTree.ts';
import { namedTree } from '../bench/namedTree.ts';
import { nextOfDraft } from '../bench/nextOfDraft.ts';
import type { TreeStanding } from '../core/tree/treeStanding.ts';
import type { Check } from '../core/verdict.ts';
import { shellCommand } from '../edge/shellCommand.ts';
import { ownersOf } from '../gather/ownersOf.ts';
import { checkLines } from './checkLines.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';
import type { Work } from './workOn.ts';

const MAINLINE = 'git clone https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git';

/** What is not known yet, what only the person can do, and the next command to type. Nothing is ever sent by itself. */
export const sayNext = (
  face: Face,
  tree: ChosenTree,
  standing: TreeStanding,
  work: Work,
  checks: readonly Check[],
): void => {
  const { say, paint, width } = face;
  const unasked = 'Nobody has looked yet whether this was sent already.';
  for (const line of checkLines({ check: 'somebody on it', verdict: 'unknown', seen: unasked }, face)) say(line);
  const lacks = new Set(checks.flatMap(({ check, verdict }) => (verdict === 'fails' ? check : [])));
  const isPractice = standing.work === 'practice';
  const steps = [...personalSteps(lacks, work), ...(isPractice ? practice(face, tree, work) : [])];
  if (steps.length > 0) {
    say();
    say(paint('strong', steps.length === 1 ? 'One thing is yours to do' : `${steps.length} things are yours to do`));
  }
  for (const step of steps) {
    for (const [index, line] of folded(step, width - 4).entries()) say(`  ${index === 0 ? '→' : ' '} ${line}`);
  }
  say();
  say(`Next: ${paint('leaf', nextCommand(face, tree, work, lacks))}`);
  const web = shellCommand([face.host.command, 'web', ...namedTree(tree)]);
  say(`Or see it in its code, in your browser: ${paint('leaf', web)}`);
};

const personalSteps = (lacks: ReadonlySet<string>, work: Work): string[] => {
  const place = `${work.site.path}:${work.site.line}`;
  if (!work.isCurrent) return [`${place} has changed since this draft was written: draw another site.`];
  const into = work.isEdited ? 'the patch itself' : 'why.txt';
  return [
    ...(lacks.has('author') ? ['Tell git who you are: git config --global user.name "…", and user.email.'] : []),
    ...(lacks.has('the why') ? [`Read ${place} and its callers, and write into ${into} why it should change.`] : []),
    ...(lacks.has('sign-off') ? ['Sign it off when you can: it is your word that you may give this code.'] : []),
  ];
};

const practice = ({ host }: Face, tree: ChosenTree, { site }: Work): string[] => {
  const [own] = ownersOf(host, tree.folder)
    .of(site.path)
    .flatMap(({ section }) => section.fields.filter(({ letter }) => letter === 'T'));
  const or = own ? ` or its maintainers' own tree (T: ${own.value})` : '';
  return [
    `This is practice. Before anything is sent, look at the same place in mainline (${MAINLINE})${or}: `
      + `much may have changed since ${tree.name}.`,
  ];
};

const nextCommand = ({ host }: Face, tree: ChosenTree, work: Work, lacks: ReadonlySet<string>): string =>
  work.isCurrent
    ? nextOfDraft(host, tree, { ...work, lacksWhy: lacks.has('the why'), lacksSignOff: lacks.has('sign-off') })
    : shellCommand([host.command, 'start', '--another', ...namedTree(tree)]);
