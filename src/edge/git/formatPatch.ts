import { Trouble } from '../../core/trouble.ts';
import { withTempFolder } from '../tempFolder.ts';
import { type Blobs, type Borrowing, borrow } from './borrow.ts';
import { fileInTree } from './fileInTree.ts';
import type { Identity } from './gitIdentity.ts';
import type { Repository } from './repositoryOf.ts';
import { type ThrowAwayRepository, throwAwayRepository } from './throwAwayRepository.ts';

export interface PatchOrder {
  readonly tree: string;
  /** The one file that changes, relative to the tree. */
  readonly path: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
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
  /** The ids of the file's contents, as the `index` line has their beginnings. */
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
  const mode = await fileInTree(order.tree, order.path);
  return withTempFolder(async (folder) => {
    const borrowing = order.repository.kind === 'repository' ? await borrow(order, order.repository.head) : undefined;
    const scratch = await throwAwayRepository(folder, borrowing?.format ?? 'sha1');
    const written = await writeBlobs(scratch, order);
    const blobs = borrowing ? await borrowing.blobs(scratch, written) : written;
    if (blobs.before === blobs.after) {
      throw new Trouble('input', { what: 'The edit changes nothing.', where: order.path });
    }
    const stream = commits(order, blobs, borrowing, mode);
    if (borrowing) await scratch.borrow(borrowing.from);
    await scratch.git(['fast-import', '--quiet', '--force'], new TextEncoder().encode(stream));
    const mail = Buffer.from(await scratch.git(formatArguments(borrowing?.head)), 'latin1');
    return {
      mail: joined(mail, order),
      blobs,
      ...(borrowing && { base: borrowing.head }),
    };
  });
}

async function writeBlobs(scratch: ThrowAwayRepository, { before, after }: PatchOrder): Promise<Blobs> {
  const write = async (bytes: Uint8Array) => (await scratch.git(['hash-object', '-w', '--stdin'], bytes)).trim();
  return { before: await write(before), after: await write(after) };
}

/** The commit to show and, where there is no history, one before it; as `git fast-import` reads them. */
function commits(order: PatchOrder, blobs: Blobs, borrowing: Borrowing | undefined, mode: string): string {
  const seconds = Math.floor(order.date.getTime() / 1000);
  const who = `${clean(order.author.name)} <${clean(order.author.email)}> ${seconds} +0000`;
  const one = (message: string, parent: string, fileMode: string, blob: string) =>
    [
      'commit refs/heads/patch',
      `author ${who}`,
      `committer ${who}`,
      `data ${new TextEncoder().encode(message).length}`,
      `${message}${parent}`,
      `M ${fileMode} ${blob} ${order.path}`,
      '',
    ].join('\n');
  const message = fullMessage(order);
  if (borrowing) return one(message, `from ${borrowing.head}`, borrowing.mode, blobs.after);
  return one('before\n', '', mode, blobs.before) + one(message, '', mode, blobs.after);
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
