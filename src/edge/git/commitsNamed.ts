import { isLater, releaseOf } from '../../core/tree/calendar.ts';
import { git } from './git.ts';
import { notReleases, type ReleaseTags } from './releaseTags.ts';

/** What a tree knows of a commit that somebody named by hexadecimal digits. */
export interface NamedCommit {
  readonly found: 'none' | 'one' | 'several';
  readonly sha?: string;
  readonly subject?: string;
  /** Left out where it took too long to find out. */
  readonly isAncestor?: boolean;
  /** The first `v` tag that contains it; only of those asked for. */
  readonly release?: string;
}

// In a repository without a commit graph, a walk over many years of Linux.
const patienceMs = 5000;

/**
 * All of them by one reader of objects. `released` are the digits whose release is wanted; `tags` spare the walk through
 * many years that an old commit would need.
 */
export async function commitsNamed(
  tree: string,
  named: readonly string[],
  released: ReadonlySet<string>,
  tags?: ReleaseTags,
): Promise<ReadonlyMap<string, NamedCommit>> {
  const read = await readCommits(tree, named);
  const times = new Map([...read.values()].flatMap(({ sha, time }) => (sha === undefined ? [] : [[sha, time ?? 0]])));
  const early = tags && times.size <= MOST_EARLY ? await releasedSoon(tree, times, tags) : new Map<string, string>();
  const late = [...times.keys()].filter((sha) => !early.has(sha));
  const wanted = new Set([...released].flatMap((digits) => read.get(digits)?.sha ?? []));
  const [strangers, releases] = await Promise.all([
    strangersAmong(tree, late),
    releasesOf(
      tree,
      late.filter((sha) => wanted.has(sha)),
    ),
  ]);
  return new Map(
    [...read].map(([digits, { time: _, ...commit }]): [string, NamedCommit] => {
      const { sha } = commit;
      if (sha === undefined) return [digits, commit];
      const release = early.get(sha) ?? releases.get(sha);
      const isAncestor = early.has(sha) ? true : strangers && !strangers.has(sha);
      const isWanted = release !== undefined && released.has(digits);
      return [digits, { ...commit, ...(isAncestor !== undefined && { isAncestor }), ...(isWanted && { release }) }];
    }),
  );
}

/** One process each. */
const MOST_EARLY = 12;
const DAY = 86_400;
/** A commit waits in its subsystem's tree for a merge window, seldom for two. */
const SOON = 200 * DAY;

/**
 * The releases that came soon after commits, for those that are in one of them. A mainline release contains the ones
 * before it, so that what is in an older one than HEAD has is in HEAD.
 */
async function releasedSoon(
  tree: string,
  times: ReadonlyMap<string, number>,
  { reached, all }: ReleaseTags,
): Promise<Map<string, string>> {
  const newest = releaseOf(reached.tag.replace(/^(v\d+\.\d+)\.\d+$/, '$1'));
  const known = all.flatMap(({ tag, date }) => {
    const release = releaseOf(tag);
    return release && newest && !isLater(release, newest) ? [{ tag, time: Date.parse(date) / 1000 }] : [];
  });
  const found = await Promise.all(
    [...times].map(([sha, time]) => {
      const after = known.filter((tag) => tag.time >= time - DAY && tag.time <= time + SOON).map(({ tag }) => tag);
      return after.length === 0 ? new Map<string, string>() : releasesOf(tree, [sha], after);
    }),
  );
  return new Map(found.flatMap((one) => [...one]));
}

interface ReadCommit extends NamedCommit {
  /** When it was committed, seconds since 1970. */
  readonly time?: number;
}

async function readCommits(tree: string, named: readonly string[]): Promise<Map<string, ReadCommit>> {
  const found = new Map<string, ReadCommit>();
  if (named.length === 0) return found;
  // A file that begins with the same digits makes no abbreviation of a commit ambiguous.
  const args = ['-c', 'core.disambiguate=commit', 'cat-file', '--batch'];
  const { stdout } = await git(tree, args, { input: `${named.join('\n')}\n`, encoding: 'latin1' });
  let at = 0;
  for (const digits of named) {
    const end = stdout.indexOf('\n', at);
    if (end < 0) break;
    const head = stdout.slice(at, end);
    at = end + 1;
    const [, sha, type, size] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(head) ?? [];
    if (sha === undefined) {
      found.set(digits, { found: head.endsWith(' ambiguous') ? 'several' : 'none' });
      continue;
    }
    const text = stdout.slice(at, at + Number(size));
    at += Number(size) + 1;
    const time = Number(/^committer .* (\d+) [+-]\d{4}$/m.exec(text)?.[1] ?? 0);
    found.set(digits, type === 'commit' ? { found: 'one', sha, subject: subjectOf(text), time } : { found: 'none' });
  }
  return found;
}

/** The first paragraph on one line, as git shows it. */
const subjectOf = (commit: string): string => {
  const start = commit.indexOf('\n\n');
  const message = start < 0 ? '' : commit.slice(start + 2).replace(/^\n+/, '');
  const end = message.indexOf('\n\n');
  const paragraph = end < 0 ? message : message.slice(0, end);
  return decode(paragraph, /^encoding (.+)$/m.exec(commit.slice(0, Math.max(start, 0)))?.[1])
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim();
};

const decode = (latin1: string, encoding = 'utf-8'): string => {
  const bytes = Buffer.from(latin1, 'latin1');
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return bytes.toString('utf8'); // an encoding that nobody knows
  }
};

/** Those that are no ancestors of HEAD; undefined where that took too long. */
async function strangersAmong(tree: string, shas: readonly string[]): Promise<ReadonlySet<string> | undefined> {
  if (shas.length === 0) return new Set();
  const input = `^HEAD\n${shas.join('\n')}\n`;
  const { status, stdout } = await git(tree, ['rev-list', '--stdin'], { input, timeoutMs: patienceMs });
  return status === 0 ? new Set(stdout.split('\n')) : undefined;
}

/** The first of these tags that contains each; without tags, of all releases. */
async function releasesOf(
  tree: string,
  shas: readonly string[],
  tags: readonly string[] = ['v[0-9]*'],
): Promise<ReadonlyMap<string, string>> {
  if (shas.length === 0) return new Map();
  const refs = [
    ...tags.map((tag) => `--refs=refs/tags/${tag}`),
    ...notReleases.map((pattern) => `--exclude=refs/tags/${pattern}`),
  ];
  const args = ['name-rev', ...refs, '--no-undefined', '--always', ...shas.slice(0, 500)];
  const { stdout } = await git(tree, args, { timeoutMs: patienceMs });
  return new Map(
    stdout.split('\n').flatMap((line) => {
      const [, sha, tag] = /^([0-9a-f]{40,64}) (?:tags\/)?(v[^~^]+)/.exec(line) ?? [];
      return sha !== undefined && tag !== undefined ? [[sha, tag] as const] : [];
    }),
  );
}
