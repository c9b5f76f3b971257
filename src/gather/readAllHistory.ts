import type { Commit } from '../core/subsystem/commit.ts';
import type { HistoryRecord } from '../core/subsystem/history.ts';
import { type HistoryBook, historyBook } from '../core/subsystem/historyBook.ts';
import { authorFormat, commitFormat, createLogReader, readAuthors } from '../core/subsystem/logReader.ts';
import { yearBefore } from '../core/subsystem/yearBefore.ts';
import { personHash } from '../edge/historyCache.ts';
import type { Host } from '../edge/host.ts';

type Needs = Pick<Host, 'git'>;

export interface LogOrder {
  readonly tree: string;
  readonly head: string;
  /** As `HistoryRecord` has it. */
  readonly shallow: string;
  /** Seconds since 1970. */
  readonly now: number;
  readonly signal: AbortSignal;
  /** So many commits more were read. */
  report(commits: number): void;
}

/** What git could not do, and the command that would change that, where there is one. */
export interface Unread {
  readonly because: string;
  readonly settle?: string;
}

// Merges bring nothing of their own; a commit without parent, or at the edge of a shallow clone, seems to add every file.
const single = ['--min-parents=1', '--max-parents=1'];
const withPaths = [...single, '--name-status', '--no-renames', `--format=${commitFormat}`];

/** All of it, by two processes at once: who wrote every commit, and the commits of the year with their paths. */
export const readAllHistory = async (host: Needs, order: LogOrder): Promise<HistoryRecord | Unread> => {
  const until = await newestTime(host, order);
  const { since } = yearBefore(until);
  const book = historyBook(personHash, since);
  const firsts = new Map<string, number>();
  let later = 0;
  const authors = eachToken(host, order, ['--max-parents=1', `--format=${authorFormat}`, order.head], (tokens) => {
    later += laterThan(since, readAuthors(tokens, firsts));
    order.report(tokens.length);
  });
  const year = readCommits(host, order, book, [...sinceOption(since), order.head]);
  const [problem] = (await Promise.all([authors, year])).filter((one) => one !== undefined);
  if (problem) return problem;
  for (const [who, time] of firsts) book.met(book.idents.placeOf(who), time);
  // Git stops at the first commit that is too old, even where only its clock was wrong and newer ones lie behind it.
  if (book.commits() < later && book.commits() + (await firstCommits(host, order, since)) < later) {
    book.startAgain();
    const again = await readCommits(host, order, book, [order.head]);
    if (again) return again;
  }
  return { ...book.record(), head: order.head, shallow: order.shallow, since, until };
};

/** How many commits of the year have no parent: they are nobody's patch, but somebody's first commit. */
const firstCommits = async (host: Needs, order: LogOrder, since: number): Promise<number> => {
  let later = 0;
  await eachToken(host, order, ['--max-parents=0', '--format=%ct', order.head], (tokens) => {
    later += laterThan(since, tokens.map(Number));
  });
  return later;
};

const laterThan = (since: number, times: readonly number[]): number => {
  let later = 0;
  for (const time of times) if (time > since) later++;
  return later;
};

/** Only the commits since an older record, whose head lies in the history of this one. */
export const readNewHistory = async (
  host: Needs,
  order: LogOrder,
  old: HistoryRecord,
): Promise<HistoryRecord | Unread> => {
  const until = Math.max(old.until, await newestTime(host, order));
  const { since } = yearBefore(until);
  const book = historyBook(personHash, since, old);
  const problem = await readCommits(host, order, book, [`${old.head}..${order.head}`], ({ author, commitTime }) =>
    book.met(author, commitTime),
  );
  if (problem) return problem;
  book.addOld(old);
  return { ...book.record(), head: order.head, shallow: order.shallow, since, until };
};

// Dates before 1970 git does not read.
const sinceOption = (since: number): readonly string[] =>
  since < 0 ? [] : [`--since=${new Date(since * 1000).toISOString()}`];

const readCommits = async (
  host: Needs,
  order: LogOrder,
  book: HistoryBook,
  range: readonly string[],
  look: (commit: Commit) => void = () => {},
): Promise<Unread | undefined> => {
  const reader = createLogReader(book.idents);
  const take = (commits: readonly Commit[]): void => {
    for (const commit of commits) {
      look(commit);
      book.add(commit);
    }
  };
  const problem = await eachToken(host, order, [...withPaths, ...range], (tokens) => take(reader.read(tokens)));
  take(reader.end());
  return problem;
};

// One commit with a clock that runs ahead would push the whole year aside.
const DAY = 86_400;
const LAST_DATE = 253_402_300_799; // of the year 9999

const newestTime = async (host: Needs, order: LogOrder): Promise<number> => {
  const times: number[] = [];
  await eachToken(host, order, ['--max-count=100', '--format=%ct', order.head], (tokens) => {
    times.push(...tokens.map(Number).filter((time) => time <= LAST_DATE));
  });
  const past = times.filter((time) => time <= order.now + DAY);
  return Math.max(0, ...(past.length > 0 ? past : times));
};

const eachToken = async (
  host: Needs,
  { tree, signal }: LogOrder,
  args: readonly string[],
  take: (tokens: readonly string[]) => void,
): Promise<Unread | undefined> => {
  const log = host.git.logStream(tree, [...args, '--'], signal);
  for (;;) {
    const next = await log.next();
    if (!next.done) take(next.value);
    else if (next.value.status === 0) return undefined;
    else return unreadBy(next.value.stderr);
  }
};

const unreadBy = (stderr: string): Unread => {
  if (/promisor|lazy fetch|transport .* not allowed/.test(stderr)) {
    return {
      because: 'this is a partial clone that lacks the folders of old commits, and nothing is fetched unasked',
      settle: 'git config remote.origin.partialCloneFilter blob:none && git fetch --refilter',
    };
  }
  const lines = stderr.trim().split('\n');
  return { because: `git says: ${lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0]}` };
};
