import type { FormerSubjects } from '../../core/patch/subjectPrefix.ts';
import { git } from './git.ts';

// What was found by then is enough to go on.
const patienceMs = 600;
/** A year before HEAD, in seconds: in it a folder shows its habits, and no walk is long. */
const LATELY = 365 * 86_400;
const ENOUGH_OF_FILE = 5;
const ENOUGH_OF_FOLDER = 30;

/** How the commits of late that changed some files, or their folders, are headed: one walk for all of them. */
export async function formerSubjects(
  tree: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, FormerSubjects>> {
  const tallies = new Map(paths.map((path) => [path, { folder: folderOf(path), ofFile: [], ofFolder: [] } as Tally]));
  const stop = new AbortController();
  let subject = '';
  let names: string[] = [];
  const commitEnds = (): void => {
    for (const [path, tally] of tallies) {
      if (names.includes(path)) tally.ofFile.push(subject);
      if (tally.folder !== '' && names.some((name) => name.startsWith(tally.folder))) tally.ofFolder.push(subject);
    }
    if ([...tallies.values()].every(isEnough)) stop.abort();
  };
  const onLine = (line: string): void => {
    if (stop.signal.aborted) return;
    if (!line.startsWith('\u0001')) {
      if (line !== '') names.push(line);
      return;
    }
    if (names.length > 0) commitEnds();
    [subject, names] = [line.slice(1), []];
  };
  const where = [...new Set([...paths, ...[...tallies.values()].map(({ folder }) => folder)])].filter((path) => path);
  const head = await git(tree, ['log', '-1', '--format=%ct', 'HEAD']);
  if (head.status !== 0) return new Map(paths.map((path) => [path, {}]));
  const since = `--since=${Number(head.stdout) - LATELY}`;
  const only = ['--no-merges', '--min-parents=1', since, '--no-renames', '--name-only', '--format=%x01%s'];
  await git(tree, ['log', ...only, 'HEAD', '--', ...where], { timeoutMs: patienceMs, onLine, signal: stop.signal });
  if (names.length > 0 && !stop.signal.aborted) commitEnds();
  return new Map([...tallies].map(([path, { ofFile, ofFolder }]) => [path, { file: ofFile, folder: ofFolder }]));
}

interface Tally {
  /** With its slash; empty at the top, which is nobody's. */
  readonly folder: string;
  readonly ofFile: string[];
  readonly ofFolder: string[];
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

const isEnough = ({ ofFile, ofFolder }: Tally): boolean =>
  ofFile.length >= ENOUGH_OF_FILE || ofFolder.length >= ENOUGH_OF_FOLDER;
