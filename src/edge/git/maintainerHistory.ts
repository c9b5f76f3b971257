import { LOG_FORMAT } from '../../core/maintainers/logLines.ts';
import { git } from './git.ts';

/** What git printed, one character for each byte; and, where it came to no end, its own word for that. */
export interface HistoryAnswer {
  readonly text: string;
  readonly problem?: string;
}

// As the script's own git has it: a path with foreign letters is printed in quotes.
const quoted = ['-c', 'core.quotePath=true'];
const bytes = { encoding: 'latin1' } as const;

/** The log of one file, through its renames, as scripts/get_maintainer.pl asks for it (`find_signers_cmd`). */
export async function followedLog(tree: string, path: string, since: string): Promise<HistoryAnswer> {
  const options = ['--no-color', '--follow', `--since=${since}`, '--numstat', '--no-merges', `--format=${LOG_FORMAT}`];
  return asked(await git(tree, [...quoted, 'log', ...options, '--', path], bytes));
}

/** One commit, `find_commit_signers_cmd`. What names no commit says nothing. */
export async function commitLog(tree: string, commit: string): Promise<HistoryAnswer> {
  const options = ['--no-color', '--numstat', `--format=${LOG_FORMAT}`, '-1'];
  return asked(await git(tree, [...quoted, 'log', ...options, commit, '--'], bytes));
}

/** The same for many commits, named in full, by one git. */
export async function commitLogs(tree: string, commits: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (commits.length === 0) return new Map();
  const options = ['--no-color', '--numstat', `--format=%x00%H${LOG_FORMAT}`, '--no-walk=unsorted', '--stdin'];
  const { stdout } = await git(tree, [...quoted, 'log', ...options], { ...bytes, input: `${commits.join('\n')}\n` });
  const parts = stdout.split('\0').slice(1);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('GitCommit: ');
      return [part.slice(0, end), part.slice(end)];
    }),
  );
}

/** The commit of each line, `blame_range_cmd` or `blame_file_cmd`; not of lines from the edge of a shallow clone. */
export async function blamedCommits(
  tree: string,
  path: string,
  range?: { readonly start: number; readonly length: number },
): Promise<readonly string[]> {
  const lines = range ? ['-L', `${range.start},+${range.length}`] : [];
  const { stdout } = await git(tree, ['blame', '-l', ...lines, '--', path], bytes);
  return stdout.split('\n').flatMap((line) => /^([0-9a-f]+) /.exec(line.trimStart())?.[1] ?? []);
}

const asked = ({ status, stdout, stderr }: { status: number; stdout: string; stderr: string }): HistoryAnswer =>
  status === 0
    ? { text: stdout }
    : { text: stdout, problem: stderr.trim().split('\n')[0] || `git ended with status ${status}` };
