import { readPatch } from '../core/maintainers/readPatch.ts';
import type { Asked } from '../core/maintainers/recipientsOf.ts';
import { sourceText } from '../core/maintainers/sourceText.ts';
import type { Host } from '../edge/host.ts';
import type { OpenBook } from './openBook.ts';

/** What a file or folder of the tree asks: itself, and where this version of the script looks into it, its keywords. */
export const askedByPath = ({ trees }: Pick<Host, 'trees'>, book: OpenBook, path: string): Asked => {
  const { dialect, settings } = book.people;
  const isFolder = trees.isFolder(book.tree, path);
  // The whole tree is a path without a letter, to the script.
  const file = path === '.' ? '' : isFolder && !path.endsWith('/') ? `${path}/` : path;
  const looksInside = settings.keywords && (settings.keywordsInFile ?? dialect.keywordsInFile);
  const bytes = looksInside && !isFolder && path !== 'MAINTAINERS' ? trees.bytes(book.tree, path) : undefined;
  const text = bytes && sourceText(bytes, dialect);
  const keywords = text === undefined ? [] : book.keywords().filter((keyword) => keyword.inText(text));
  return { files: [asArgument(file)], fixes: [], ranges: [], keywords, named: true };
};

/** What a patch asks: the files that it names, the words in it, the commits that it fixes. */
export const askedByPatch = (book: OpenBook, patch: Uint8Array): Asked => {
  const { dialect, settings } = book.people;
  return { ...readPatch(sourceText(patch, dialect), book.keywords(), { dialect, settings }), named: false };
};

/** One question of several, as the script takes many arguments: the files of patches are sorted, those named are not. */
export const askedTogether = (all: readonly Asked[]): Asked => {
  const [only] = all;
  if (only && all.length === 1) return only;
  let files: readonly string[] = [];
  for (const asked of all) {
    files = asked.named ? [...files, ...asked.files] : [...new Set([...files, ...asked.files])].toSorted();
  }
  const keywords = new Map(all.flatMap((asked) => asked.keywords.map((keyword) => [keyword.order, keyword] as const)));
  return {
    files,
    fixes: [...new Set(all.flatMap(({ fixes }) => fixes))],
    ranges: all.flatMap(({ ranges }) => ranges),
    keywords: [...keywords.values()].toSorted((a, b) => (a.order < b.order ? -1 : 1)),
    named: all.every(({ named }) => named),
  };
};

// A path comes to the script as bytes of its command line, even where it reads files as text.
const asArgument = (path: string): string => Buffer.from(path).toString('latin1');
