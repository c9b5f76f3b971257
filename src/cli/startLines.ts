import type { ChosenTree } from '../bench/chooseTree.ts';
import type { TreeStanding } from '../core/tree/treeStanding.ts';
import type { Check } from '../core/verdict.ts';
import type { Recipients } from '../edge/getMaintainer.ts';
import { checkLines } from './checkLines.ts';
import { diffLines } from './diffLines.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';
import { patchDiff } from './patchDiff.ts';
import type { Work } from './startCommand.ts';

/** The tree, and whether what is made on it is practice. */
export const sayTree = (face: Face, tree: ChosenTree, standing: TreeStanding): void => {
  if (face.json) return;
  const { say, paint } = face;
  const practice = standing.work === 'practice' ? paint('unknown', '  → practice') : paint('leaf', '  ✓ new work');
  say(`${paint('strong', tree.name)}  ${paint('soft', tree.folder)}${practice}`);
  for (const line of folded(standing.because.join(' '), face.width - 2)) say(`  ${paint('soft', line)}`);
  say();
};

/** The site in its code, the change in place, and why this one. */
export const sayPatch = (face: Face, work: Work): void => {
  if (face.json) return;
  const { say, paint, host, width } = face;
  const diff = patchDiff(host.readBytes(work.patch)).replace(/^diff --git[^@]*/, '');
  say(paint('strong', work.isNew ? 'One place is worth changing.' : 'You have a draft.'));
  for (const line of work.because.flatMap((one) => folded(one, width - 2))) say(`  ${paint('soft', line)}`);
  if (work.seed !== '') say(`  ${paint('soft', `seed ${work.seed}`)}`);
  say();
  say(`${paint('site', `${work.site.path}:${work.site.line}`)}  ${work.site.function}()`);
  say();
  for (const line of diffLines(diff, paint)) say(`  ${line}`);
  say();
  say(paint('strong', work.subject));
  say(paint('soft', work.patch));
  say();
};

export const sayRecipients = (face: Face, recipients: Recipients): void => {
  if (face.json) return;
  const { say, paint } = face;
  say(paint('strong', 'Who would get it'));
  if (recipients.kind === 'unknown') {
    say(`  ${paint('unknown', '? unknown')} ${recipients.because}`);
    if (recipients.settle !== undefined) say(`      ${paint('soft', 'settle it:')} ${recipients.settle}`);
  } else {
    for (const { name, address, role } of recipients.recipients) {
      say(`  ${name === '' ? address : `${name} <${address}>`}  ${paint('soft', role)}`);
    }
  }
  say();
};

export const sayCheck = (face: Face, check: Check): void => {
  if (!face.json) for (const line of checkLines(check, face)) face.say(line);
};

/** What is not known yet, and the next command to type. Nothing has been sent, and nothing will be by itself. */
export const sayNext = (
  face: Face,
  tree: ChosenTree,
  standing: TreeStanding,
  work: Work,
  checks: readonly Check[],
): void => {
  const { say, paint, width } = face;
  const place = `${work.site.path}:${work.site.line}`;
  say(
    `  ${paint('unknown', '? unknown')} somebody on it: nobody has looked yet whether somebody has sent this already.`,
  );
  say();
  say(paint('strong', 'What is yours to do'));
  const lacks = (name: string): boolean => checks.some(({ check, verdict }) => check === name && verdict === 'fails');
  const steps = [
    ...(lacks('author')
      ? ['Tell git who you are: git config --global user.name "…" && git config --global user.email …']
      : []),
    ...(lacks('the why') ? [`Read ${place} and its callers, and write why the change is needed into the patch.`] : []),
    ...(lacks('sign-off') ? ['Sign it off, when you can: your word that you may give this code.'] : []),
    ...(standing.work === 'practice' ? [practice(tree, work)] : []),
  ];
  for (const step of steps)
    for (const [index, line] of folded(step, width - 4).entries()) say(`  ${index === 0 ? '→' : ' '} ${line}`);
  say();
  say(`Next: ${paint('leaf', `patchling fix ${place} --why-file why.txt --signoff --out ${quoted(tree, work)}`)}`);
};

const practice = (tree: ChosenTree, work: Work): string =>
  `This is practice: before anything is sent, the same place must be looked at in mainline, where much may have been changed since ${tree.name}`
  + ` (git clone https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git, or the T: line of its section in MAINTAINERS, then patchling find ${work.site.path} --tree there).`;

const quoted = (_tree: ChosenTree, work: Work): string => work.patch.slice(0, work.patch.lastIndexOf('/'));
