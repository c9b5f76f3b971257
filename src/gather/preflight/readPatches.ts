import { resolve } from 'node:path';
import { hasDiff } from '../../core/patch/splitMails.ts';
import type { SourceFile } from '../../core/series/readSeries.ts';
import { Trouble } from '../../core/trouble.ts';
import type { Host } from '../../edge/host.ts';

type Needs = Pick<Host, 'cwd' | 'trees' | 'readBytes' | 'terminal'>;

const MEGABYTE = 2 ** 20;
const LARGEST = 64 * MEGABYTE;

export interface ReadOrder {
  /** Mails of a thread: an answer has no patch, and is wanted too. */
  readonly isThread?: boolean;
}

/**
 * Patches as a person names them: files, folders of them (those that `git format-patch -o` and `b4` write, a maildir), or
 * `-` for standard input; in the order of the names. Throws Trouble `input` for what is none of these.
 */
export const readPatches = async (
  host: Needs,
  names: readonly string[],
  { isThread = false }: ReadOrder = {},
): Promise<readonly SourceFile[]> => {
  const seen = new Set<string>();
  const files: SourceFile[] = [];
  let left = LARGEST;
  for (const { file, path } of names.flatMap((name) => placesOf(host, name))) {
    const place = path ?? '-';
    if (seen.has(place)) continue; // a file that is named, and its folder too
    seen.add(place);
    const read = readOne(host, file, path, left);
    left -= read.source.length;
    if (!isThread) requirePatch(read);
    files.push(read);
  }
  return files;
};

interface Place {
  /** As it was named. */
  readonly file: string;
  /** None for standard input. */
  readonly path?: string;
}

const placesOf = ({ cwd, trees }: Needs, name: string): readonly Place[] => {
  if (name === '-') return [{ file: name }];
  const path = resolve(cwd, name);
  if (name === '' || !trees.exists(path, '')) throw notThere(name);
  if (!trees.isFolder(path, '')) return [{ file: name, path }];
  const found = mailsIn({ trees }, path);
  if (found.length === 0) throw noneIn(name);
  return found.map((each) => ({ file: `${name.replace(/(?<=.)\/+$/, '')}/${each}`, path: `${path}/${each}` }));
};

/** A maildir's mails have no ending to their names. */
const mailsIn = ({ trees }: Pick<Host, 'trees'>, folder: string): readonly string[] => {
  const isFile = (path: string): boolean => !trees.isFolder(folder, path);
  const named = trees.list(folder, '').filter((name) => /\.(?:patch|eml|mbox|mbx)$/.test(name) && isFile(name));
  const delivered = ['cur', 'new'].flatMap((part) =>
    trees.isFolder(folder, part) ? trees.list(folder, part).map((name) => `${part}/${name}`) : [],
  );
  const mails = delivered.filter((name) => !/\/\./.test(name) && isFile(name));
  return [...named, ...mails.toSorted((a, b) => compare(a.slice(4), b.slice(4)))];
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const readOne = (host: Needs, file: string, path: string | undefined, left: number): SourceFile => {
  const size = path === undefined ? 0 : (host.trees.size(path, '') ?? 0);
  if (size > left) throw tooLarge(file, size);
  const bytes = path === undefined ? host.terminal.inputBytes() : host.readBytes(path);
  if (bytes.length > left) throw tooLarge(file, bytes.length);
  return { file, source: Buffer.from(bytes).toString('latin1') };
};

const requirePatch = ({ file, source }: SourceFile): void => {
  if (source.trim() === '') throw noPatch(file, 'is empty');
  if (hasDiff(source) || isCover(source) || isEncoded(source)) return;
  if (/\.(?:[chS]|rs|py|dts[io]?|rst|sh|ya?ml)$/.test(file)) throw isSource(file);
  throw noPatch(file, 'is no patch: no line of it says which file is changed');
};

const isCover = (source: string): boolean => /^Subject: [^\n]*\b0+\/\d+\]/m.test(source);

/** What is in it is seen only when it is decoded. */
const isEncoded = (source: string): boolean =>
  /^Content-Transfer-Encoding: *(?:base64|quoted-printable)/im.test(source);

const EXAMPLE = 'git format-patch -1 writes one of your last commit.';

const notThere = (name: string): Trouble =>
  new Trouble('input', {
    what: name === '' ? 'One of the names is empty.' : `There is no ${name}, or you may not look there.`,
    next: `Name a patch, several, a folder of them, or - for standard input. ${EXAMPLE}`,
  });

const noneIn = (name: string): Trouble =>
  new Trouble('input', {
    what: `No patch was found in the folder ${name}, or you may not look into it.`,
    why: 'Patches are files ending in .patch, .eml or .mbox, or the mails of a maildir (its folders new and cur).',
    next: 'Make some there: git format-patch -1 -o FOLDER.',
  });

const isSource = (name: string): Trouble =>
  new Trouble('input', {
    what: `${name} is a source file, no patch.`,
    why: 'What is checked is a change as it would be mailed: its message and its diff.',
    next: `Commit your change; ${EXAMPLE}`,
  });

const noPatch = (name: string, what: string): Trouble =>
  new Trouble('input', {
    what: `${name === '-' ? 'What came on standard input' : name} ${what}.`,
    why: 'A patch has lines such as "diff --git a/mm/slub.c b/mm/slub.c" or "+++ b/mm/slub.c".',
    next: EXAMPLE,
  });

const tooLarge = (name: string, size: number): Trouble =>
  new Trouble('input', {
    what: `${name === '-' ? 'What came on standard input' : name} has ${Math.ceil(size / MEGABYTE)} MB, and was not read.`,
    why: `Patchling reads at most ${LARGEST / MEGABYTE} MB of mail at once; lists refuse mails far smaller than that.`,
    next: 'Name only the patches that are to be checked.',
  });
