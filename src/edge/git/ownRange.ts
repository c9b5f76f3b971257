import { git } from './git.ts';

/** Nobody who means all of these would leave the range out. */
const MOST = 30;

/** Commits, and why these; without `range`: why it cannot be told. */
export interface OwnRange {
  readonly range?: string;
  readonly because: string;
}

/** What a person most likely means who names no range. */
export async function ownRange(tree: string): Promise<OwnRange> {
  const upstream = await git(tree, ['rev-parse', '--abbrev-ref', '--symbolic-full-name', '@{upstream}']);
  const name = upstream.stdout.trim();
  if (upstream.status === 0 && (await shortLine(tree, [`${name}..HEAD`]))) {
    return { range: `${name}..HEAD`, because: `your commits since ${name}` };
  }
  const remote = await git(tree, ['for-each-ref', '--count=1', '--format=%(refname)', 'refs/remotes']);
  if (remote.stdout.trim() === '') return { because: 'the branch has no upstream, and there is no remote' };
  const local = await shortLine(tree, ['HEAD', '--not', '--remotes']);
  if (local) return { range: `HEAD~${local}..HEAD`, because: 'the commits that are in no branch of a remote' };
  const any = await git(tree, ['rev-list', '--max-count=1', 'HEAD', '--not', '--remotes']);
  return { because: any.stdout.trim() === '' ? NONE : `there are merges among your commits, or more than ${MOST}` };
}

const NONE = 'a remote has every commit of HEAD already, so nothing here is only yours';

/** How many there are, in one line; undefined where there are none, or too many. */
async function shortLine(tree: string, revisions: readonly string[]): Promise<number | undefined> {
  const listed = await git(tree, ['rev-list', '--parents', `--max-count=${MOST + 1}`, ...revisions]);
  const lines = listed.stdout.split('\n').filter((line) => line !== '');
  const isLine = lines.every((line) => line.split(' ').length === 2);
  return listed.status === 0 && isLine && lines.length > 0 && lines.length <= MOST ? lines.length : undefined;
}
