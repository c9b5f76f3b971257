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
  if (isNothing(wanted) || !host.trees.exists(tree, '.git')) return { says: noHistory, problems: withoutGit(wanted) };
  const problems = new Set<string>();
  if (host.trees.exists(tree, '.git/shallow')) problems.add(shallow);
  const logs = new Map<string, string>();
  const text = textOf(book);
  await each(wanted.logs, async (path) => {
    const answer = await host.git.followedLog(tree, pathOnDisk(path), book.people.settings.gitSince);
    logs.set(path, text(answer.text)); // what was said before it broke off counts, as for the script
    if (answer.problem !== undefined) problems.add(answer.problem);
  });
  const blames = await blamesOf(host, tree, wanted, asked);
  const commits = new Map(await host.git.commitLogs(tree, [...new Set([...blames.values()].flat())]));
  for (const commit of wanted.commits) {
    const answer = await host.git.commitLog(tree, commit);
    commits.set(commit, answer.text);
    if (answer.problem !== undefined) problems.add(`who made ${commit}, which the patch fixes: it is no commit here`);
  }
  for (const [commit, log] of commits) commits.set(commit, text(log));
  return { says: { logs, blames, commits }, problems: await explained(host, tree, [...problems]) };
};

const withoutGit = ({ commits }: HistoryWanted): readonly string[] =>
  commits.map((commit) => `who made ${commit}, which the patch fixes: this tree has no history`);

const shallow = 'who came before the end of this shallow clone: git fetch --unshallow brings them';

/** Where git refuses to read the repository at all, that is said instead of its first words, and what to do. */
const explained = async ({ git }: Needs, tree: string, problems: readonly string[]): Promise<readonly string[]> => {
  const repository = problems.length > 0 ? await git.repositoryOf(tree) : undefined;
  if (repository?.kind !== 'none') return problems;
  return [`anything, since ${repository.because}${repository.settle === undefined ? '' : `: ${repository.settle}`}`];
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

/** As many at once as there are processors. */
const each = async <Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> => {
  const left = [...items];
  const work = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
};
