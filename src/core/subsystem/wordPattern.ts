/** Finds whole words, in any case; each line is alternatives of a regular expression. */
export const wordPattern = (...lines: readonly string[]): RegExp => new RegExp(`\\b(?:${lines.join('|')})\\b`, 'i');
