/** A text on one line, for a sentence. */
export const oneLine = (text: string): string =>
  text
    .replace(/\/\*.*?\*\//gs, ' ')
    .replace(/\s+/g, ' ')
    .trim();
