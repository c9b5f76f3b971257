import type { LineRange } from '../../core/patch/lineDiff.ts';
import type { BlamedCommit } from '../../core/series/fixesFromBlame.ts';
import { git } from './git.ts';

export interface BlameOrder {
  /** As it stood in this commit. */
  readonly commit: string;
  readonly files: readonly { readonly path: string; readonly ranges: readonly LineRange[] }[];
  /** Full ids of commits that shall be told of, too. */
  readonly also?: readonly string[];
}

export interface BlamedFile {
  readonly path: string;
  /** The commit of each line, by its number. */
  readonly lines: ReadonlyMap<number, string>;
  /** Why git could not say. */
  readonly problem?: 'took too long' | 'is not there' | 'has fewer lines' | 'is not in this clone' | 'failed';
}

export interface Blamed {
  readonly files: readonly BlamedFile[];
  readonly commits: ReadonlyMap<string, BlamedCommit>;
  /** Milliseconds, all together. */
  readonly took: number;
}

// A file of Linux with twenty years behind it takes seconds.
const patienceMs = 10_000;
const patienceForAllMs = 30_000;

// A person's own lists, which may be of another tree, or not be there.
const ownSettings = ['-c', 'blame.ignoreRevsFile=', '-c', 'diff.orderFile=/dev/null'];

/** Who brought some lines, white space aside; one git a file, however many ranges. */
export async function blameLines(tree: string, { commit, files, also = [] }: BlameOrder): Promise<Blamed> {
  const begun = Date.now();
  const end = begun + patienceForAllMs;
  const blamed: BlamedFile[] = [];
  for (const { path, ranges } of files) {
    const timeoutMs = Math.min(patienceMs, end - Date.now());
    if (timeoutMs <= 0) blamed.push({ path, lines: new Map(), problem: 'took too long' });
    else blamed.push(await blameFile(tree, { commit, path, ranges, timeoutMs }));
  }
  const shas = new Set([...also, ...blamed.flatMap(({ lines }) => [...lines.values()])]);
  const commits = await readCommits(tree, [...shas]);
  return { files: blamed, commits, took: Date.now() - begun };
}

interface FileOrder {
  readonly commit: string;
  readonly path: string;
  readonly ranges: readonly LineRange[];
  readonly timeoutMs: number;
}

async function blameFile(tree: string, { commit, path, ranges, timeoutMs }: FileOrder): Promise<BlamedFile> {
  const asked = ranges.filter(({ count }) => count > 0).flatMap(({ start, count }) => ['-L', `${start},+${count}`]);
  if (asked.length === 0) return { path, lines: new Map() };
  const ran = await git(tree, [...ownSettings, 'blame', '-w', '--porcelain', ...asked, commit, '--', path], {
    encoding: 'latin1',
    timeoutMs,
  });
  const lines = new Map<number, string>();
  if (ran.timedOut) return { path, lines, problem: 'took too long' };
  if (ran.status !== 0) return { path, lines, problem: problemOf(ran.stderr) };
  for (const line of ran.stdout.split('\n')) {
    const [, sha, at] = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(line) ?? [];
    if (sha !== undefined) lines.set(Number(at), sha);
  }
  return { path, lines };
}

const problemOf = (stderr: string): NonNullable<BlamedFile['problem']> => {
  if (/no such path|cannot stat path/.test(stderr)) return 'is not there';
  if (/has only \d+ lines?/.test(stderr)) return 'has fewer lines';
  return /promisor|lazy fetch|unable to read|cannot read blob|bad object|missing/i.test(stderr)
    ? 'is not in this clone'
    : 'failed';
};

/** What each commit is, and how much it touched: the paths alone, so that a clone without old files can say it. */
async function readCommits(tree: string, shas: readonly string[]): Promise<ReadonlyMap<string, BlamedCommit>> {
  if (shas.length === 0) return new Map();
  const format = '--format=%x00%H %h %ct %P%n%s';
  const told = ['--abbrev=12', '--no-renames', '--name-status', '--encoding=UTF-8', format];
  const args = ['log', '--no-walk=unsorted', '--root', ...told, '--stdin'];
  const [{ stdout }, edge] = await Promise.all([
    git(tree, [...ownSettings, ...args], { input: `${shas.join('\n')}\n`, timeoutMs: patienceMs }),
    git(tree, ['rev-parse', '--is-shallow-repository']),
  ]);
  const isShallow = edge.stdout.trim() === 'true';
  return new Map(
    stdout
      .split('\0')
      .slice(1)
      .map((text): [string, BlamedCommit] => {
        const [head = '', subject = '', , ...changes] = text.split('\n');
        const [sha = '', short = '', time = '0', ...parents] = head.split(' ');
        const isEdge = isShallow && parents.every((parent) => parent === '');
        const files = changes.filter((line) => line !== '').length;
        const commit = { sha, short, subject, time: Number(time), files, isEdge };
        return [sha, commit];
      }),
  );
}
