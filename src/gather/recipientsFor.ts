import type { Dialect } from '../core/maintainers/dialect.ts';
import { formatRecipients, recipient, recipientLine } from '../core/maintainers/formatRecipients.ts';
import { mailHeaders } from '../core/maintainers/mailHeaders.ts';
import type { Because, Recipient } from '../core/maintainers/recipient.ts';
import { type Asked, recipientsOf } from '../core/maintainers/recipientsOf.ts';
import type { Owner } from '../core/maintainers/sectionsOf.ts';
import { pathOnDisk, printedBytes, readableText, sourceText } from '../core/maintainers/sourceText.ts';
import type { Host } from '../edge/host.ts';
import { historySays } from './historySays.ts';
import type { OpenBook } from './openBook.ts';

/** Who gets something, as far as it is known. */
export interface Answer {
  readonly recipients: readonly Recipient[];
  /** What the script would print, to the byte. */
  readonly printed: Uint8Array;
  /** Of each file, most specific first. */
  readonly owners: ReadonlyMap<string, readonly Owner[]>;
  /** What git could not say. */
  readonly problems: readonly string[];
}

/** Asks the tree and its history for all that one answer needs. */
export const recipientsFor = async (
  host: Pick<Host, 'git' | 'trees'>,
  book: OpenBook,
  asked: Asked,
): Promise<Answer> => {
  const { tree, people } = book;
  const { dialect, settings, form } = people;
  const textOf = (path: string): string | undefined => {
    const bytes = host.trees.bytes(tree, pathOnDisk(path));
    return bytes && sourceText(bytes, dialect);
  };
  const { says, problems } = await historySays(host, tree, book, asked);
  const { entries, owners } = recipientsOf(book, asked, textOf, says);
  const lines = entries.map((entry) => recipientLine(entry, settings));
  return {
    recipients: mailHeaders(entries.map((entry) => readable(recipient(entry, form, settings), dialect))),
    printed: printedBytes(formatRecipients(lines, settings), dialect),
    owners: new Map([...owners].map(([file, found]) => [pathOnDisk(file), found])),
    problems,
  };
};

const readable = <Told extends Omit<Recipient, 'header'>>(told: Told, dialect: Dialect): Told => {
  const text = (each: string): string => readableText(each, dialect);
  const because = told.because.map((one): Because => {
    const placed = 'path' in one ? { ...one, path: pathOnDisk(one.path) } : one;
    return placed.kind === 'section'
      ? { ...placed, section: text(placed.section), pattern: text(placed.pattern) }
      : placed;
  });
  return { ...told, name: text(told.name), role: text(told.role), line: text(told.line), because };
};
