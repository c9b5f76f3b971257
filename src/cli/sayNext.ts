import { dirname } from 'node:path';
import type { ChosenTree } from '../bench/chooseTree.ts';
import type { TreeStanding } from '../core/tree/treeStanding.ts';
import type { Check } from '../core/verdict.ts';
import { type Face, verdictWords } from './face.ts';
import { folded } from './folded.ts';
import type { Work } from './startCommand.ts';

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
  const place = `${work.site.path}:${work.site.line}`;
  say(`  ${verdictWords(paint, 'unknown')} somebody on it: nobody has looked yet whether this was sent already.`);
  const steps = [...personalSteps(checks, place), ...(standing.work === 'practice' ? practice(tree, work) : [])];
  if (steps.length > 0) {
    say();
    say(paint('strong', steps.length === 1 ? 'One thing is yours to do' : `${steps.length} things are yours to do`));
  }
  for (const step of steps) {
    for (const [index, line] of folded(step, width - 4).entries()) say(`  ${index === 0 ? '→' : ' '} ${line}`);
  }
  say();
  const command = `${face.host.command} fix ${place} --why-file why.txt --signoff --out ${dirname(work.patch)}`;
  say(`Next: ${paint('leaf', command)}`);
};

const personalSteps = (checks: readonly Check[], place: string): string[] => {
  const lacks = (name: string): boolean => checks.some(({ check, verdict }) => check === name && verdict === 'fails');
  return [
    ...(lacks('author') ? ['Tell git who you are: git config --global user.name "…", and user.email.'] : []),
    ...(lacks('the why') ? [`Read ${place} and its callers, and write why the change is needed: why.txt below.`] : []),
    ...(lacks('sign-off') ? ['Sign it off when you can: it is your word that you may give this code.'] : []),
  ];
};

const practice = (tree: ChosenTree, work: Work): string[] => [
  `This is practice: before anything is sent, the same place must be looked at in mainline, where much may have changed since ${tree.name}.`,
  `To get mainline: ${MAINLINE}, or the tree of its section in MAINTAINERS (T:); then patchling find ${work.site.path} --tree that.`,
];
