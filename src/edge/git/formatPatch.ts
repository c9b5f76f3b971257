import { Trouble } from '../../core/trouble.ts';
import { withTempFolder } from '../tempFolder.ts';
import { type Blobs, type Borrowing, borrow } from './borrow.ts';
import { fileInTree } from './fileInTree.ts';
import type { Identity } from './gitIdentity.ts';
import type { Repository } from './repositoryOf.ts';
import { type ThrowAwayRepository, throwAwayRepository } from './throwAwayRepository.ts';

/** A file, relative to the tree, with its contents as they are and as they will be. */
export interface FileChange {
  readonly path: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export interface PatchOrder extends FileChange {
  readonly tree: string;
  /** Other files that the same patch changes. */
  readonly beside?: readonly FileChange[];
  /** Subject, empty line, body, trailers; without the `[PATCH]`. */
  readonly message: string;
  /** Stands below the `---`, where `git am` leaves it out. */
  readonly below?: string;
  readonly author: Identity;
  readonly date: Date;
  readonly repository: Repository;
}

export interface FormattedPatch {
  /** The mail as `git format-patch` writes it, byte by byte. */
  readonly mail: Uint8Array;
  /** The ids of the first file's contents, as the `index` line has their beginnings. */
  readonly blobs: Blobs;
  /** The commit it was made on, which the mail names as `base-commit`; none in a plain folder. */
  readonly base?: string;
}

/**
 * The patch that committing `after` and `git format-patch` would give, made without a commit: the tree, its index, its
 * branch and its repository are only read. The same order gives the same bytes, whatever git's configuration says.
 * @throws Trouble `input` when `before` is not what the repository has, nothing changes, or the path is no plain file.
 */
export async function formatPatch(order: PatchOrder): Promise<FormattedPatch> {
  const { tree, repository, beside = [] } = order;
  const modes = await inTurn([order, ...beside], ({ path }) => fileInTree(tree, path));
  return withTempFolder(async (folder) => {
    const [first, ...others] = await inTurn([order, ...beside], async (change, index): Promise<LentChange> => {
      const from = repository.kind === 'repository' ? await borrow({ ...change, tree }, repository.head) : undefined;
      return { change, from, mode: from?.mode ?? modes[index] ?? '' };
    });
    const { from } = first;
    const scratch = await throwAwayRepository(folder, from?.format ?? 'sha1');
    const files = await inTurn([first, ...others], (one) => written(scratch, one));
    const stream = commits(order, files, from);
    if (from) await scratch.borrow(from.from);
    await scratch.git(['fast-import', '--quiet', '--force'], new TextEncoder().encode(stream));
    const mail = Buffer.from(await scratch.git(formatArguments(from?.head)), 'latin1');
    return { mail: joined(mail, order), blobs: files[0].blobs, ...(from && { base: from.head }) };
  });
}

/** A change with what the tree's repository has of its file; nothing is borrowed in a plain folder. */
interface LentChange {
  readonly change: FileChange;
  readonly from: Borrowing | undefined;
  readonly mode: string;
}

interface WrittenFile {
  readonly path: string;
  readonly mode: string;
  readonly blobs: Blobs;
}

type Some<Thing> = readonly [Thing, ...Thing[]];

/** One after another: git is not started for all of them at once. */
async function inTurn<Thing, Result>(
  things: Some<Thing>,
  work: (thing: Thing, index: number) => Promise<Result>,
): Promise<Some<Result>> {
  const [first, ...others] = things;
  const results: [Result, ...Result[]] = [await work(first, 0)];
  for (const [index, thing] of others.entries()) results.push(await work(thing, index + 1));
  return results;
}

async function written(scratch: ThrowAwayRepository, { change, from, mode }: LentChange): Promise<WrittenFile> {
  const write = async (bytes: Uint8Array) => (await scratch.git(['hash-object', '-w', '--stdin'], bytes)).trim();
  const asTheyAre = { before: await write(change.before), after: await write(change.after) };
  const blobs = from ? await from.blobs(scratch, asTheyAre) : asTheyAre;
  if (blobs.before === blobs.after) {
    throw new Trouble('input', { what: 'The edit changes nothing.', where: change.path });
  }
  return { path: change.path, mode, blobs };
}

/** The commit to show and, where there is no history, one before it; as `git fast-import` reads them. */
function commits(order: PatchOrder, files: readonly WrittenFile[], borrowing: Borrowing | undefined): string {
  const seconds = Math.floor(order.date.getTime() / 1000);
  const who = `${clean(order.author.name)} <${clean(order.author.email)}> ${seconds} +0000`;
  const one = (message: string, parent: string, which: keyof Blobs) =>
    [
      'commit refs/heads/patch',
      `author ${who}`,
      `committer ${who}`,
      `data ${new TextEncoder().encode(message).length}`,
      `${message}${parent}`,
      ...files.map(({ path, mode, blobs }) => `M ${mode} ${blobs[which]} ${path}`),
      '',
    ].join('\n');
  const message = fullMessage(order);
  if (borrowing) return one(message, `from ${borrowing.head}`, 'after');
  return one('before\n', '', 'before') + one(message, '', 'after');
}

// Git leaves these out of names as well: they would end the name, or the line.
const clean = (text: string): string => text.replace(/[<>\n\r\0]/g, '').trim();

const formatArguments = (base: string | undefined): readonly string[] => [
  ...['-c', 'core.abbrev=12'], // as the kernel's documents ask for
  'format-patch',
  '--stdout',
  '--zero-commit', // the commit is nowhere to be found
  ...(base === undefined ? [] : [`--base=${base}`]),
  '-1',
  'refs/heads/patch',
];

// Git itself sees what stands below, since the mail's header has to name its encoding.
function fullMessage({ message, below }: PatchOrder): string {
  const text = message.trimEnd();
  if (below === undefined) return `${text}\n`;
  return `${text}\n${text.includes('\n\n') ? '' : '\n'}---\n${below.trim()}\n`;
}

// Git then ends the message with a `---` of its own; one is enough.
function joined(mail: Buffer, { below }: PatchOrder): Uint8Array {
  if (below === undefined) return mail;
  const doubled = Buffer.from(`\n---\n${below.trim()}\n---\n`);
  const at = mail.indexOf(doubled);
  if (at < 0) return mail;
  const end = at + doubled.length;
  return Buffer.concat([mail.subarray(0, end - '---\n'.length), Buffer.from('\n'), mail.subarray(end)]);
}
