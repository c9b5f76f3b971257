/** Paragraphs put into lines of at most 72 columns, as mails on lists are; what has no blank (an address) stays whole. */
export const wrapText = (text: string, width = 72): string =>
  text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n');

/** What stands before a line's first word (`- `, `> `, blanks) stands before its further lines as blanks. */
const wrapLine = (line: string, width: number): string => {
  const before = /^[ ]*(?:- )?/.exec(line)?.[0] ?? '';
  const indent = ' '.repeat(before.length);
  const lines: string[] = [];
  let open = before;
  let isFresh = true;
  for (const word of line.slice(before.length).split(' ')) {
    if (word === '') continue;
    if (isFresh) open += word;
    else if (open.length + 1 + word.length <= width) open += ` ${word}`;
    else {
      lines.push(open);
      open = indent + word;
    }
    isFresh = false;
  }
  lines.push(open.trimEnd());
  return lines.join('\n');
};
