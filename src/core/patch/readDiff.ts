import type { TextLine } from '../mail/mail.ts';
import type { FileDiff, MailedHunk } from './fileDiff.ts';
import { readBinaryPatch } from './readBinaryPatch.ts';
import { type ReadHeader, readDiffHeader } from './readDiffHeader.ts';
import { isHunkHead, readHunk } from './readHunk.ts';

/** What is wrong with a diff's form, and where. */
export interface Damage {
  readonly what: string;
  readonly at: number;
}

export interface ReadDiff {
  readonly files: readonly FileDiff[];
  readonly damage: readonly Damage[];
}

/**
 * The files of a diff, read as git apply reads it, and what is wrong with its form. Lines that belong to no file are
 * passed over, as git does. It goes on behind damage, as the rest is worth a look. Never throws.
 */
export const readDiff = (lines: readonly TextLine[]): ReadDiff => {
  const files: FileDiff[] = [];
  const damage: Damage[] = [];
  let index = 0;
  while (index < lines.length) {
    const { text, at } = lines[index] as TextLine;
    const combined = /^diff --(?:cc|combined) (.*)$/s.exec(text);
    if (combined) {
      damage.push({ what: 'this is the combined diff of a merge, which no program can apply', at });
      files.push({ path: combined[1] ?? '', change: 'changed', isBinary: false, hunks: [], at });
      index++;
      while (index < lines.length && !(lines[index] as TextLine).text.startsWith('diff --')) index++;
      continue;
    }
    const head = readDiffHeader(lines, index);
    if (head) index = readFile(lines, head, { files, damage });
    else {
      if (isHunkHead(text) && readHunk(lines, index))
        damage.push({ what: 'a hunk stands here without a header that says which file it changes', at });
      index++;
    }
  }
  return { files, damage };
};

/** What stands below a header: hunks, or a binary patch. Answers where the next file may begin. */
const readFile = (
  lines: readonly TextLine[],
  { header, end, namesHunks }: ReadHeader,
  { files, damage }: { files: FileDiff[]; damage: Damage[] },
): number => {
  const { at } = header;
  const hunks: MailedHunk[] = [];
  files.push(header);
  header.hunks = hunks;
  if (header.path === '') damage.push({ what: 'the header does not say which file it is about', at });
  const below = lines[end]?.text ?? '';
  if (/^(?:Binary files|Files) .* differ\r?$/s.test(below)) {
    header.isBinary = true;
    return end + 1;
  }
  if (/^GIT binary patch\r?$/.test(below)) {
    header.isBinary = true;
    const binary = readBinaryPatch(lines, end + 1);
    damage.push(...binary.damage);
    return binary.end;
  }
  let index = end;
  while (isHunkHead(lines[index]?.text ?? '')) {
    const read = readHunk(lines, index);
    if (!read) {
      damage.push({ what: 'the numbers of this @@ line cannot be read', at: (lines[index] as TextLine).at });
      return index + 1;
    }
    hunks.push(read.hunk);
    damage.push(...read.damage);
    index = read.end;
  }
  damage.push(...wrongFile(header, namesHunks));
  return index;
};

/** git's name of an empty file's contents. */
const EMPTY_BLOB = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';

const wrongFile = (file: FileDiff, namesHunks: boolean): readonly Damage[] => {
  const { blobs, hunks, change, at } = file;
  if (hunks.length === 0) {
    const changes = blobs !== undefined && blobs.before !== blobs.after;
    const isEmpty = changes && EMPTY_BLOB.startsWith(change === 'added' ? blobs.after : blobs.before);
    const isWhole = (change === 'added' || change === 'deleted') && isEmpty;
    const due = namesHunks || (changes && !isWhole);
    const isChange = change !== 'changed' || file.modeBefore !== file.modeAfter;
    return due || !(isChange || changes) ? [{ what: `the diff of ${file.path} has no hunks`, at }] : [];
  }
  if (change === 'added' && hunks.some(({ lines }) => lines.some(({ mark }) => mark !== '+')))
    return [{ what: `${file.path} is said to be new, but its diff has old lines`, at }];
  if (change === 'deleted' && hunks.some(({ lines }) => lines.some(({ mark }) => mark !== '-')))
    return [{ what: `${file.path} is said to be deleted, but its diff leaves lines`, at }];
  return [];
};
