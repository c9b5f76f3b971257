import type { TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { known } from '../../known.ts';
import { type Checked, eachPatch, type Finding, type Looked, type PreflightRule } from '../../rule.ts';
import { stableSeries } from './stableTags.ts';

const STABLE = 'Documentation/process/stable-kernel-rules.rst';
const RULES = { file: STABLE, heading: 'Everything you ever wanted to know about Linux -stable releases' };
const PROCEDURE = { file: STABLE, heading: 'Procedure for submitting patches to the -stable tree' };
const OPTION_3 = { file: STABLE, heading: 'Option 3' };

const UPSTREAM = /^\s*(?:commit\s+([0-9a-f]{8,40})\s+upstream\b|\[\s*upstream\s+commit\s+([0-9a-f]{8,40})\s*\])/i;

/** Sent to the stable list for the series that its brackets name, not tagged for later. */
const isBackport = (patch: PatchMail): boolean => stableSeries(patch).length > 0;

const upstreamLine = ({ message }: PatchMail): { readonly line: TextLine; readonly sha: string } | undefined => {
  for (const line of message.slice(0, 20)) {
    const found = UPSTREAM.exec(line.text);
    if (found) return { line, sha: (found[1] ?? found[2] ?? '').toLowerCase() };
  }
  return undefined;
};

const noCommit = eachPatch((patch) => {
  if (!isBackport(patch) || upstreamLine(patch)) return [];
  return [{ patch, what: `It is for ${stableSeries(patch).join(', ')}, and does not name the commit in mainline.` }];
});

const notMainline = (checked: Checked): Looked => {
  const named = checked.series.patches.flatMap((patch) => {
    const upstream = isBackport(patch) ? upstreamLine(patch) : undefined;
    return upstream ? [{ patch, ...upstream }] : [];
  });
  if (named.length === 0) return undefined;
  const { commits } = checked.facts;
  if (!commits.known) return { unknown: commits.because, settle: commits.settle };
  return named.flatMap(({ patch, line, sha }): readonly Finding[] => {
    const commit = commits.value.get(sha);
    if (!commit || commit.found === 'one') return [];
    const at = line.text.toLowerCase().indexOf(sha);
    return [{ patch, line, span: [at, at + sha.length], what: `The tree has no commit ${sha}.` }];
  });
};

const newerToo = ({ series }: Checked): Looked => {
  const [patch] = series.patches.filter(isBackport);
  if (!patch) return undefined;
  const what = `Is the fix also in every supported stable series newer than ${stableSeries(patch).join(', ')}?`;
  const notes = [...(series.cover?.message ?? []), ...patch.below, ...patch.message];
  const saysSo = notes.some(
    ({ text }) => /\b(?:newer|all|later|already in|only)\b/i.test(text) && /\d\.\d+|stable|series/i.test(text),
  );
  return saysSo ? [] : [{ patch, what }];
};

const SHA = '54a4f0239f2e54a4f0239f2e54a4f0239f2e5400';
const subject = '[PATCH 6.6.y] mm: slub: Count the objects once';
const WITH = { subject, body: `commit ${SHA} upstream.\n\nWhy.` };
const commits = (found: 'none' | 'one') => known(new Map([[SHA, { found }]]));

/** A patch for a stable series itself. */
export const backport: readonly PreflightRule[] = [
  {
    name: 'backport-without-upstream-commit',
    title: 'a backport that does not name its commit in mainline',
    group: 'message',
    severity: 'warning',
    sources: [{ ...OPTION_3, phrase: 'must note the upstream commit ID' }],
    covers: ['STB-07'],
    why: 'The stable team compares it with the commit in mainline, and later fixes of that commit are found by it.',
    next: 'Begin the message with "commit <sha1> upstream." (git cherry-pick -x has the id), then say what you had to change.',
    look: noCommit,
    examples: [
      { given: { subject }, finds: 'does not name the commit' },
      { given: WITH },
      { given: { subject, body: `[ Upstream commit ${SHA} ]\n\nWhy.` } },
      { given: {} },
    ],
  },
  {
    name: 'backport-of-unknown-commit',
    title: 'a backport of a commit that mainline does not have',
    group: 'message',
    severity: 'warning',
    sources: [
      { ...RULES, phrase: 'must already exist in Linux mainline' },
      { ...RULES, phrase: "must already exist in Linus' tree", olderThan: '6.12' },
    ],
    covers: ['STB-08'],
    why: 'Stable releases take only what mainline has, so that nobody loses a fix by updating.',
    next: 'Look for it: git log --oneline origin/master --grep="its subject". If it is not there, send it to mainline first.',
    look: notMainline,
    examples: [
      { given: WITH, facts: { commits: commits('none') }, finds: 'The tree has no commit' },
      { given: WITH, facts: { commits: commits('one') } },
      { given: WITH, unknown: 'Nothing was gathered' },
      { given: {} },
    ],
  },
  {
    name: 'backport-skips-newer-series',
    title: 'newer stable series may lack the fix',
    group: 'message',
    severity: 'note',
    sources: [{ ...PROCEDURE, phrase: 'already present in all newer stable trees' }],
    covers: ['STB-09'],
    why: 'Who updates from one series to the next would get the bug back.',
    next: 'Look into each newer series (git log --grep in linux-X.Y.y) and say below the --- what you found.',
    look: newerToo,
    examples: [
      { given: WITH, finds: 'newer than 6.6.y?' },
      { given: { ...WITH, below: 'It is already in 6.12.y and all newer series.' } },
      { given: {} },
    ],
  },
];
