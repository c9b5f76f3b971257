import type { Bytes } from './bytes.ts';

/** What an object-like macro stands for, as its definition writes it. */
export const macroWords = (bytes: Bytes | undefined, name: string): string | undefined => {
  if (!bytes) return undefined;
  const definition = new RegExp(String.raw`#[ \t]*define[ \t]+${name}[ \t]+([^\n]*)`);
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1)) {
    const line = bytes.toString('latin1', Math.max(0, at - 40), Math.min(bytes.length, at + 240));
    const words = definition.exec(line)?.[1];
    if (words !== undefined) return words;
  }
  return undefined;
};
