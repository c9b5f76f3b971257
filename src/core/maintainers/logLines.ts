import type { Dialect } from './dialect.ts';
import { perlPattern } from './perlPattern.ts';
import { perlText } from './perlText.ts';
import type { RecipientList } from './recipientList.ts';
import type { Settings } from './settings.ts';

/** What one `git log` of scripts/get_maintainer.pl says, its vcs_find_signers(). */
export interface LogSays {
  readonly commits: number;
  /** One for each trailer, settled; with no trailer at all, nobody. */
  readonly signers: readonly string[];
  /** One for each commit; with no trailer at all the script forgets to take the line apart, and so do we. */
  readonly authors: readonly string[];
  /** The lines of `--numstat` that are of the file. */
  readonly stats: readonly { readonly added: number; readonly removed: number }[];
}

/** The format that the log has to be asked in: `--numstat --format=` with this. */
export const LOG_FORMAT = 'GitCommit: %H%nGitAuthor: %an <%ae>%nGitDate: %aD%nGitSubject: %s%n%b%n';

/** `log` is git's output, `path` the file that the numbers are wanted of. */
export const readLogLines = (
  log: string,
  path: string,
  { settings, dialect, list }: { settings: Settings; dialect: Dialect; list: RecipientList },
): LogSays => {
  const lines = rowsOf(log, dialect);
  const authorLines = lines.filter((line) => line.startsWith('GitAuthor: '));
  const trailer = settings.gitAllSignatureTypes
    ? /^[ \t]*.+?[Bb][Yy]:.*@/s
    : /^[ \t]*(?:Signed-off-by:|Reviewed-by:|Acked-by:).*@/s;
  const signed = lines.filter((line) => trailer.test(line));
  const stats = statsIn(lines, path, dialect);
  if (signed.length === 0) return { commits: 0, signers: [], authors: authorLines, stats };
  const isChief = chiefTest(dialect);
  const kept = settings.gitChiefPenguins ? signed : signed.filter((line) => !isChief(line));
  const settle = (line: string) => list.settled(behindColon(line, dialect));
  const authors = authorLines.map(settle);
  return {
    commits: lines.filter((line) => /^GitCommit: [0-9a-f]{40}/.test(line)).length,
    authors,
    signers: kept.map(settle),
    stats,
  };
};

/** The author of a commit, vcs_find_author(); undefined where it is one who is left out. */
export const authorIn = (log: string, dialect: Dialect, settings: Settings): string | undefined => {
  const isChief = chiefTest(dialect);
  const line = rowsOf(log, dialect).find(
    (row) => row.startsWith('GitAuthor: ') && (settings.gitChiefPenguins || !isChief(row)),
  );
  return line?.slice('GitAuthor: '.length);
};

/** Whether a line names one of those who are left out, by name, in any case. */
const chiefTest = ({ chiefs }: Dialect): ((line: string) => boolean) => {
  const names = chiefs.map(({ name }) => name.toLowerCase());
  // With nobody in the list the script's pattern is empty, and matches every line.
  return (line) => names.length === 0 || names.some((name) => line.toLowerCase().includes(name));
};

// Blanks at the start of a line go, and with them empty lines.
const rowsOf = (log: string, dialect: Dialect): string[] =>
  log
    .split('\n')
    .map(perlText(dialect).trimStart)
    .filter((line) => line !== '');

/** What stands behind the last colon that has something behind it. */
const behindColon = (line: string, dialect: Dialect): string => {
  const colon = line.lastIndexOf(':', line.length - 2);
  const behind = colon < 0 ? line : line.slice(colon + 1);
  return perlText(dialect).trimStart(behind) || behind.slice(-1);
};

const statsIn = (lines: readonly string[], path: string, dialect: Dialect): LogSays['stats'] => {
  // The path goes into the script's pattern as it is, so its signs are read as a pattern's.
  const pattern = perlPattern(`^(\\d+)\\t(\\d+)\\t${path}$`, { extended: false, unicode: dialect.unicode });
  if (pattern.kind === 'unsupported') return [];
  return lines.flatMap((line) => {
    const [, added, removed] = /^(\d+)\t(\d+)\t/.exec(line) ?? [];
    return added !== undefined && pattern.matches(line) ? [{ added: Number(added), removed: Number(removed) }] : [];
  });
};
