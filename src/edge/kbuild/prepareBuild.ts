import { appendFileSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Trouble } from '../../core/trouble.ts';
import { filesTrouble } from '../filesTrouble.ts';
import { type Progress, reported } from '../progress.ts';
import { withTempFolder } from '../tempFolder.ts';
import { configTarget, offLines } from './buildConfig.ts';
import { buildState, noteBuild } from './buildFolder.ts';
import { type Build, kernelMake } from './kernelMake.ts';
import { missingForBuild } from './missingForBuild.ts';

const preparing = new Set<string>();

/**
 * Prepares a folder in which single objects of a tree compile: `allmodconfig` with less (about a minute, 30 MB). One that
 * is ready is taken as it is, at once; one that was left unfinished, or made for another tree, is made anew. What make
 * prints goes to `patchling-build.log` in the folder. Nothing is written into the tree.
 * @throws Trouble `missing` for packages, `input` for a folder that holds something else, `machine` when make fails.
 */
export async function* prepareBuild(order: {
  tree: string;
  folder: string;
}): AsyncGenerator<Progress, Build, undefined> {
  const build = await openBuild(order);
  const unfit = [build.tree, build.folder].find((path) => /[\s:]/.test(path));
  if (unfit !== undefined) throw unfitPath(unfit);
  const state = buildState(build);
  if (state === 'ready') return build;
  if (state === "somebody else's") throw notOurs(build);
  if (state === 'being prepared' || preparing.has(build.folder)) throw busy(build);
  const packages = await missingForBuild();
  if (packages.length > 0) throw lacking(packages);
  preparing.add(build.folder);
  try {
    return yield* reported<Progress, Build>((report, signal) => prepare(build, report, signal));
  } finally {
    preparing.delete(build.folder);
  }
}

/** Both folders by their real paths; that of the build is made where it is not there. */
export async function openBuild({ tree, folder }: { tree: string; folder: string }): Promise<Build> {
  try {
    mkdirSync(folder, { recursive: true });
    return { tree: realpathSync(tree), folder: realpathSync(resolve(folder)) };
  } catch (error) {
    throw filesTrouble(error, `A build cannot be prepared in ${folder}.`, folder);
  }
}

async function prepare(build: Build, report: (step: Progress) => void, signal: AbortSignal): Promise<Build> {
  for (const name of readdirSync(build.folder)) await rm(join(build.folder, name), { recursive: true, force: true });
  noteBuild(build, 'begun');
  let done = false;
  try {
    await withTempFolder(async (temporary) => {
      const off = join(temporary, 'off');
      await writeFile(off, offLines);
      const make = makeIn(build, temporary, report, signal);
      await make('Configuring: as much as compiles here', [configTarget(build.tree)], { KCONFIG_ALLCONFIG: off });
      await make('Preparing the build: headers and tools', ['prepare']);
    });
    done = true;
    return build;
  } finally {
    noteBuild(build, done ? 'done' : 'given up');
  }
}

const makeIn =
  (build: Build, temporary: string, report: (step: Progress) => void, signal: AbortSignal) =>
  async (doing: string, words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> => {
    const log = join(build.folder, 'patchling-build.log');
    const lines: string[] = [];
    report({ doing });
    const endless = new AbortController();
    const onLine = (line: string) => {
      // An option without a default: kconfig asks for it without end when nobody answers.
      if (line.includes('Error in reading or end of file')) endless.abort();
      lines.push(line);
      appendFileSync(log, `${line}\n`);
      report({ doing, line });
    };
    const { status } = await kernelMake(build, temporary, words, {
      onLine,
      signal: AbortSignal.any([signal, endless.signal]),
      env,
    });
    if (status !== 0 || endless.signal.aborted) throw makeFailed(build, words, log, lines);
  };

function makeFailed(build: Build, words: readonly string[], log: string, lines: readonly string[]): Trouble {
  const what = `make ${words.join(' ')} failed.`;
  if (lines.some((line) => line.includes('The source tree is not clean'))) {
    return new Trouble('machine', {
      what,
      where: build.tree,
      why: 'A kernel was built inside this tree, and then make builds it nowhere else.',
      next: `make -C ${build.tree} mrproper takes that build away, its .config too: keep a copy if you need it.`,
    });
  }
  const full = lines.some((line) => /No space left on device|Disk quota exceeded/.test(line));
  return new Trouble('machine', {
    what,
    where: log,
    why: full ? 'The disk is full.' : `Its last lines:\n${lines.slice(-12).join('\n')}`,
    next: full
      ? `Make room on the disk of ${build.folder} (about 100 MB), then try again.`
      : `Read the whole of ${log}.`,
  });
}

const unfitPath = (path: string) =>
  new Trouble('input', {
    what: 'make cannot work in a folder with a space or a colon in its path.',
    where: path,
    why: "The kernel's Makefile refuses it.",
    next: 'Move it, or set XDG_CACHE_HOME to a folder without them.',
  });

const notOurs = ({ folder }: Build) =>
  new Trouble('input', {
    what: 'This folder holds something else than a build of this tree.',
    where: folder,
    next: 'Name an empty folder, or one that is not there yet.',
  });

const busy = ({ folder }: Build) =>
  new Trouble('machine', {
    what: 'Another Patchling is preparing this build right now.',
    where: folder,
    next: 'Wait a minute until it is ready, then try again.',
  });

const lacking = (packages: readonly string[]) =>
  new Trouble('missing', {
    what: 'A kernel cannot be compiled here yet.',
    why: `These packages are not installed: ${packages.join(', ')}.`,
    next: `sudo apt-get install ${packages.join(' ')}`,
  });
