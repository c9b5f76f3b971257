/** A commit message with notes below a `---`, where git am leaves them out. What stands there already stays. */
export const withBelow = (message: string, below = ''): string => {
  const notes = keptNotes(below);
  if (notes === '') return message;
  const text = message.trimEnd();
  if (/\n---\n/.test(text)) return `${text}\n\n${notes}\n`;
  return `${text}\n${text.includes('\n\n') ? '' : '\n'}---\n${notes}\n`;
};

/** A commit message as git am takes it. */
export const withoutBelow = (message: string): string => message.replace(/\n---\n.*$/s, '\n');

/** Notes as they can stand there: a line that git am would take for the beginning of the diff gets a blank. */
export const keptNotes = (below: string): string =>
  below
    .trim()
    .split('\n')
    .map((line) => (/^(?:--- |\+\+\+ |diff |Index: |@@ )/.test(line) ? ` ${line}` : line.trimEnd()))
    .join('\n');
