import type { FilesChecked } from '../bench/checkSeries.ts';
import type { MadeVersionFolder } from '../bench/makeVersion.ts';
import type { SeriesPlan } from '../bench/planSeries.ts';
import { missingWhy } from '../core/patch/commitMessage.ts';
import type { Problem } from '../core/preflight/problem.ts';
import { shellCommand } from '../edge/shellCommand.ts';

/** The exact next thing to type. Nothing is ever sent by itself. */
export const nextOfSeries = (
  again: string,
  { series, work }: SeriesPlan,
  { folder, hasCover }: MadeVersionFolder,
  { checked }: FilesChecked,
): string => {
  const errors = checked
    .flatMap(({ result }) => result.problems)
    .filter(({ severity, turnedOff }) => severity === 'error' && turnedOff === undefined);
  const lacksCover =
    hasCover && errors.some(({ patch, rule }) => patch.isCover && /cover|placeholder|subject/.test(rule));
  if (lacksCover) return `write the cover letter into cover.txt, then: ${again} --cover-file cover.txt`;
  const isUntold = checked.some(({ result }) => result.problems.some(isAboutChangelog));
  if (isUntold) return `say what changed since the version before: ${again} --changelog "a line for each point"`;
  const lacksWhy = series.patches.some(({ message }) => message.some(({ text }) => text === missingWhy));
  if (lacksWhy)
    return `write over "[Missing: …" why it is needed, in the patch or by git commit --amend, then: ${again}`;
  const [first] = errors;
  if (first) {
    const mend = first.next.replace(/\.$/, '');
    return `${mend}; then commit it (git commit --amend, git rebase -i) and prepare it again: ${again}`;
  }
  if (work.base === undefined) {
    // git am stops at a cover letter, as it has no diff.
    const taken = `git am ${hasCover ? '--empty=drop ' : ''}${shellCommand([folder])}/*.patch`;
    return `this tree has no history: in a clone of mainline, ${taken}, and prepare it there before anything is sent`;
  }
  const dryRun = `git send-email --dry-run ${shellCommand([folder])}/*.patch`;
  const reroll = work.b4 ? '; once it is sent, b4 prep --manual-reroll MESSAGE-ID-OF-THE-FIRST-MAIL tells b4' : '';
  return `read the mails once more, then see what would be sent: ${dryRun}${reroll}`;
};

const isAboutChangelog = ({ rule, turnedOff }: Problem): boolean =>
  rule === 'version-without-changelog' && turnedOff === undefined;
