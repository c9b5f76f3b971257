/** A compile as kbuild noted it beside the object. */
export interface SavedCommand {
  /** The compiler and its options, without `-c`, the files, the list of headers it writes, and a general `-Werror`. */
  readonly compiler: readonly string[];
  /** As kbuild names it: absolute, or relative to the build's folder. */
  readonly source: string;
}

/**
 * Reads a `.foo.o.cmd`, which scripts/Kbuild.include writes (`cmd_` before 6.2, `savedcmd_` since). What follows the
 * compile, as objtool does, is left out. `undefined` when it holds no compile of one C file.
 */
export function savedCommand(text: string): SavedCommand | undefined {
  const line = /^(?:saved)?cmd_\S+ := (.*)$/m.exec(text)?.[1];
  if (line === undefined) return undefined;
  // As make would read it back: a # would begin a comment, a $ a reference.
  const words = firstCommand(line.replaceAll('$(pound)', '#').replaceAll('$$', '$'));
  const source = words.at(-1);
  const output = words.indexOf('-o');
  if (!words.includes('-c') || output < 0 || source === undefined || !source.endsWith('.c')) return undefined;
  const compiler = words.filter(
    (word, at) =>
      at !== output && at !== output + 1 && at !== words.length - 1 && word !== '-c' && !unwanted.test(word),
  );
  return { compiler, source };
}

// With -Werror the first warning would hide what comes after it; -Werror=… of single warnings stays.
const unwanted = /^(?:-Wp,-MM?D,.*|-MM?D|-Werror)$/;

/** The words of a shell's first command, quotes taken off. */
function firstCommand(text: string): string[] {
  const words: string[] = [];
  const pieces = text.matchAll(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|(\s+)|([;&|\n])|([^\s'"\\;&|]+)/gs);
  let word: string | undefined;
  for (const [, single, double, escaped, space, end, plain] of pieces) {
    if (end !== undefined) break;
    if (space !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + (single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? plain ?? '');
  }
  return word === undefined ? words : [...words, word];
}
