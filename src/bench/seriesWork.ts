import { resolve } from 'node:path';
import { Trouble, type TroubleWords } from '../core/trouble.ts';
import type { B4Branch } from '../edge/git/b4Branch.ts';
import type { Identity } from '../edge/git/gitIdentity.ts';
import type { Repository } from '../edge/git/repositoryOf.ts';
import type { SeriesSource } from '../edge/git/seriesMails.ts';
import type { Host } from '../edge/host.ts';
import { shellCommand } from '../edge/shellCommand.ts';
import { baseNotes } from './baseNotes.ts';
import { looseWork } from './looseWork.ts';
import { requireIdentity } from './requireIdentity.ts';

export interface WorkOrder {
  readonly tree: string;
  /** A range of commits, or patches and folders of them; nothing: the person's own commits. */
  readonly names: readonly string[];
}

/** What a series is made from, and what stands around it. */
export interface SeriesWork {
  readonly tree: string;
  readonly repository: Repository;
  readonly source: SeriesSource;
  readonly identity: Identity;
  /** The commit to name as base; none in a tree without a history. */
  readonly base?: string;
  readonly branch?: string;
  /** What stands below the `---` of each loose patch; in order. */
  readonly below: readonly (string | undefined)[];
  /** What was taken, where the person did not say: `your commits since origin/master`. */
  readonly because?: string;
  /** Where the branch is one of `b4 prep`. */
  readonly b4?: B4Branch;
  /** What the person should know before it is sent. */
  readonly notes: readonly TroubleWords[];
}

type Needs = Pick<Host, 'git' | 'trees' | 'readBytes' | 'terminal' | 'cwd' | 'now' | 'command'>;

/** Finds the commits or patches that are meant. Throws Trouble `input` for what is no series, each with what to do. */
export const seriesWork = async (host: Needs, { tree, names }: WorkOrder): Promise<SeriesWork> => {
  const repository = await host.git.repositoryOf(tree);
  const identity = await requireIdentity(host, tree);
  const isFile = (name: string): boolean => name === '-' || host.trees.exists(resolve(host.cwd, name), '');
  const [first] = names;
  if (first !== undefined && isFile(first)) return looseWork(host, { tree, repository, identity, names });
  if (repository.kind === 'none') throw noHistory(host, tree, repository.because);
  if (names.length > 1) throw severalRanges(host, names);
  return commitWork(host, { tree, repository, identity, range: first });
};

interface CommitOrder extends Pick<SeriesWork, 'tree' | 'identity'> {
  readonly repository: Extract<Repository, { kind: 'repository' }>;
  readonly range: string | undefined;
}

const commitWork = async (host: Needs, order: CommitOrder): Promise<SeriesWork> => {
  const { tree, repository, identity } = order;
  const managed = await host.git.b4Branch(tree);
  const own = order.range !== undefined ? undefined : managed ? rangeOf(managed) : await host.git.ownRange(tree);
  const range = order.range ?? own?.range;
  if (range === undefined) throw noRange(host, own?.because ?? '');
  const found = await host.git.rangeCommits(tree, range);
  const isManaged = managed && (order.range === undefined || [managed.base, managed.from].includes(found.base));
  const b4 = isManaged && [managed.tip, repository.head].includes(found.tip) ? managed : undefined;
  // Below the first patch stands b4's cover letter, a commit that changes nothing and that nobody else has.
  const base = b4?.base ?? found.base;
  const { commits } = found;
  const known = await host.git.publicBase(tree, base);
  const named = known.kind === 'local' && known.base !== undefined ? known.base : base;
  const dirty = await host.git.uncommitted(tree);
  const isDetached = repository.branch === undefined;
  return {
    tree,
    repository,
    source: { kind: 'commits', base, commits },
    identity,
    base: named,
    ...(repository.branch !== undefined && { branch: repository.branch }),
    below: [],
    ...(own?.range !== undefined && { because: own.because }),
    ...(b4 && { b4 }),
    notes: [
      ...(dirty.length > 0 ? [uncommittedNote(dirty)] : []),
      ...(isDetached ? [detachedNote] : []),
      ...baseNotes(known, base),
    ],
  };
};

const rangeOf = ({ from, tip, branch }: B4Branch) => ({
  range: `${from}..${tip}`,
  because: `the commits of ${branch}, as b4 keeps them`,
});

const noHistory = ({ command }: Needs, tree: string, because: string): Trouble =>
  new Trouble('input', {
    what: 'This tree has no commits that a series could be made from.',
    where: tree,
    why: because,
    next: `Name patches that you have, for example those that ${command} fix wrote: ${command} prepare 0001-*.patch`,
  });

const severalRanges = ({ command }: Needs, names: readonly string[]): Trouble =>
  new Trouble('input', {
    what: `A series is one range of commits, and ${names.length} were named.`,
    next: `${shellCommand([command, 'prepare', names[0] ?? 'HEAD~1..'])}; patches are named by their files.`,
  });

const noRange = ({ command }: Needs, because: string): Trouble =>
  new Trouble('input', {
    what: `Which commits are meant? It cannot be told: ${because}.`,
    why: 'A series is made from commits; what is not committed is not in it.',
    next:
      `Commit your change (git commit -a -s), or name what your commits stand on: ${command} prepare HEAD~1.. `
      + 'for the last one, HEAD~3.. for the last three.',
  });

const uncommittedNote = (paths: readonly string[]): TroubleWords => ({
  what: `${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ` and ${paths.length - 3} more` : ''}: changed and not committed.`,
  why: 'A series is made from commits; what is not committed is not in it.',
  next: 'git commit --amend takes it into the last commit; git stash puts it aside.',
});

const detachedNote: TroubleWords = {
  what: 'No branch is checked out (a detached head).',
  why: 'The next git checkout would leave these commits without a name.',
  next: 'git switch -c my-change',
};
