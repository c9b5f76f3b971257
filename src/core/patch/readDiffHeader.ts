import type { TextLine } from '../mail/mail.ts';
import type { FileDiff } from './fileDiff.ts';
import { headerPath, isNowhere, pathsOfGitLine, renamedPath, withoutSide } from './headerPath.ts';

/** A file's header while it is read. */
export type DiffHeader = { -readonly [Field in keyof FileDiff]: FileDiff[Field] };

export interface ReadHeader {
  readonly header: DiffHeader;
  /** The index of the first line behind it. */
  readonly end: number;
  /** It has the lines `---` and `+++`, which only stand above hunks. */
  readonly namesHunks: boolean;
}

/** What each line of a header says, by its beginning. */
const LINES: readonly (readonly [word: string, take: (header: DiffHeader, rest: string) => void])[] = [
  ['--- ', (header, rest) => sided(header, 'before', rest)],
  ['+++ ', (header, rest) => sided(header, 'after', rest)],
  ['old mode ', (header, rest) => Object.assign(header, { modeBefore: rest.trim() })],
  ['new mode ', (header, rest) => Object.assign(header, { modeAfter: rest.trim() })],
  ['deleted file mode ', (header, rest) => Object.assign(header, { change: 'deleted', modeBefore: rest.trim() })],
  ['new file mode ', (header, rest) => Object.assign(header, { change: 'added', modeAfter: rest.trim() })],
  ['copy from ', (header, rest) => Object.assign(header, { change: 'copied', before: renamedPath(rest) })],
  ['copy to ', (header, rest) => Object.assign(header, { change: 'copied', after: renamedPath(rest) })],
  ['rename old ', (header, rest) => Object.assign(header, { change: 'renamed', before: renamedPath(rest) })],
  ['rename new ', (header, rest) => Object.assign(header, { change: 'renamed', after: renamedPath(rest) })],
  ['rename from ', (header, rest) => Object.assign(header, { change: 'renamed', before: renamedPath(rest) })],
  ['rename to ', (header, rest) => Object.assign(header, { change: 'renamed', after: renamedPath(rest) })],
  ['similarity index ', (header, rest) => Object.assign(header, { similarity: Number.parseInt(rest, 10) || 0 })],
  ['dissimilarity index ', () => undefined],
  ['index ', (header, rest) => indexed(header, rest)],
];

/** The header that begins at this index: git's own, or that of plain `diff -u`; nothing where none does. */
export const readDiffHeader = (lines: readonly TextLine[], from: number): ReadHeader | undefined =>
  lines[from]?.text.startsWith('diff --git ') ? readGitHeader(lines, from) : readPlainHeader(lines, from);

const readGitHeader = (lines: readonly TextLine[], from: number): ReadHeader => {
  const { text, at } = lines[from] as TextLine;
  const [before, after] = pathsOfGitLine(text.slice('diff --git '.length)) ?? ['', ''];
  const header: DiffHeader = { before, after, path: after, change: 'changed', isBinary: false, hunks: [], at };
  let end = from + 1;
  let namesHunks = false;
  for (; end < lines.length; end++) {
    const line = (lines[end] as TextLine).text;
    const [word, take] = LINES.find(([begin]) => line.startsWith(begin)) ?? [];
    if (word === undefined || take === undefined) break;
    namesHunks ||= word === '+++ ';
    take(header, line.slice(word.length));
  }
  return { header: settled(header), end, namesHunks };
};

const indexed = (header: DiffHeader, rest: string): void => {
  const [, before, after, mode] = /^([0-9a-f]{1,64})\.\.([0-9a-f]{1,64})(?: (\d{1,6}))?\r?$/.exec(rest) ?? [];
  if (before === undefined || after === undefined) return;
  header.blobs = { before, after };
  if (mode !== undefined) [header.modeBefore, header.modeAfter] = [header.modeBefore ?? mode, header.modeAfter ?? mode];
};

const sided = (header: DiffHeader, side: 'before' | 'after', rest: string): void => {
  if (!isNowhere(rest)) {
    // A rename has said its paths already, and without a/ and b/.
    if (header.change !== 'renamed' && header.change !== 'copied') header[side] = withoutSide(headerPath(rest));
  } else if (header.change === 'changed') header.change = side === 'before' ? 'added' : 'deleted';
};

const EPOCH = /\t(?:1970-01-01|1969-12-31) [0-2]\d:[0-5]\d:00/;

/** `---` and `+++` make a header only with a hunk below: a message may hold such lines. */
const readPlainHeader = (lines: readonly TextLine[], from: number): ReadHeader | undefined => {
  const [first, second, third] = [lines[from], lines[from + 1], lines[from + 2]];
  if (!first?.text.startsWith('--- ') || !second?.text.startsWith('+++ ') || !third?.text.startsWith('@@ -'))
    return undefined;
  const [left, right] = [first.text.slice(4), second.text.slice(4)];
  const [before, after] = [plainPath(left), plainPath(right)];
  const isAdded = isNowhere(left) || isEpoch(left);
  const change = isAdded ? 'added' : isNowhere(right) || isEpoch(right) ? 'deleted' : 'changed';
  // Of `x` and `x.orig` the shorter is meant.
  const path = isNowhere(left) ? after : isNowhere(right) ? before : after.startsWith(before) ? before : after;
  const header: DiffHeader = { before: path, after: path, path, change, isBinary: false, hunks: [], at: first.at };
  return { header: settled(header), end: from + 2, namesHunks: true };
};

const plainPath = (text: string): string => {
  const path = headerPath(text);
  // A date behind blanks instead of a tab, as a mail program may leave it; a date is no longer than this.
  const date = /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?(?: [+-]\d\d:?\d\d)?$/.exec(path.slice(-40));
  return withoutSide(date ? path.slice(0, path.length - date[0].length).trimEnd() : path);
};

/** GNU diff gives a file that is not there the first second of 1970, in the zone where it runs. */
const isEpoch = (text: string): boolean => {
  if (!EPOCH.test(text)) return false;
  const [, day = '', time = '', zone = ''] =
    /\t(\S+) ([\d:]+)(?:\.0{1,9})? ([+-]\d\d:?\d\d)\r?$/.exec(text.slice(-60)) ?? [];
  return Date.parse(`${day}T${time}${zone.replace(/^(...)(\d\d)$/, '$1:$2')}`) === 0;
};

/** Only what the change has: a new file has nothing before, a deleted one nothing after. */
const settled = (header: DiffHeader): DiffHeader => {
  header.path = (header.change === 'deleted' ? header.before : header.after) || header.before || '';
  if (header.change === 'added') {
    delete header.before;
    delete header.modeBefore;
  } else if (header.change === 'deleted') {
    delete header.after;
    delete header.modeAfter;
  } else if (header.modeBefore !== undefined) header.modeAfter ??= header.modeBefore;
  return header;
};
