import type { Edit } from '../patch/editText.ts';

const INCLUDE = /^#[ \t]*include[ \t]*<linux\/([^>]+)>.*$/gm;

/**
 * The edit that includes a header of include/linux/: in its place where the file's includes are in order, else behind
 * the last of them. Undefined where the file has none outside an #if to stand beside.
 */
export const addInclude = (text: string, header: string): Edit | undefined => {
  const lines = [...text.matchAll(INCLUDE)]
    .filter((match) => !insideConditional(text, match.index))
    .map((match) => ({ name: match[1] ?? '', start: match.index, end: match.index + match[0].length }));
  const last = lines.at(-1);
  if (!last) return undefined;
  const isSorted = lines.every((line, index) => index === 0 || (lines[index - 1]?.name ?? '') <= line.name);
  const next = isSorted ? lines.find((line) => line.name > header) : undefined;
  const newline = text[last.end] === '\r' ? '\r\n' : '\n';
  const words = `#include <linux/${header}>`;
  if (next) return { start: next.start, end: next.start, text: words + newline };
  return { start: last.end, end: last.end, text: newline + words };
};

/** An include guard is an #if around everything and does not count: its #ifndef is followed by its #define. */
const insideConditional = (text: string, at: number): boolean => {
  let depth = 0;
  for (const match of text
    .slice(0, at)
    .matchAll(/^[ \t]*#[ \t]*(?:(if\w*)\b.*|(endif))\b.*$(?:\r?\n#define\s+(\w+)\s*$)?/gm)) {
    if (match[2]) depth--;
    else if (!match[3]) depth++;
  }
  return depth > 0;
};
