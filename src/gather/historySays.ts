import { availableParallelism } from 'node:os';
import type { Asked, Book, HistorySays, HistoryWanted } from '../core/maintainers/recipientsOf.ts';
import { historyWanted, noHistory } from '../core/maintainers/recipientsOf.ts';
import { pathOnDisk, sourceText } from '../core/maintainers/sourceText.ts';
import type { Host } from '../edge/host.ts';

type Needs = Pick<Host, 'git' | 'trees'>;

/** What the tree's history says of those files; `problems` are what git could not say, once each. */
export const historySays = async (
  host: Needs,
  tree: string,
  book: Book,
  asked: Asked,
): Promise<{ readonly says: HistorySays; readonly problems: readonly string[] }> => {
  const wanted = historyWanted(book, asked);
  // As the script: a tree is under git when .git stands in it.
  if (isNothing(wanted) || !host.trees.exists(tree, '.git')) return { says: noHistory, problems: [] };
  const problems = new Set<string>();
  const logs = new Map<string, string>();
  const text = textOf(book);
  await each(wanted.logs, async (path) => {
    const answer = await host.git.followedLog(tree, pathOnDisk(path), book.people.settings.gitSince);
    logs.set(path, text(answer.text)); // what was said before it broke off counts, as for the script
    if (answer.problem !== undefined) problems.add(answer.problem);
  });
  const blames = await blamesOf(host, tree, wanted, asked);
  const commits = await commitsOf(host, tree, wanted, blames);
  for (const [commit, log] of commits) commits.set(commit, text(log));
  return { says: { logs, blames, commits }, problems: [...problems] };
};

const isNothing = ({ logs, blames, commits }: HistoryWanted): boolean =>
  logs.length === 0 && blames.length === 0 && commits.length === 0;

/** Git's bytes as the script has them. */
const textOf = ({ people: { dialect } }: Book) =>
  dialect.unicode ? (bytes: string) => sourceText(Buffer.from(bytes, 'latin1'), dialect) : (bytes: string) => bytes;

const blamesOf = async (
  { git, trees }: Needs,
  tree: string,
  { blames }: HistoryWanted,
  { ranges }: Pick<Asked, 'ranges'>,
) => {
  const found = new Map<string, readonly string[]>();
  await each(blames, async (asked) => {
    const path = pathOnDisk(asked);
    if (trees.size(tree, path) === undefined) {
      found.set(asked, []);
      return;
    }
    const own = ranges.filter((range) => range.path === asked);
    const lists =
      ranges.length === 0
        ? [await git.blamedCommits(tree, path)]
        : await Promise.all(own.map((range) => git.blamedCommits(tree, path, range)));
    found.set(asked, lists.flat());
  });
  return found;
};

const commitsOf = async (
  { git }: Needs,
  tree: string,
  wanted: HistoryWanted,
  blames: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, string>> => {
  const blamed = new Set([...blames.values()].flat());
  const logs = new Map(await git.commitLogs(tree, [...blamed]));
  for (const commit of wanted.commits) {
    logs.set(commit, (await git.commitLog(tree, commit)).text);
  }
  return logs;
};

/** As many at once as there are processors. */
const each = async <Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> => {
  const left = [...items];
  const work = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
};
