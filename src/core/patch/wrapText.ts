/**
 * Wraps the paragraphs of a commit message. A paragraph that fits is left as its author broke it. Lines that are
 * indented, quoted, part of a list or a trailer are kept, as are words longer than a line (URLs): breaking them would
 * change what they say. Widths count code points. Implements Documentation/process/submitting-patches.rst, "The
 * canonical patch format": the body's lines are wrapped at 75 columns.
 */
export const wrapText = (text: string, width = 75): string => {
  const wrapped: string[] = [];
  let paragraph: string[] = [];
  const end = () => {
    wrapped.push(...wrapParagraph(paragraph, width));
    paragraph = [];
  };
  for (const line of text.split(/\r?\n/)) {
    if (!isKept(line)) {
      paragraph.push(line);
      continue;
    }
    end();
    wrapped.push(line.trimEnd());
  }
  end();
  return wrapped.join('\n');
};

const isKept = (line: string): boolean =>
  /^\s*$|^[\s>]|^[-*+•] |^\(?(\d{1,2}|[a-z])[.)] |^\[\d+\] |^(Fixes|Link|Closes|Cc|[A-Z][\w-]*-by): /.test(line);

const wrapParagraph = (lines: readonly string[], width: number): readonly string[] => {
  const trimmed = lines.map((line) => line.trimEnd());
  if (trimmed.every((line) => columns(line) <= width)) return trimmed;
  const wrapped: string[] = [];
  let current = '';
  for (const word of trimmed.join(' ').split(/[ \t]+/)) {
    const longer = current === '' ? word : `${current} ${word}`;
    // A line that now began like a list or a quotation would be read as one.
    if (current === '' || columns(longer) <= width || isKept(`${word} x`)) {
      current = longer;
      continue;
    }
    wrapped.push(current.trimEnd());
    current = word;
  }
  return [...wrapped, current.trimEnd()];
};

const columns = (line: string): number => [...line].length;
