import { join } from 'node:path';
import {
  B4_MARKER,
  type B4Letter,
  type B4Tracking,
  type BrokenTracking,
  readB4Letter,
  readB4Tracking,
  readCoverCommit,
} from '../../core/series/b4Tracking.ts';
import { Trouble } from '../../core/trouble.ts';
import { shellCommand } from '../shellCommand.ts';
import { git } from './git.ts';
import { gitSettings } from './gitSettings.ts';
import { repositoryOf } from './repositoryOf.ts';

/** A branch that `b4 prep` manages: its series, and what b4 knows of it. */
export interface B4Branch {
  readonly branch: string;
  readonly strategy: Strategy;
  readonly tracking: B4Tracking;
  readonly letter: B4Letter;
  /** The empty commit that holds the letter; none where the branch's description does. */
  readonly coverCommit?: string;
  /** The commit that the series is made for; never the cover commit. */
  readonly base: string;
  /** The patches are the commits of `from..tip`: `base` itself, or the cover commit on it. */
  readonly from: string;
  /** The last patch, without a cover commit above it. */
  readonly tip: string;
  /** Former versions that b4 has tagged, the oldest first. */
  readonly sent: readonly SentVersion[];
  /** What is set of b4's own settings; the names as git writes them. */
  readonly settings: ReadonlyMap<string, string>;
}

/** Where b4 keeps the letter: an empty commit before or after the patches, or git's configuration. */
type Strategy = 'commit' | 'tip-commit' | 'branch-description';

/** A version that went out, as its tag `sent/NAME-vN` has it. */
export interface SentVersion {
  readonly version: number;
  readonly tag: string;
  /** None where the tag does not say it, or that commit is no longer here. */
  readonly base?: string;
  readonly tip: string;
}

/**
 * The branch that is checked out, where `b4 prep` manages it; it and b4's records are only read.
 * @throws Trouble `input` where b4 could not go on with it either: the records are broken, or the cover letter is gone.
 */
export async function b4Branch(tree: string): Promise<B4Branch | undefined> {
  const repository = await repositoryOf(tree);
  if (repository.kind === 'none' || repository.branch === undefined) return undefined;
  const { branch, head } = repository;
  const settings = await b4Settings(tree);
  const own = await gitSettings(
    tree,
    OWN.map((key) => `branch.${branch}.${key}`),
  );
  const strategy = strategyOf(own[`branch.${branch}.b4-prep-cover-strategy`] ?? settings.get('b4.prep-cover-strategy'));
  const place: Place = { tree, branch, head, strategy };
  const cover =
    strategy === 'branch-description'
      ? described(own[`branch.${branch}.description`], own[`branch.${branch}.b4-tracking`])
      : await coverCommit(place);
  if (!cover) {
    if (own[`branch.${branch}.b4-prep-cover-strategy`] === undefined) return undefined;
    throw lost(place);
  }
  const tracking = sound(cover.tracking, place);
  const range = await rangeOf(place, tracking, cover.commit);
  return {
    branch,
    strategy,
    tracking,
    letter: readB4Letter(cover.letter),
    ...(cover.commit !== undefined && { coverCommit: cover.commit }),
    ...range,
    sent: await sentVersions(place, tracking),
    settings,
  };
}

const OWN = ['b4-prep-cover-strategy', 'description', 'b4-tracking'] as const;
const STRATEGIES: readonly string[] = ['commit', 'tip-commit', 'branch-description'] satisfies Strategy[];

interface Place {
  readonly tree: string;
  readonly branch: string;
  readonly head: string;
  readonly strategy: Strategy;
}

interface Cover {
  readonly letter: string;
  readonly tracking: B4Tracking | BrokenTracking;
  readonly commit?: string;
}

/** Of the file `.b4-config` b4 takes only some settings; those of git's own configuration count before them. */
async function b4Settings(tree: string): Promise<ReadonlyMap<string, string>> {
  const [ofTree, ofGit] = await Promise.all([
    git(tree, ['config', '--file', join(tree, '.b4-config'), '--list', '--null']),
    git(tree, ['config', '--list', '--null']),
  ]);
  const settings = new Map<string, string>();
  for (const [key, value] of entries(ofTree.stdout)) {
    if (/^b4\.(?:send-.*|.*mask|.*template.*|trailer.*|pw-.*)$/.test(key)) settings.set(key, value);
  }
  for (const [key, value] of entries(ofGit.stdout)) if (key.startsWith('b4.')) settings.set(key, value);
  return settings;
}

const entries = (listed: string): readonly (readonly [string, string])[] =>
  listed
    .split('\0')
    .slice(0, -1)
    .map((entry) => {
      const end = entry.indexOf('\n');
      return end < 0 ? [entry, 'true'] : [entry.slice(0, end), entry.slice(end + 1)];
    });

function strategyOf(written = 'commit'): Strategy {
  if (STRATEGIES.includes(written)) return written as Strategy;
  throw new Trouble('input', {
    what: `b4 is told to keep the cover letter in a way that we do not know: ${written}.`,
    where: 'b4.prep-cover-strategy in git config',
    next: `Set it to one of ${STRATEGIES.join(', ')}, as the branch was made.`,
  });
}

const described = (letter: string | undefined, tracking: string | undefined): Cover | undefined =>
  tracking === undefined || tracking === '' ? undefined : { letter: letter ?? '', tracking: readB4Tracking(tracking) };

/** The newest within a year, as b4 looks for it; along first parents, as a branch that was merged is not this one. */
async function coverCommit(place: Place): Promise<Cover | undefined> {
  const found = await git(place.tree, [
    'log',
    '--first-parent',
    '--since=1.year',
    '--max-count=2',
    `--grep=^${B4_MARKER}$`,
    '--encoding=UTF-8',
    '--format=%H%x00%B%x00',
    place.head,
  ]);
  const parts = found.stdout.split('\0');
  const [commit, message, secondCommit, secondMessage] = parts.map((part, at) => (at % 2 === 0 ? part.trim() : part));
  const cover = message === undefined ? undefined : readCoverCommit(message);
  if (commit === undefined || !cover) return undefined;
  const second = secondMessage === undefined ? undefined : readCoverCommit(secondMessage);
  if (second && isSameSeries(cover.tracking, second.tracking)) throw doubled(place, commit, secondCommit ?? '');
  return { ...cover, commit };
}

// A series on top of another one of b4's has two covers, and b4 takes the upper; each has a change-id of its own.
const isSameSeries = (one: B4Tracking | BrokenTracking, other: B4Tracking | BrokenTracking): boolean =>
  !('broken' in one) && !('broken' in other) && one.changeId === other.changeId;

async function rangeOf(
  place: Place,
  tracking: B4Tracking,
  cover: string | undefined,
): Promise<Pick<B4Branch, 'base' | 'from' | 'tip'>> {
  const parent = cover === undefined ? undefined : await emptyCommitsParent(place, cover);
  if (place.strategy === 'commit' && cover !== undefined && parent !== undefined) {
    return { base: parent, from: cover, tip: place.head };
  }
  const base = await forkPoint(place, tracking.baseBranch);
  return { base, from: base, tip: cover === place.head && parent !== undefined ? parent : place.head };
}

/** What stands in a cover commit besides the letter would be in no patch. */
async function emptyCommitsParent({ tree, branch }: Place, cover: string): Promise<string> {
  const { status, stdout } = await git(tree, ['rev-parse', `${cover}^1`, `${cover}^1^{tree}`, `${cover}^{tree}`]);
  const [parent = '', before, after] = stdout.split('\n');
  if (status === 0 && before === after) return parent;
  throw new Trouble('input', {
    what: 'The commit in which b4 keeps the cover letter also changes files.',
    where: `${cover.slice(0, 12)} on ${branch}`,
    why: 'b4 leaves that commit out of the series, so these changes would be in no patch.',
    next:
      `Move them to a commit of their own: ${shellCommand(['git', 'rebase', '-i', `${cover.slice(0, 12)}^`])}, `
      + 'and choose edit for that commit.',
  });
}

async function forkPoint({ tree, branch, head }: Place, baseBranch: string | undefined): Promise<string> {
  for (const how of [['--fork-point'], []]) {
    if (baseBranch === undefined) break;
    const { status, stdout } = await git(tree, ['merge-base', ...how, '--end-of-options', baseBranch, head]);
    if (status === 0) return stdout.trim();
  }
  throw new Trouble('input', {
    what: `Where the series on ${branch} begins cannot be found.`,
    where: `branch ${baseBranch ?? '(none is named)'}, which b4 has as its base`,
    why: 'That branch is not there, or has no commit in common with this one.',
    next: 'Bring it back under that name, for instance with git branch, and go on.',
  });
}

function sound(tracking: B4Tracking | BrokenTracking, { branch, strategy }: Place): B4Tracking {
  if (!('broken' in tracking)) return tracking;
  const inConfig = strategy === 'branch-description';
  throw new Trouble('input', {
    what: `What b4 keeps about ${branch} cannot be read, so b4 cannot go on with it either.`,
    where: inConfig ? `branch.${branch}.b4-tracking in git config` : `the cover commit of b4, below ${B4_MARKER}`,
    why: tracking.broken,
    next: inConfig
      ? 'Mend that setting with git config, or take it out to go on without b4.'
      : `Mend its message, or find an older one in ${shellCommand(['git', 'reflog', branch])}.`,
  });
}

const lost = ({ branch, strategy }: Place): Trouble =>
  new Trouble('input', {
    what: `b4 managed ${branch}, but its cover letter and tracking are gone.`,
    where:
      strategy === 'branch-description' ? `branch.${branch}.b4-tracking in git config` : `the last year of ${branch}`,
    why: 'A rebase may have dropped the empty commit that held them.',
    next:
      `Look for it in ${shellCommand(['git', 'reflog', branch])}; or, to go on without b4: `
      + shellCommand(['git', 'config', '--unset', `branch.${branch}.b4-prep-cover-strategy`]),
  });

const doubled = ({ branch }: Place, one: string, other: string): Trouble =>
  new Trouble('input', {
    what: 'The cover letter of b4 is there twice, so where the series begins is unclear.',
    where: `${one.slice(0, 12)} and ${other.slice(0, 12)} on ${branch}`,
    why: 'A rebase or a cherry-pick took the empty commit along.',
    next: `Drop the one that is too much: ${shellCommand(['git', 'rebase', '-i', `${other.slice(0, 12)}^`])}`,
  });

async function sentVersions(place: Place, tracking: B4Tracking): Promise<readonly SentVersion[]> {
  const name = place.branch.replace(/^b4\//, '');
  const format = '--format=%(refname:strip=2)%00%(objectname)%00%(*objectname)%00%(contents)%00';
  const { stdout } = await git(place.tree, ['for-each-ref', format, `refs/tags/sent/${name}-v*`]);
  const parts = stdout.split('\0');
  const sent: SentVersion[] = [];
  for (let at = 0; at + 3 < parts.length; at += 4) {
    const tag = (parts[at] ?? '').trim();
    const version = Number(/-v(\d{1,9})$/.exec(tag.slice(`sent/${name}`.length))?.[1] ?? 0);
    const tip = parts[at + 2] || (parts[at + 1] ?? '');
    if (version === 0) continue;
    const base = await sentBase(
      place,
      tracking,
      tip,
      /^base-commit:[ \t]*([0-9a-f]{40,64})$/im.exec(parts[at + 3] ?? '')?.[1],
    );
    sent.push({ version, tag, ...(base !== undefined && { base }), tip });
  }
  return sent.toSorted((one, other) => one.version - other.version);
}

/** b4 0.12 names the base's parent, unless the cover is a commit at the start: one of the base branch would be a patch. */
async function sentBase(
  { tree, strategy }: Place,
  { baseBranch }: B4Tracking,
  tip: string,
  written: string | undefined,
): Promise<string | undefined> {
  if (written === undefined) return undefined;
  const listed = await git(tree, ['rev-list', '--first-parent', '--reverse', `${written}..${tip}`]);
  if (listed.status !== 0) return undefined;
  const first = listed.stdout.split('\n')[0] ?? '';
  if (strategy === 'commit' || baseBranch === undefined || first === '') return written;
  const { status } = await git(tree, ['merge-base', '--is-ancestor', first, baseBranch]);
  return status === 0 ? first : written;
}
