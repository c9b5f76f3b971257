import { indexMaintainers } from '../core/maintainers/indexMaintainers.ts';
import { type Keyword, keywordsOf } from '../core/maintainers/keywordsOf.ts';
import { people } from '../core/maintainers/recipientList.ts';
import type { Book } from '../core/maintainers/recipientsOf.ts';
import { sourceText } from '../core/maintainers/sourceText.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import { configurationFile, maintainersText } from './maintainersText.ts';

/** A tree's MAINTAINERS, opened once for many questions. */
export interface OpenBook extends Book {
  readonly tree: string;
  keywords(): readonly Keyword[];
  /** What the person should know of the files: sentences. Patterns that cannot be read come up with the questions. */
  oddities(): readonly string[];
}

/**
 * `options` are get_maintainer.pl's own, put behind those of the tree's .get_maintainer.conf. Throws Trouble `input`
 * where MAINTAINERS cannot be read or names nobody.
 */
export const openBook = (
  host: Pick<Host, 'trees' | 'env'>,
  tree: string,
  options: readonly string[] = [],
): OpenBook => {
  const { dialect, settings, unknownOptions, text, placeOf, oddities } = maintainersText(host, tree, options);
  if (!/^[A-Z]:/m.test(text)) throw namesNobody(tree);
  const isFolder = (path: string): boolean => host.trees.isFolder(tree, path);
  const index = indexMaintainers(text, { isFolder, unicode: dialect.unicode });
  const file = (bytes: Uint8Array | undefined): string => (bytes ? sourceText(bytes, dialect) : '');
  const files = {
    mailmap: file(host.trees.bytes(tree, '.mailmap')),
    ignore: file(configurationFile(host, tree, '.get_maintainer.ignore')),
  };
  let read: ReturnType<typeof keywordsOf> | undefined;
  const keywords = () => (read ??= keywordsOf(text, dialect));
  const said = ({ line, what }: { line: number; what: string }): string => {
    const place = placeOf(line);
    return `${place.file}:${place.line}: ${what}`;
  };
  return {
    tree,
    index,
    placeOf,
    people: people(files, dialect, settings),
    keywords: () => keywords().keywords,
    oddities: () => [
      ...oddities,
      ...unknownOptions.map((word) => `.get_maintainer.conf says ${word}, which Patchling does not know: left out.`),
      ...index.problems.map(said),
      ...(read?.problems.map(said) ?? []),
    ],
  };
};

const namesNobody = (tree: string): Trouble =>
  new Trouble('input', {
    what: 'MAINTAINERS names no section, so nobody can be named.',
    where: `${tree}/MAINTAINERS`,
    why: 'It is empty or damaged: a section is a title with lines such as "M:" and "F:" below it.',
    next: `Put the tree's own back: git -C ${tree} checkout MAINTAINERS, or unpack the tree again.`,
  });
