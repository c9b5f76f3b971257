import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileDiff } from '../../core/patch/fileDiff.ts';
import { patchPaths, whyUnsafe } from '../../core/patch/patchPaths.ts';
import type { AppliedPatch } from '../../core/preflight/facts.ts';
import { type Known, known, notKnown } from '../../core/preflight/known.ts';
import type { Ran } from '../run.ts';
import { shellCommand } from '../shellCommand.ts';
import { withTempFolder } from '../tempFolder.ts';
import { filesForApply } from './filesForApply.ts';
import { git } from './git.ts';
import { ownCommit, type SaidBase, seriesBase } from './seriesBase.ts';

/** A patch as it is tried: what it names, and the bytes of its diff. */
export interface TriedPatch {
  readonly files: readonly Pick<FileDiff, 'before' | 'after' | 'path' | 'modeAfter'>[];
  readonly bytes: Uint8Array;
  /** The mail's file, for the command that a person can type. */
  readonly file: string;
  /** Its summary, as git log shows it. */
  readonly title?: string;
}

const MOST_FILES = 2000;

/**
 * Each patch on top of those before it, by `git apply`, in a throw-away folder that holds only the files they change:
 * neither the tree nor its index is touched, and no setting or hook of the person counts.
 */
export async function applySeries(
  tree: string,
  patches: readonly TriedPatch[],
  said: SaidBase,
): Promise<Known<readonly AppliedPatch[]>> {
  const settle = settleBy(tree, patches);
  const named = patchPaths(patches.flatMap(({ files }) => files)).length;
  if (named > MOST_FILES) return notKnown(`The series changes ${named} files.`, settle);
  const refused = whyRefused(patches);
  const paths = patchPaths(patches.flatMap(({ files }, index) => (refused[index] === undefined ? files : [])));
  return withTempFolder(async (folder) => {
    const ground = await groundFor(tree, paths, folder, said);
    if (typeof ground === 'string') return notKnown(ground, settle);
    if (patches.length > 1 && refused.every((why) => why === undefined)) {
      if (await allApply(ground.work, join(folder, 'patches'), patches)) {
        return known(patches.map((_, index) => holds(ground.where, index)));
      }
      await rm(ground.work, { recursive: true, force: true });
      const because = await fill(tree, paths, ground.work, ground.base);
      if (because !== undefined) return notKnown(because, settle);
    }
    const applied = await applyAll(ground, patches, refused);
    if (applied === undefined) return notKnown('git is not installed.', `sudo apt-get install git && ${settle}`);
    if (ground.base !== undefined || applied.every(({ verdict }) => verdict === 'holds')) return known(applied);
    const own = await onOwnParent(tree, paths, folder, patches, refused);
    if (own !== undefined) return known(own);
    const reversed = join(folder, 'reversed');
    if ((await fill(tree, paths, reversed)) !== undefined) return known(applied);
    const there = await thereAlready(reversed, patches, refused);
    return known(applied.map((one, index) => (one.verdict !== 'holds' && there.has(index) ? alreadyApplied : one)));
  });
}

/** What the patches are tried on. */
interface Ground {
  readonly work: string;
  /** None: the tree's files as they lie there. */
  readonly base?: string;
  readonly where: string;
}

/** Or why there is none. */
async function groundFor(
  tree: string,
  paths: readonly string[],
  folder: string,
  said: SaidBase,
): Promise<Ground | string> {
  const base = await seriesBase(tree, said);
  const onBase = join(folder, 'base');
  if (base !== undefined && (await fill(tree, paths, onBase, base)) === undefined) {
    return { work: onBase, base, where: `to ${base.slice(0, 12)}, its base` };
  }
  const work = join(folder, 'tree');
  return (await fill(tree, paths, work)) ?? { work, where: 'to the tree as it is checked out' };
}

const holds = (where: string, index: number): AppliedPatch => ({
  verdict: 'holds',
  seen: `It applies ${where}${index === 0 ? '' : ', on top of those before it'}.`,
});

/** A series made from commits of the branch itself: on top of what lies below them, where all of it applies there. */
async function onOwnParent(
  tree: string,
  paths: readonly string[],
  folder: string,
  patches: readonly TriedPatch[],
  refused: readonly (string | undefined)[],
): Promise<readonly AppliedPatch[] | undefined> {
  const [first] = patches;
  if (!first?.title || refused.some((why) => why !== undefined)) return undefined;
  const own = await ownCommit(tree, first.title, first.bytes);
  if (own === undefined) return undefined;
  const work = join(folder, 'own');
  if ((await fill(tree, paths, work, own.parent)) !== undefined) return undefined;
  const sha = own.sha.slice(0, 12);
  const applied = await applyAll({ work, base: own.parent, where: `to the parent of ${sha}` }, patches, refused);
  if (!applied?.every(({ verdict }) => verdict === 'holds')) return undefined;
  return applied.with(0, { verdict: 'holds', seen: `It is commit ${sha} of this branch, and applies to its parent.` });
}

/** One call of git for all: where it fails, each has to be tried by itself. */
async function allApply(work: string, folder: string, patches: readonly TriedPatch[]): Promise<boolean> {
  await mkdir(folder);
  const files = patches.map((_, index) => join(folder, String(index)));
  await Promise.all(patches.map(({ bytes }, index) => writeFile(files[index] ?? '', bytes)));
  return (await apply(work, files)).status === 0;
}

const alreadyApplied: AppliedPatch = {
  verdict: 'fails',
  seen: 'It is already applied: the tree has this change.',
};

/** Why not all files were copied. */
async function fill(tree: string, paths: readonly string[], folder: string, base?: string) {
  await mkdir(folder);
  const filled = await filesForApply(tree, paths, folder, base);
  return filled.kind === 'filled' ? undefined : filled.because;
}

/** For each patch, why it is not even tried; git would refuse most of it too. */
const whyRefused = (patches: readonly TriedPatch[]): readonly (string | undefined)[] => {
  const links = new Set(
    patches.flatMap(({ files }) => files.flatMap(({ modeAfter, path }) => (modeAfter === '120000' ? [path] : []))),
  );
  const beyondLink = (path: string): boolean => {
    for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
      if (links.has(path.slice(0, at))) return true;
    }
    return false;
  };
  return patches.map(({ files }) => {
    if (files.length === 0) return 'It has no diff.';
    for (const path of patchPaths(files)) {
      const why = whyUnsafe(path) ?? (beyondLink(path) ? 'it leads through a symbolic link of the series' : undefined);
      if (why !== undefined) return `It names "${path}", and ${why}: nothing was written.`;
    }
    return undefined;
  });
};

/** Undefined where there is no git. */
async function applyAll(
  { work, where }: Ground,
  patches: readonly TriedPatch[],
  refused: readonly (string | undefined)[],
): Promise<readonly AppliedPatch[] | undefined> {
  const applied: AppliedPatch[] = [];
  const unsure = new Map<string, number>();
  for (const [index, { files, bytes }] of patches.entries()) {
    const because = refused[index];
    const ran = because === undefined ? await apply(work, bytes) : undefined;
    if (ran?.missing) return undefined;
    const first = patchPaths(files).flatMap((path) => unsure.get(path) ?? [])[0];
    if (ran?.status === 0) {
      applied.push(holds(where, index));
    } else if (because === undefined && first !== undefined) {
      const seen = `It changes the same files as patch ${first + 1} of the series, which does not apply itself.`;
      applied.push({ verdict: 'unknown', seen });
    } else {
      applied.push({ verdict: 'fails', seen: because ?? `It does not apply ${where}: ${complaintOf(ran)}.` });
    }
    if (ran?.status !== 0) for (const path of patchPaths(files)) unsure.set(path, unsure.get(path) ?? index);
  }
  return applied;
}

/** The patches whose changes the tree has: taken back from the last to the first. */
async function thereAlready(
  folder: string,
  patches: readonly TriedPatch[],
  refused: readonly (string | undefined)[],
): Promise<ReadonlySet<number>> {
  const there = new Set<number>();
  for (const [index, { bytes }] of [...patches.entries()].toReversed()) {
    if (refused[index] !== undefined) continue;
    if ((await apply(folder, bytes, ['--reverse'])).status === 0) there.add(index);
  }
  return there;
}

// Only what stands here counts: a person may have told git to forgive white space.
const settings = [
  'apply.whitespace=nowarn',
  'apply.ignoreWhitespace=no',
  'core.autocrlf=false',
  'core.symlinks=true',
].flatMap((setting) => ['-c', setting]);

/** Applies a patch's bytes, or files of them one after the other. */
const apply = (folder: string, what: Uint8Array | readonly string[], options: readonly string[] = []): Promise<Ran> => {
  const files = what instanceof Uint8Array ? ['-'] : what;
  return git(folder, [...settings, 'apply', '--whitespace=nowarn', ...options, ...files], {
    ...(what instanceof Uint8Array && { input: what }),
    env: {
      GIT_DIR: '/dev/null', // git looks for no repository, neither here nor above
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_COUNT: undefined,
      GIT_CONFIG_PARAMETERS: undefined,
    },
    timeoutMs: 30_000,
  });
};

const complaintOf = (ran: Ran | undefined): string => {
  if (ran?.timedOut) return 'git apply had not ended after half a minute';
  const lines = ran?.stderr.split('\n') ?? [];
  const errors = lines.filter((line) => /^(?:error|fatal): (?!while searching for)/.test(line));
  return errors[0]?.replace(/^\w+: /, '') ?? 'git says nothing more';
};

const settleBy = (tree: string, patches: readonly TriedPatch[]): string => {
  const files = [...new Set(patches.map(({ file }) => file))];
  const named = files.slice(0, 20).map((file) => (file === '-' ? 'PATCH' : file));
  const [only] = named;
  if (patches.length === 1 && only !== undefined) return shellCommand(['git', '-C', tree, 'apply', '--check', only]);
  const copy = `${tree.replace(/\/+$/, '')}-try`;
  const add = shellCommand(['git', '-C', tree, 'worktree', 'add', '--detach', copy]);
  const more = files.length > named.length ? ' …' : '';
  return `${add} && ${shellCommand(['git', '-C', copy, 'am', ...named])}${more}`;
};
