/** A warning or an error of a compiler. */
export interface CompilerMessage {
  readonly kind: 'warning' | 'error';
  /** As a person may read it: path in the tree, line, column, words. */
  readonly text: string;
  /** The same wherever the lines and the numbers in it moved to. */
  readonly key: string;
}

/** The warnings and errors that gcc or clang printed for a file of `tree`; notes and the lines around are left out. */
export function readCompilerMessages(output: string, tree: string): CompilerMessage[] {
  const message = /^(?:(.+?):(?:\d+:)?(?:\d+:)? )?(warning|error|fatal error): (.*)$/;
  return output.split('\n').flatMap((line) => {
    const [, path = '', kind, words = ''] = message.exec(line) ?? [];
    if (kind === undefined) return [];
    const inTree = path.startsWith(`${tree}/`) ? path.slice(tree.length + 1) : path;
    return [
      {
        kind: kind === 'warning' ? ('warning' as const) : ('error' as const),
        text: `${inTree}${line.slice(path.length)}`,
        key: `${inTree}: ${kind}: ${words.replace(/\b(frame size of|at \S+:) ?\d+/g, '$1 N')}`,
      },
    ];
  });
}

/** Those of `after` that are not in `before`, each as often as it came on top. */
export function newMessages(
  before: readonly CompilerMessage[],
  after: readonly CompilerMessage[],
): readonly CompilerMessage[] {
  const known = new Map<string, number>();
  for (const { key } of before) known.set(key, (known.get(key) ?? 0) + 1);
  return after.filter(({ key }) => {
    const left = known.get(key) ?? 0;
    known.set(key, left - 1);
    return left <= 0;
  });
}
