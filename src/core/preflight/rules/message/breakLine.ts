/**
 * A line of prose as several of at most `width` columns; none where that is not safe. Nothing but the blanks at the
 * breaks changes, and no new line begins like something that git or a mail program reads in its own way.
 */
export const breakLine = (text: string, width: number): readonly string[] | undefined => {
  if (text.length > LONGEST || NO_PROSE.test(text)) return undefined;
  const lines: string[] = [];
  let rest = [...text.trimEnd()];
  while (rest.length > width) {
    const at = breakAt(rest, width);
    if (at === undefined) return undefined;
    lines.push(rest.slice(0, at).join('').trimEnd());
    rest = [...rest.slice(at).join('').trimStart()];
  }
  return [...lines, rest.join('')];
};

/** A line longer than this was pasted; it also keeps the work small. */
const LONGEST = 2000;

// What is indented, numbered or has a name before a colon may be pasted output, a list or a table.
const NO_PROSE = /^(?:\s|[^\p{L}\p{N}"'(“‘`]|\d+[.):]|\S{1,40}:\s|[$#>])|\t|\S {3,}\S/u;

/** The last blank before the edge after which a line may begin. */
const breakAt = (chars: readonly string[], width: number): number | undefined => {
  for (let at = width; at > 0; at--) {
    if (chars[at] !== ' ') continue;
    const next = chars
      .slice(at, at + 100)
      .join('')
      .trimStart();
    if (!MEANS_MORE.test(next) && chars.slice(0, at).some((one) => one !== ' ')) return at;
  }
  return undefined;
};

// A mailbox's next mail, the end of a message, a header or trailer, a quotation, a list, a heading.
const MEANS_MORE = /^(?:From |>|---|diff -|Index: |[A-Za-z][\w-]*\s?:|[-*+•#=|$%] ?|\d+[.):]|\(?[a-z\d]\)|\(cherry )/;
