import type { TextLine } from '../mail/mail.ts';
import type { Trailer } from './trailer.ts';

/** Where the trailers of a message begin (index into its lines), and what they are. */
export interface ReadTrailers {
  /** The number of lines where there are none. */
  readonly from: number;
  readonly trailers: readonly Trailer[];
}

/**
 * The trailers of a message without its subject, as `git interpret-trailers --parse` has them: its last paragraph, where
 * that holds nothing else, or where git's own trailers are in it and a quarter of it is trailers. The subject stands
 * above and an empty line between, so a message of one paragraph may be trailers only. `divider: false` reads a
 * message that is stored in a commit, where `---` ends nothing.
 */
export const readTrailers = (message: readonly TextLine[], { divider = true } = {}): ReadTrailers => {
  const texts = message.map(({ text }) => text);
  const patch = divider ? texts.findIndex((text) => /^---(?:[ \t\r]|$)/.test(text)) : -1;
  const end = endOfMessage(texts, patch < 0 ? texts.length : patch);
  const from = blockStart(texts, end);
  if (from === undefined) return { from: message.length, trailers: [] };
  return { from, trailers: inBlock(message.slice(from, end)) };
};

/** A trailer's line: the name, and what stands after the colon. */
const NAMED = /^([A-Za-z0-9-]+)[ \t]*:(.*)$/s;

const isBlank = (text: string): boolean => /^[ \t\r]*$/.test(text);
const isFolded = (text: string): boolean => /^[ \t\r]/.test(text);

/** What an editor or a merge leaves below a message: comments, empty lines, the old list of conflicts. */
const endOfMessage = (texts: readonly string[], length: number): number => {
  const scissors = texts.indexOf('# ------------------------ >8 ------------------------');
  const end = scissors < 0 ? length : Math.min(scissors, length);
  let leavings: number | undefined;
  let isConflicts = false;
  for (let at = 0; at < end; at++) {
    const text = texts[at] ?? '';
    if (text === '' || text.startsWith('#')) leavings ??= at;
    else if (text === 'Conflicts:') {
      isConflicts = true;
      leavings ??= at;
    } else if (!isConflicts || !text.startsWith('\t')) {
      leavings = undefined;
      isConflicts = false;
    }
  }
  return leavings ?? end;
};

/** Read from the end up to an empty line; none where the paragraph does not count as trailers. */
const blockStart = (texts: readonly string[], end: number): number | undefined => {
  let last = end - 1;
  while (last >= 0 && /^(?:#|[ \t\r]*$)/.test(texts[last] ?? '')) last--;
  let from = last;
  while (from >= 0 && !isBlank(texts[from] ?? '')) from--;
  return last >= 0 && counts(texts.slice(from + 1, last + 1)) ? from + 1 : undefined;
};

const counts = (block: readonly string[]): boolean => {
  let trailers = 0;
  let others = 0;
  let isGits = false;
  // Lines that go on with the one above them: they count only where that is no trailer. Read upwards, so they wait.
  let folded = 0;
  for (const text of block.toReversed()) {
    const ofGit = /^(?:Signed-off-by: |\(cherry picked from commit )/.test(text);
    if (isFolded(text)) folded++;
    else {
      if (ofGit || NAMED.test(text)) trailers++;
      else others += folded + (text.startsWith('#') ? 0 : 1);
      isGits ||= ofGit;
      folded = 0;
    }
  }
  others += folded;
  return isGits ? trailers * 3 >= others : trailers > 0 && others === 0;
};

const inBlock = (block: readonly TextLine[]): readonly Trailer[] => {
  const trailers: { token: string; at: number; lines: string[]; values: string[] }[] = [];
  let last: (typeof trailers)[number] | undefined;
  for (const { text, at } of block) {
    if (last !== undefined && isFolded(text)) {
      last.lines.push(text);
      last.values.push(text);
      continue;
    }
    const [, token, value = ''] = NAMED.exec(text) ?? [];
    last = token === undefined ? undefined : { token, at, lines: [text], values: [value] };
    if (last) trailers.push(last);
  }
  return trailers.map(({ token, at, lines, values }) => ({ token, value: unfolded(values), at, lines }));
};

/** The lines of a value as one: white space that begins a line is one blank, what ends a line is kept. */
const unfolded = (values: readonly string[]): string => {
  const kept = values.map((value) => value.replace(/^[ \t\r]+/, ''));
  // Lines of blanks go with the newline before them.
  const last = kept.findLastIndex((value) => value !== '');
  const text = kept.slice(0, last + 1).filter((value, at) => at === 0 || value !== '');
  return trimEnd(text.join(' ')).replace(/^[ \t\r]+/, '');
};

// A loop, as a pattern for the end would try from every blank of the value.
const trimEnd = (text: string): string => {
  let end = text.length;
  while (end > 0 && ' \t\r'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
};
