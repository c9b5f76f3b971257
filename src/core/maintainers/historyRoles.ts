import { assignRoles } from './assignRoles.ts';
import { authorIn, readLogLines } from './logLines.ts';
import type { Because } from './recipient.ts';
import type { People, RecipientList } from './recipientList.ts';
import type { HistorySays } from './recipientsOf.ts';

interface OneFile {
  readonly file: string;
  /** It was named itself, not by a patch. */
  readonly named: boolean;
}

/** Who signed and wrote what became of a file: vcs_file_signoffs() and vcs_file_blame(), where git was asked. */
export const historyRoles = (
  people: People,
  list: RecipientList,
  { file, named }: OneFile,
  history: HistorySays,
): void => {
  const log = history.logs.get(file);
  if (log !== undefined) signOffRoles(people, list, file, log);
  const blamed = history.blames.get(file);
  if (blamed !== undefined) blameRoles(people, list, { file, named, blamed }, history);
};

const signOffRoles = (people: People, list: RecipientList, file: string, log: string): void => {
  const { settings, dialect } = people;
  const { commits, signers, authors, stats } = readLogLines(log, file, { settings, dialect, list });
  const settledSigners = signers.map(list.settled);
  const because = (says: string): Because => ({ kind: 'history', path: file, says });
  const assign = (role: string, of: number, lines: readonly string[]) =>
    assignRoles(people, list, { role, of, lines }, because);
  assign('commit_signer', commits, settledSigners);
  assign('authored', commits, authors);
  if (authors.length !== stats.length) return;
  const sum = (which: 'added' | 'removed', of: readonly (typeof stats)[number][] = stats) =>
    of.reduce((total, stat) => total + stat[which], 0);
  const writers = [...new Set([...new Set(authors)].map(list.settled))];
  const lines = (which: 'added' | 'removed') =>
    writers.flatMap((writer) => {
      const own = stats.filter((_, at) => list.settled(authors[at] ?? '') === writer);
      return Array.from({ length: sum(which, own) }, () => writer);
    });
  const added = lines('added');
  const removed = lines('removed');
  assign('added_lines', sum('added'), added);
  assign('removed_lines', sum('removed'), removed);
};

const blameRoles = (
  people: People,
  list: RecipientList,
  { file, named, blamed }: OneFile & { readonly blamed: readonly string[] },
  history: HistorySays,
): void => {
  const { settings, dialect } = people;
  const because = (says: string): Because => ({ kind: 'history', path: file, says });
  const commits = [...new Set(blamed)];
  const signers = settings.gitBlameSignatures
    ? commits.flatMap(
        (commit) => readLogLines(history.commits.get(commit) ?? '', file, { settings, dialect, list }).signers,
      )
    : [];
  if (named && settings.roleStats) {
    const lines = commits.flatMap((commit) => {
      const author = authorIn(history.commits.get(commit) ?? '', dialect, settings);
      if (author === undefined) return [];
      const settled = list.settled(people.form.format(people.form.parse(author)));
      return blamed.filter((one) => one === commit).map(() => settled);
    });
    if (lines.length > 0) assignRoles(people, list, { role: 'authored lines', of: blamed.length, lines }, because);
  }
  const settledSigners = signers.map(list.settled);
  const role = named ? 'commits' : 'modified commits';
  assignRoles(people, list, { role, of: commits.length, lines: settledSigners }, because);
};
