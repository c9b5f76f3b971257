/**
 * Where in some lines the words of a person end and what tools write begins: a `---`, the shortlog, the diffstat, the
 * difference to the version before, the base, the signature. The number of lines where nothing of it comes.
 */
export const wordsEnd = (texts: readonly string[]): number => {
  const end = texts.findIndex((text, at) => FIXED.test(text) || isShortlog(text, texts[at + 1] ?? ''));
  return end < 0 ? texts.length : end;
};

const FIXED = new RegExp(
  [
    '^---[ \\t\\r]*$|^-- ?$|^diff --git ',
    '^(?:base-commit|change-id|prerequisite-(?:patch-id|change-id|message-id)): ?\\S',
    '^(?:Range-diff|Interdiff)(?: against v\\d+)?:?[ \\t\\r]*$',
    '^ \\S.{0,500}\\| +(?:\\d|Bin)|^ \\d+ files? changed',
  ].join('|'),
);

/** `Ada Made (3):`, and the subjects below it. */
const isShortlog = (text: string, next: string): boolean =>
  /^[^\s>*+-].{0,200} \(\d+\):$/.test(text) && /^ {2,}\S/.test(next);
