import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { kernelVersion } from '../../core/tree/kernelVersion.ts';
import { writeFileAtomic } from '../files.ts';
import { isRunning, ownMark } from '../processMark.ts';
import type { Build } from './kernelMake.ts';

/** What is in the folder of a build. Only what Patchling made itself may be thrown away. */
export type BuildState = 'ready' | 'nothing' | 'left over' | 'being prepared' | "somebody else's";

/** Patchling's note in a build folder. */
interface Note {
  readonly tree: string;
  readonly version: string;
  /** SHA-256 of the .config; without it, the build was never finished. */
  readonly config?: string;
  /** The mark of the process that prepares it; none once it has given up. */
  readonly by?: string;
}

const noteFile = (folder: string): string => join(folder, '.patchling-build.json');

/** Looks at a build's folder. One that a person prepared by hand for this tree is as ready as one of ours. */
export function buildState(build: Build): BuildState {
  if (!existsSync(build.folder) || readdirSync(build.folder).length === 0) return 'nothing';
  const note = readNote(build.folder);
  if (!note) return preparedByHand(build) ? 'ready' : "somebody else's";
  if (note.config === undefined)
    return note.by !== undefined && note.by !== ownMark() && isRunning(note.by) ? 'being prepared' : 'left over';
  const same =
    note.tree === build.tree && note.version === versionOf(build.tree) && note.config === configDigest(build);
  return same ? 'ready' : 'left over';
}

/** Notes how far this process is with the build. */
export function noteBuild(build: Build, how: 'begun' | 'given up' | 'done'): void {
  const config = how === 'done' ? configDigest(build) : undefined;
  const note: Note = {
    tree: build.tree,
    version: versionOf(build.tree),
    ...(how === 'begun' && { by: ownMark() }),
    ...(config !== undefined && { config }),
  };
  writeFileAtomic(noteFile(build.folder), `${JSON.stringify(note)}\n`);
}

function readNote(folder: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(noteFile(folder), 'utf8')) as Note;
  } catch {
    return undefined;
  }
}

// Kbuild leaves a link to the tree, and writes auto.conf at the end of configuring.
function preparedByHand({ tree, folder }: Build): boolean {
  if (!existsSync(join(folder, 'include/config/auto.conf'))) return false;
  try {
    return realpathSync(join(folder, 'source')) === tree;
  } catch {
    return false;
  }
}

const versionOf = (tree: string): string =>
  kernelVersion(readFileSync(join(tree, 'Makefile'), 'utf8')).version?.text ?? '';

function configDigest({ folder }: Build): string | undefined {
  const file = join(folder, '.config');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return createHash('sha256')
    .update(lines.filter((line) => !found.test(line)).join('\n'))
    .digest('hex');
}

// What make writes by itself of the tools that it finds: with another PATH (a rustc in it, or none) it is another.
const found = /^(?:# )?CONFIG_(?:RUSTC|RUST_IS|BINDGEN|PAHOLE|CC|GCC|CLANG|AS|LD|LLD|TOOLS)_/;
