import type { TextLine } from '../mail/mail.ts';
import type { MailedDiffLine, MailedHunk } from './fileDiff.ts';

export interface ReadHunk {
  readonly hunk: MailedHunk;
  /** The index of the first line behind it. */
  readonly end: number;
  readonly damage: readonly { readonly what: string; readonly at: number }[];
}

const HEAD = /^@@ -(\d{1,10})(?:,(\d{1,10}))? \+(\d{1,10})(?:,(\d{1,10}))? @@(.*)$/s;

export const isHunkHead = (text: string): boolean => text.startsWith('@@ -');

/** The hunk whose `@@` line has this index; nothing where that line cannot be read. */
export const readHunk = (lines: readonly TextLine[], from: number): ReadHunk | undefined => {
  const { text: head, at } = lines[from] as TextLine;
  const found = HEAD.exec(head);
  if (!found) return undefined;
  const [, beforeStart, beforeCount = '1', afterStart, afterCount = '1', section = ''] = found;
  const before = { start: Number(beforeStart), count: Number(beforeCount) };
  const after = { start: Number(afterStart), count: Number(afterCount) };
  const read = new HunkLines(before, after);
  let end = from + 1;
  while (end < lines.length && !read.isFull && !isSignature(lines, end) && read.take(lines[end] as TextLine)) end++;
  // The last line's mark stands behind all that the head counts.
  const next = lines[end];
  if (read.isFull && next?.text.startsWith('\\ ') && read.take(next)) end++;
  const damage = [...read.damage, ...wrongCount(read, lines, end, at)];
  return { hunk: { before, after, section: section.replace(/^ /, ''), lines: read.lines, at }, end, damage };
};

/** Of a mail: the version below it has no mark, so it is no line that the hunk removes. */
const isSignature = (lines: readonly TextLine[], at: number): boolean =>
  lines[at]?.text === '-- ' && /^\d+\./.test(lines[at + 1]?.text ?? '');

class HunkLines {
  readonly lines: MailedDiffLine[] = [];
  readonly damage: { what: string; at: number }[] = [];
  left: number;
  right: number;
  private beforeLine: number;
  private afterLine: number;

  constructor(before: MailedHunk['before'], after: MailedHunk['after']) {
    [this.left, this.right] = [before.count, after.count];
    [this.beforeLine, this.afterLine] = [before.start, after.start];
  }

  get isFull(): boolean {
    return this.left <= 0 && this.right <= 0;
  }

  /** Whether the line belongs to the hunk, be it as damage. */
  take({ text, at }: TextLine): boolean {
    // A mailer or an editor that strips blanks makes empty lines of empty context; git reads them as such.
    const mark = text === '' || text === '\r' ? ' ' : text.charAt(0);
    if (mark === '\\' && text.startsWith('\\ ')) {
      const last = this.lines.at(-1);
      if (last) this.lines[this.lines.length - 1] = { ...last, unended: true };
      return true;
    }
    if (mark !== ' ' && mark !== '+' && mark !== '-') {
      if (/^(?:diff --|@@ -)/.test(text)) return false;
      if (this.damage.length === 0)
        this.damage.push({
          what: 'a line inside the hunk begins with neither a blank, + nor -, as when it was wrapped',
          at,
        });
      return true;
    }
    this.lines.push({
      mark,
      text: text.startsWith(mark) ? text.slice(1) : text,
      at,
      ...(mark === '+' ? {} : { before: this.beforeLine++ }),
      ...(mark === '-' ? {} : { after: this.afterLine++ }),
    });
    if (mark !== '+') this.left--;
    if (mark !== '-') this.right--;
    return true;
  }
}

const wrongCount = (read: HunkLines, lines: readonly TextLine[], end: number, at: number): ReadHunk['damage'] => {
  const { left, right } = read;
  if (left > 0 || right > 0)
    return [{ what: `the hunk ends ${count(left)} old and ${count(right)} new lines before its @@ line says`, at }];
  if (left < 0 || right < 0) {
    return [
      { what: `the hunk holds ${count(-left)} old and ${count(-right)} new lines more than its @@ line says`, at },
    ];
  }
  if (read.lines.every(({ mark }) => mark === ' ')) return [{ what: 'the hunk changes nothing', at }];
  const behind = lines[end];
  // `-- ` is a mail's signature, and `--- ` may begin the next file's diff.
  return behind !== undefined && /^[ +-]/.test(behind.text) && !/^--(?:-?[ \t\r]*$|- )/.test(behind.text)
    ? [{ what: 'this line stands behind the last that its hunk counts, so git would leave it out', at: behind.at }]
    : [];
};

const count = (lines: number): string => String(Math.max(0, lines));
