import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Trouble } from '../../core/trouble.ts';
import { filesTrouble } from '../filesTrouble.ts';
import { lacksOfTree } from '../findTree.ts';
import { holdFolder } from '../leaveNothing.ts';
import { isRunning, ownMark } from '../processMark.ts';
import { type Progress, reported } from '../progress.ts';
import { type Ran, run } from '../run.ts';
import type { SourceTarball } from './installedSources.ts';

const unpacking = new Set<string>();

/**
 * Unpacks a kernel's source into `trees/` of the cache folder, and gives the tree's folder; one that is there already is
 * taken as it is. It is unpacked beside its place and moved there when it is whole: an interrupted one is never taken
 * for a tree, and what it left is removed by the next.
 * @throws Trouble `machine` for a full disk, with what is needed; `input` for a damaged tarball.
 */
export async function* unpackSource(
  tarball: SourceTarball,
  cacheFolder: string,
): AsyncGenerator<Progress, string, undefined> {
  const trees = join(cacheFolder, 'trees');
  const tree = join(trees, tarball.name);
  makeFolder(trees);
  removeLeftOvers(trees);
  if (lacksOfTree(tree).length === 0) return tree;
  await requireSpace(tarball, trees);
  return yield* reported<Progress, string>(async (report, signal) => {
    const beside = join(trees, `.${tarball.name}.unpacking-${ownMark()}-${randomUUID().slice(0, 8)}`);
    makeFolder(beside);
    unpacking.add(beside);
    const release = holdFolder(beside);
    try {
      await extract(tarball, beside, report, signal);
      put(join(beside, tarball.name), tree, beside);
      return tree;
    } finally {
      await rm(beside, { recursive: true, force: true, maxRetries: 3 });
      release();
      unpacking.delete(beside);
    }
  });
}

async function extract(
  tarball: SourceTarball,
  folder: string,
  report: (step: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  const doing = `Unpacking ${tarball.name}`;
  report({ doing, percent: 0 });
  const input = counted(tarball.file, (percent) => report({ doing, percent }));
  const command = ['tar', '--extract', '--no-same-owner', ...decompressor(tarball.file), '--file=-'];
  const ran = await run(command, { cwd: folder, input, signal });
  if (ran.status !== 0) throw await unpackingFailed(tarball, folder, ran);
  const lacks = lacksOfTree(join(folder, tarball.name));
  if (lacks.length > 0) throw damaged(tarball, `There is no ${lacks.join(' and no ')} in ${tarball.name}/ of it.`);
}

// All cores help with a .tar.xz that was packed in blocks, as Debian's are; older xz does not mind the option.
const decompressor = (file: string): readonly string[] =>
  file.endsWith('.xz')
    ? ['--use-compress-program=xz -T0']
    : file.endsWith('.tar')
      ? []
      : [decompressors[file.slice(-3)] ?? '--gzip'];

const decompressors: Readonly<Record<string, string>> = { '.gz': '--gzip', bz2: '--bzip2', zst: '--zstd' };

/** The file's bytes; tells each whole percent of them once. */
async function* counted(file: string, tell: (percent: number) => void): AsyncGenerator<Uint8Array> {
  const size = sizeOf(file);
  let read = 0;
  let told = 0;
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 18 })) {
    yield piece as Uint8Array;
    read += (piece as Uint8Array).length;
    const percent = size > 0 ? Math.floor((read / size) * 100) : 0;
    if (percent === told) continue;
    told = percent;
    tell(percent);
  }
}

// Another process may have been faster, and its tree is as good. What is there and is no tree was never made by us whole.
function put(unpacked: string, tree: string, beside: string): void {
  if (lacksOfTree(tree).length === 0) return;
  if (existsSync(tree)) renameSync(tree, join(beside, 'no tree'));
  renameSync(unpacked, tree);
}

/** Half trees of processes that are gone. */
function removeLeftOvers(trees: string): void {
  for (const name of readdirSync(trees)) {
    const mark = /^\..*\.unpacking-(\d+-\d+)-\w+$/.exec(name)?.[1];
    if (mark === undefined || unpacking.has(join(trees, name))) continue;
    if (mark === ownMark() || !isRunning(mark)) rmSync(join(trees, name), { recursive: true, force: true });
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw filesTrouble(error, `${folder} could not be made.`, folder);
  }
}

async function requireSpace(tarball: SourceTarball, trees: string): Promise<void> {
  const needed = await neededBytes(tarball);
  const { bavail, bsize } = await statfs(trees);
  if (bavail * bsize < needed) throw full(tarball, trees, needed);
}

/** What the tree takes on the disk: its files, and a little for each that does not fill its last block. */
async function neededBytes({ file }: SourceTarball): Promise<number> {
  const packed = sizeOf(file);
  const { stdout } = file.endsWith('.xz') ? await run(['xz', '--robot', '--list', file]) : { stdout: '' };
  const unpacked = /^totals\t\d+\t\d+\t\d+\t(\d+)/m.exec(stdout)?.[1];
  return Math.ceil(Number(unpacked ?? packed * 8) * 1.1);
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch (error) {
    throw filesTrouble(error, `${file} could not be read.`, file);
  }
}

async function unpackingFailed(tarball: SourceTarball, folder: string, { stderr, missing }: Ran): Promise<Trouble> {
  if (missing || /Cannot exec|[Nn]ot found$/m.test(stderr)) {
    const next = 'sudo apt-get install tar xz-utils bzip2 zstd';
    return new Trouble('missing', { what: `${tarball.file} cannot be unpacked.`, why: stderr.trim(), next });
  }
  if (/No space left on device|Disk quota exceeded/.test(stderr))
    return full(tarball, folder, await neededBytes(tarball));
  return damaged(tarball, stderr.trim().split('\n').slice(0, 3).join('\n'));
}

const damaged = ({ file, name }: SourceTarball, why: string) =>
  new Trouble('input', {
    what: `${file} could not be unpacked.`,
    where: file,
    why,
    next: `Install it anew: sudo apt-get install --reinstall ${name}`,
  });

const full = ({ name }: SourceTarball, folder: string, needed: number) =>
  new Trouble('machine', {
    what: `There is not enough room on the disk to unpack ${name}.`,
    where: folder,
    why: `It takes ${Math.ceil(needed / 1e6)} MB, and some thousand files.`,
    next: 'Make room there, or set XDG_CACHE_HOME to a folder on a larger disk. What was unpacked is removed again.',
  });
