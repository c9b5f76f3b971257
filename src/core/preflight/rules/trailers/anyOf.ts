/** One pattern that matches what any of these does, whatever the case: for lists of words too long for a line. */
export const anyOf = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), 'i');
