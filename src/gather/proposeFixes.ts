import { fixedCommits } from '../core/patch/fixedCommits.ts';
import type { PatchMail } from '../core/patch/patchMail.ts';
import { callsItselfFix } from '../core/preflight/rules/trailers/fixWithoutTag.ts';
import { fixesFromBlame } from '../core/series/fixesFromBlame.ts';
import { fixesProposal } from '../core/series/fixesProposal.ts';
import { linesForFixes, type SuspectFile } from '../core/series/linesForFixes.ts';
import type { PatchSeries } from '../core/series/patchSeries.ts';
import type { LeftOut, Proposal, Proposals } from '../core/series/proposal.ts';
import type { Host } from '../edge/host.ts';
import { shellCommand } from '../edge/shellCommand.ts';
import { namedInMessage } from './namedInMessage.ts';
import { cloneFor } from './preflight/withoutHistory.ts';

export interface FixesAsked {
  readonly tree: string;
  /** The commit that the first patch stands on. */
  readonly base: string;
  readonly series: PatchSeries;
  /** Asked for by the person, from 1, whatever the patches say of themselves. */
  readonly patches?: readonly number[];
}

type FixesHost = Pick<Host, 'git' | 'trees'>;

/** For each patch that may be a fix and does not say of what: the commit that likely brought the bug, from blame. */
export const proposeFixes = async (host: FixesHost, asked: FixesAsked): Promise<Proposals> => {
  const { series, patches } = asked;
  const wanted = series.patches
    .map((patch, index) => ({ patch, number: index + 1 }))
    .filter(({ patch, number }) => fixedCommits(patch).length === 0 && (patches?.includes(number) ?? mayBeFix(patch)));
  if (wanted.length === 0) return { offered: [], leftOut: [] };
  const repository = await host.git.repositoryOf(asked.tree);
  if (repository.kind === 'none') {
    const settle = repository.settle ?? cloneFor(host, asked.tree);
    const because = `This tree's history cannot be read: ${repository.because}. What gets one: ${settle}`;
    return { offered: [], leftOut: wanted.map(({ number }) => ({ kind: 'fixes', patch: number, because })) };
  }
  const offered: Proposal[] = [];
  const leftOut: LeftOut[] = [];
  let spent = 0;
  for (const [at, { patch, number }] of wanted.entries()) {
    const isTooMuch = at >= MOST_PATCHES || spent > PATIENCE_MS;
    const { answer, took = 0 } = isTooMuch
      ? notLooked(asked, patch, number)
      : await proposeFor(host, asked, patch, number);
    spent += took;
    if ('seen' in answer) offered.push(answer);
    else leftOut.push(answer);
  }
  return { offered, leftOut };
};

// Each takes a second or so, in Linux more; nobody waits for a hundred of them.
const MOST_PATCHES = 30;
const PATIENCE_MS = 60_000;

const REPORTED = /\b(?:K[AMC]SAN|UBSAN|syzbot|syzkaller|Call Trace:|kernel BUG at)/;
// Wider than the gate, which asks why there is no tag: an offer that is not taken costs nothing.
const MENDS = /\b(?:fix(?:e[sd])?|correct(?:s|ed|ly)?|repair|broken|wrong|regression|prevent|avoid)\b(?!-)/i;
const TRIFLES = /\b(?:typos?|spelling|grammar|comments?|kernel-?doc|white ?space|indent\w*|coding style|cosmetic)\b/i;
const BLAMES = /\b(?:(?:since|after) (?:the )?commit|introduced (?:by|in)|broken? by|regression|bisected)\b/i;

/** Whether a patch's words, tags or quoted reports say that it repairs something. */
const mayBeFix = ({ subject, body, trailers }: PatchMail): boolean =>
  callsItselfFix(subject.summary)
  || (MENDS.test(subject.summary) && !TRIFLES.test(subject.summary))
  || /^revert\b/i.test(subject.summary)
  || body.some(({ text }) => REPORTED.test(text.slice(0, 500)) || BLAMES.test(text.slice(0, 500)))
  || trailers.some(
    ({ token, value }) =>
      /^(?:reported-by|closes|bug(?:link)?)$/i.test(token) || (/^cc$/i.test(token) && /\bstable@/.test(value)),
  );

interface Answered {
  readonly answer: Proposal | LeftOut;
  /** Milliseconds that git took. */
  readonly took?: number;
}

const proposeFor = async (
  host: FixesHost,
  { tree, base, series }: FixesAsked,
  patch: PatchMail,
  number: number,
): Promise<Answered> => {
  const suspects = linesForFixes(patch, series.patches.slice(0, number - 1));
  const settle = settlingCommand(tree, base, suspects.files, patch);
  const told = await namedInMessage(host, tree, patch);
  const own = ownCommits(series);
  const message = { ...told, named: told.named.filter(({ sha }) => !own.has(sha)) };
  const isOwn = suspects.files.length === 0 && suspects.ownLines > 0;
  if (isOwn && message.named.length === 0) return { answer: leftOutFor(number, OWN_LINES) };
  const { files, commits, took } = await host.git.blameLines(tree, {
    commit: base,
    files: suspects.files,
    also: message.named.map(({ sha }) => sha),
  });
  const lines = suspects.files.flatMap((file, at) => {
    const found = files[at]?.lines;
    return file.lines.flatMap(({ at: line, weight, isRemoved }) => {
      const sha = found?.get(line);
      return sha === undefined ? [] : [{ sha, weight, isRemoved }];
    });
  });
  const problem = files.find((file) => file.problem !== undefined);
  if (lines.length === 0 && message.named.length === 0)
    return {
      answer: leftOutFor(
        number,
        problem ? problemText(problem.path, problem.problem, settle) : nothingOld(patch, settle),
      ),
      took,
    };
  const ranking = fixesFromBlame({ lines, commits, ...message });
  const isCut = suspects.isCut || problem !== undefined;
  return { answer: fixesProposal({ patch: number, ranking, settle, isCut }), took };
};

/** Their ids go when the series is sent: a tag cannot name them. */
const ownCommits = ({ patches }: PatchSeries): ReadonlySet<string> =>
  new Set(patches.flatMap(({ mail }) => /^From ([0-9a-f]{40,64}) /.exec(mail.source[0] ?? '')?.[1] ?? []));

const leftOutFor = (patch: number, because: string): LeftOut => ({ kind: 'fixes', patch, because });

const OWN_LINES =
  'All that it changes was brought by a patch before it in this series: fold it into that one (git rebase -i), so that'
  + ' the bug never gets into the tree.';

const nothingOld = ({ diff }: PatchMail, settle: string): string =>
  diff.length === 0
    ? 'It has no diff, so nothing leads to a commit.'
    : `It changes no line that was there before. Find the commit that brought the bug: ${settle}`;

const PROBLEMS = {
  'took too long': 'git blame took too long for',
  'is not there': 'the base has no file',
  'has fewer lines': 'the base has another',
  'is not in this clone': 'this clone does not hold the old versions of',
  failed: 'git blame failed for',
} as const;

const problemText = (path: string, problem: keyof typeof PROBLEMS | undefined, settle: string): string =>
  `Nobody could be asked: ${PROBLEMS[problem ?? 'failed']} ${path}. What tells it: ${settle}`;

const notLooked = ({ tree, base }: FixesAsked, patch: PatchMail, number: number): Answered => {
  const settle = settlingCommand(tree, base, [], patch);
  const because = `At most ${MOST_PATCHES} patches are looked at in one go, for a minute. By hand: ${settle}`;
  return { answer: leftOutFor(number, because) };
};

/** How the lines that matter most came to be; where there are none, all that was done to the file. */
const settlingCommand = (tree: string, base: string, [file]: readonly SuspectFile[], { diff }: PatchMail): string => {
  const from = ['git', '-C', tree, 'log'];
  const heaviest = file?.lines.reduce((best, line) => (line.weight > best.weight ? line : best));
  const range = file?.ranges.find(
    ({ start, count }) => heaviest && heaviest.at >= start && heaviest.at < start + count,
  );
  if (file && range) {
    const last = Math.min(range.start + range.count - 1, range.start + 40);
    return shellCommand([...from, `-L${range.start},${last}:${file.path}`, base]);
  }
  const path = diff.find(({ before }) => before !== undefined)?.before;
  return shellCommand([...from, '--oneline', base, ...(path === undefined ? [] : ['--', path])]);
};
