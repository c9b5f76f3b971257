import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Trouble } from '../../core/trouble.ts';
import { type Ran, type RunOptions, run } from '../run.ts';

/** A bare repository in a temporary folder that no configuration, template or hook of the user's reaches. */
export interface ThrowAwayRepository {
  /** Where its objects are written. */
  readonly objects: string;
  /** Runs git in it. @throws Trouble `machine` when git fails: everything it reads was made by us. */
  git(args: readonly string[], input?: string | Uint8Array): Promise<string>;
  /** The same, where to fail is an answer. Bytes out: each character is one. */
  ask(args: readonly string[], input?: string | Uint8Array): Promise<Ran>;
  /**
   * From now on the objects of another repository are read as if they were here. What is written after this and is there
   * already gets a new time there: write all contents before.
   */
  borrow(from: Borrowed): Promise<void>;
}

/** The objects of a repository that may be read but never written. */
export interface Borrowed {
  readonly objects: string;
  /** The commits where a shallow clone ends, as its `shallow` file has them. */
  readonly shallow: string;
}

// As the kernel's own .gitattributes has it: what the @@ lines show of the function around.
const attributes = '*.[ch] diff=cpp\n*.dts diff=dts\n*.dts[io] diff=dts\n*.rs diff=rust\n*.py diff=python\n';

/** Makes one in `folder`, which has to be empty. */
export async function throwAwayRepository(folder: string, format: 'sha1' | 'sha256'): Promise<ThrowAwayRepository> {
  const home = join(folder, 'home');
  const repository = join(folder, 'repository');
  await mkdir(home);
  const env: RunOptions['env'] = {
    HOME: home,
    XDG_CONFIG_HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_COUNT: undefined,
    GIT_CONFIG_PARAMETERS: undefined,
  };
  // With no format named, git older than 2.29 can do it too.
  const named = format === 'sha256' ? ['--object-format=sha256'] : [];
  await must(['init', '--quiet', '--bare', '--template=', ...named, repository], { env, cwd: folder });
  const objects = join(repository, 'objects');
  await write(join(repository, 'info', 'attributes'), attributes);
  const options = (input: string | Uint8Array | undefined): RunOptions => ({
    cwd: folder,
    env: { ...env, GIT_DIR: repository },
    encoding: 'latin1',
    ...(input !== undefined && { input }),
  });
  return {
    objects,
    git: (args, input) => must(args, options(input)),
    ask: (args, input) => run(['git', ...args], options(input)),
    borrow: async (from) => {
      await write(join(objects, 'info', 'alternates'), `${quoted(from.objects)}\n`);
      if (from.shallow !== '') await write(join(repository, 'shallow'), from.shallow);
    },
  };
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

// Bytes in, bytes out: each character of the output is one byte.
async function must(args: readonly string[], options: RunOptions): Promise<string> {
  const { status, stdout, stderr, missing } = await run(['git', ...args], { ...options, encoding: 'latin1' });
  if (status === 0) return stdout;
  if (missing) {
    throw new Trouble('missing', { what: 'git is not installed.', next: 'sudo apt-get install git' });
  }
  throw new Trouble('machine', { what: `git ${args.at(0)} failed.`, why: stderr.trim() });
}

const quoted = (path: string): string => (/["\\\n]/.test(path) ? JSON.stringify(path) : path);
