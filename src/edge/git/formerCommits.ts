import type { FormerSubjects } from '../../core/patch/subjectPrefix.ts';
import type { FormerCommit } from '../../core/preflight/goodMessages.ts';
import { git } from './git.ts';

/** The commits of late that changed some files, or others in their folders. */
export interface FormerCommits {
  /** How they are headed, by path. */
  readonly subjects: ReadonlyMap<string, FormerSubjects>;
  /** What they say, newest first. */
  readonly messages: readonly FormerCommit[];
}

// What was found by then is enough to go on; checkpatch takes about as long.
const patienceMs = 400;
const ENOUGH_OF_FILE = 5;
const ENOUGH_OF_FOLDER = 30;

/** One walk for all of them; of a plain folder nothing is found. */
export async function formerCommits(tree: string, paths: readonly string[]): Promise<FormerCommits> {
  const tallies = new Map(paths.map((path) => [path, { folder: folderOf(path), ofFile: [], ofFolder: [] } as Tally]));
  const messages: FormerCommit[] = [];
  const stop = new AbortController();
  let message: string[] = [];
  let names: string[] | undefined;
  const commitEnds = (): void => {
    if (names === undefined) return;
    const [sha = '', subject = '', ...body] = message;
    messages.push({ sha, subject, body: body.join('\n').trim() });
    tally(tallies, subject, names);
    if ([...tallies.values()].every(isEnough)) stop.abort();
  };
  const onLine = (line: string): void => {
    if (stop.signal.aborted) return;
    if (line.startsWith(BEGINS)) {
      commitEnds();
      [message, names] = [[line.slice(1)], undefined];
    } else if (line === NAMES) names = [];
    else if (names === undefined) message.push(line);
    else if (line !== '') names.push(line);
  };
  const where = [...new Set([...paths, ...[...tallies.values()].map(({ folder }) => folder)])].filter((path) => path);
  const only = ['--no-merges', '--min-parents=1', '--no-renames', '--name-only', '--format=%x01%H%n%s%n%b%n%x02'];
  await git(tree, ['log', ...only, 'HEAD', '--', ...where], { timeoutMs: patienceMs, onLine, signal: stop.signal });
  if (!stop.signal.aborted) commitEnds();
  const subjects = [...tallies].map(
    ([path, { ofFile, ofFolder }]) => [path, { file: ofFile, folder: ofFolder }] as const,
  );
  return { subjects: new Map(subjects), messages };
}

const BEGINS = '\u0001';
const NAMES = '\u0002';

interface Tally {
  /** With its slash; empty at the top, which is nobody's. */
  readonly folder: string;
  readonly ofFile: string[];
  readonly ofFolder: string[];
}

const tally = (tallies: ReadonlyMap<string, Tally>, subject: string, names: readonly string[]): void => {
  for (const [path, { folder, ofFile, ofFolder }] of tallies) {
    if (names.includes(path)) ofFile.push(subject);
    if (folder !== '' && names.some((name) => name.startsWith(folder))) ofFolder.push(subject);
  }
};

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

const isEnough = ({ ofFile, ofFolder }: Tally): boolean =>
  ofFile.length >= ENOUGH_OF_FILE || ofFolder.length >= ENOUGH_OF_FOLDER;
