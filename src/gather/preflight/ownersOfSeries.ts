import { valuesOf } from '../../core/maintainers/parseMaintainers.ts';
import type { Recipient } from '../../core/maintainers/recipient.ts';
import { sectionsOf } from '../../core/maintainers/sectionsOf.ts';
import { readableText } from '../../core/maintainers/sourceText.ts';
import type { Owned } from '../../core/preflight/facts.ts';
import { type Known, known, notKnown } from '../../core/preflight/known.ts';
import type { PatchSeries } from '../../core/series/patchSeries.ts';
import { Trouble } from '../../core/trouble.ts';
import type { Host } from '../../edge/host.ts';
import { shellCommand } from '../../edge/shellCommand.ts';
import { askedByPatch } from '../askedTogether.ts';
import { type OpenBook, openBook } from '../openBook.ts';
import { recipientsFor } from '../recipientsFor.ts';
import { mailBytes } from './mailBytes.ts';

export interface OwnersOfSeries {
  readonly recipients: Promise<Known<readonly (readonly Recipient[])[]>>;
  readonly sections: (path: string) => readonly Owned[];
}

// Nobody of the history: what MAINTAINERS says is what a patch must not leave out.
const OPTIONS = ['--nogit', '--nogit-fallback', '--nofixes'];

/** What MAINTAINERS says of a series: who gets each patch, and whose its files are. The file is read once. */
export const ownersOfSeries = (
  host: Pick<Host, 'git' | 'trees' | 'env'>,
  tree: string,
  series: PatchSeries,
): OwnersOfSeries => {
  const book = bookOf(host, tree);
  if (book instanceof Trouble) {
    const settle = book.words.next ?? shellCommand(['git', '-C', tree, 'checkout', 'MAINTAINERS']);
    return { recipients: Promise.resolve(notKnown(book.words.what, settle)), sections: () => [] };
  }
  const read = new Map<string, readonly Owned[]>();
  const sections = (path: string): readonly Owned[] => {
    const found = read.get(path) ?? ownersIn(book, path);
    read.set(path, found);
    return found;
  };
  return { recipients: recipientsOf(host, book, series), sections };
};

const bookOf = (host: Pick<Host, 'trees' | 'env'>, tree: string): OpenBook | Trouble => {
  try {
    return openBook(host, tree, OPTIONS);
  } catch (error) {
    if (error instanceof Trouble) return error;
    throw error;
  }
};

const recipientsOf = async (
  host: Pick<Host, 'git' | 'trees'>,
  book: OpenBook,
  { patches }: PatchSeries,
): Promise<Known<readonly (readonly Recipient[])[]>> => {
  const all: (readonly Recipient[])[] = [];
  for (const patch of patches) {
    const { recipients } = await recipientsFor(host, book, askedByPatch(book, mailBytes(patch)));
    all.push(recipients);
  }
  return known(all);
};

const ownersIn = ({ index, people: { dialect } }: OpenBook, path: string): readonly Owned[] => {
  const text = (each: string): string => readableText(each, dialect);
  // To the script a path is the bytes of its command line.
  return sectionsOf(index, Buffer.from(path).toString('latin1'))
    .filter(({ isRest }) => !isRest)
    .map(({ section }) => ({
      title: text(section.title),
      profiles: valuesOf(section, 'P').map(text),
      trees: valuesOf(section, 'T').map(text),
      lists: valuesOf(section, 'L').map(text),
    }));
};
