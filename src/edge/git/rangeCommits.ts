import { B4_MARKER } from '../../core/series/b4Tracking.ts';
import { Trouble } from '../../core/trouble.ts';
import { git } from './git.ts';

/** A commit as it was made; its texts in UTF-8, whatever encoding it was written in. */
export interface SourceCommit {
  readonly sha: string;
  readonly parent: string;
  /** The id of its tree. */
  readonly tree: string;
  readonly author: { readonly name: string; readonly email: string };
  /** As git keeps it: seconds since 1970 and the zone, `1764000000 +0100`. */
  readonly date: string;
  /** Subject, body and trailers, as they were written. */
  readonly message: string;
}

export interface CommitRange {
  /** What the first commit stands on. */
  readonly base: string;
  readonly tip: string;
  /** Oldest first; one at least. */
  readonly commits: readonly SourceCommit[];
}

/** Nobody reads a series of more. */
const MOST = 200;

/**
 * The commits of a range, as git format-patch understands it: `A..B`, or `A` for all since A. Throws Trouble `input`
 * for one that is empty, has merges, is no series, or spans histories that have nothing in common.
 */
export async function rangeCommits(tree: string, range: string): Promise<CommitRange> {
  const { from, to } = ends(range);
  const [start, tip] = [await resolved(tree, from, range), await resolved(tree, to, range)];
  const shared = await git(tree, ['merge-base', start, tip]);
  if (shared.status !== 0) throw unrelated(from, to);
  const listed = await git(tree, [
    'rev-list',
    '--topo-order',
    '--parents',
    `--max-count=${MOST + 1}`,
    tip,
    `^${start}`,
  ]);
  if (listed.status !== 0) throw new Trouble('machine', { what: 'git rev-list failed.', why: listed.stderr.trim() });
  const lines = listed.stdout.split('\n').filter((line) => line !== '');
  if (lines.length === 0) throw empty(range, from, to);
  const merge = lines.map((line) => line.split(' ')).find((ids) => ids.length > 2);
  if (merge) throw hasMerge(range, from, merge[0] ?? '');
  if (lines.length > MOST) throw tooMany(range);
  const [last = ''] = lines;
  const base = lines.at(-1)?.split(' ')[1];
  if (base === undefined) throw wholeHistory(range);
  const all = await readCommits(tree, base, tip);
  // The cover letter of `b4 prep` changes nothing; what stands on it stands as well on what is below.
  const commits = all.filter(({ message }) => !message.split('\n').includes(B4_MARKER));
  if (commits.length === 0) throw empty(range, from, to);
  const idle = await firstEmpty(tree, base, commits);
  if (idle) throw changesNothing(range, idle);
  return { base, tip: last.split(' ')[0] ?? tip, commits };
}

const ends = (range: string): { readonly from: string; readonly to: string } => {
  if (range.includes('...')) {
    throw new Trouble('input', {
      what: `"${range}" has three dots: it means what is on either side.`,
      next: `A series is what lies between: ${range.replace('...', '..')}`,
    });
  }
  const [from = '', to] = range.split('..');
  return { from: from === '' ? 'HEAD' : from, to: to === undefined || to === '' ? 'HEAD' : to };
};

async function resolved(tree: string, name: string, range: string): Promise<string> {
  const ask = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  const { status, stdout } = await git(tree, ask);
  if (status === 0) return stdout.trim();
  throw new Trouble('input', {
    what: `This repository has no commit ${name}${name === range ? '' : `, as ${range} names it`}.`,
    where: tree,
    next: 'git log --oneline -10 shows your last commits. HEAD~3.. means the last three, HEAD~1.. the last one.',
  });
}

async function readCommits(tree: string, base: string, tip: string): Promise<readonly SourceCommit[]> {
  const format = '--format=%H%x00%P%x00%T%x00%an%x00%ae%x00%ad%x00%B%x00';
  const args = ['log', '--reverse', '--topo-order', '--encoding=UTF-8', '--date=raw', format, `${base}..${tip}`];
  const { stdout } = await git(tree, args);
  const parts = stdout.split('\0');
  const commits: SourceCommit[] = [];
  for (let at = 0; at + 6 < parts.length; at += 7) {
    const [sha = '', parent = '', id = '', name = '', email = '', date = '', message = ''] = parts.slice(at, at + 7);
    commits.push({ sha: sha.trim(), parent, tree: id, author: { name, email }, date, message });
  }
  return commits;
}

/** Git makes no mail of a commit whose files are those of its parent. */
async function firstEmpty(
  tree: string,
  base: string,
  commits: readonly SourceCommit[],
): Promise<SourceCommit | undefined> {
  const { stdout } = await git(tree, ['rev-parse', `${base}^{tree}`]);
  return commits.find((commit, index) => commit.tree === (commits[index - 1]?.tree ?? stdout.trim()));
}

const changesNothing = (range: string, { sha, message }: SourceCommit): Trouble =>
  new Trouble('input', {
    what: `${range} has a commit that changes nothing: ${sha.slice(0, 12)} ("${message.split('\n')[0] ?? ''}").`,
    why: 'Of such a commit no mail can be made.',
    next: `Take it out: git rebase -i ${sha.slice(0, 12)}^`,
  });

const empty = (range: string, from: string, to: string): Trouble =>
  new Trouble('input', {
    what: `${range} is empty: no commit is in ${to} that is not in ${from} already.`,
    why: 'A range names what your commits stand on, not the commits themselves: A.. means all since A, without A.',
    next: 'For your last commit: HEAD~1..; git log --oneline -10 shows what is there.',
  });

const unrelated = (from: string, to: string): Trouble =>
  new Trouble('input', {
    what: `${from} and ${to} have no commit in common, so nothing lies between them.`,
    why: 'They come from different projects, or one of them from a shallow clone that ends before they meet.',
    next: `Name the commit that yours stand on: git log --oneline ${to} shows them. A shallow clone: git fetch --unshallow`,
  });

const hasMerge = (range: string, from: string, sha: string): Trouble =>
  new Trouble('input', {
    what: `${range} has a merge (${sha.slice(0, 12)}), which no mail can carry.`,
    why: 'Patches are applied one on top of the other; a merge joins two lines of them.',
    next: `Bring your commits into one line: git rebase ${from}`,
  });

const tooMany = (range: string): Trouble =>
  new Trouble('input', {
    what: `${range} has more than ${MOST} commits: that is a history, no series.`,
    why: 'Most likely the range begins at another branch than the one that your commits stand on.',
    next: 'Name the commit below your first one; git log --oneline shows where your own begin.',
  });

const wholeHistory = (range: string): Trouble =>
  new Trouble('input', {
    what: `${range} reaches down to the very first commit, which stands on nothing.`,
    next: 'Name the commit that yours stand on, for example HEAD~1.. for the last one.',
  });
