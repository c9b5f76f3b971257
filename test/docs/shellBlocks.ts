/** A block of shell lines in a Markdown text. `info` is what stands behind its fence: `sh`, or `sh tree`. */
export interface ShellBlock {
  readonly info: string;
  readonly lines: readonly string[];
}

/** The shell blocks of a text, without comments, prompts and continued lines. */
export const shellBlocks = (markdown: string): ShellBlock[] =>
  [...markdown.matchAll(/^```(sh\b[^\n]*)\n(.*?)^```$/gms)].map(([, info = '', body = '']) => ({
    info: info.trim(),
    lines: body
      .replaceAll('\\\n', ' ')
      .split('\n')
      .map((line) =>
        line
          .replace(/^\$ /, '')
          .replace(/(^|\s)#.*$/, '')
          .trim(),
      )
      .filter((line) => line !== ''),
  }));
