import type { Bytes } from './bytes.ts';

export interface Include {
  readonly name: string;
  readonly quoted: boolean;
}

/** What a file defines and includes, by offset: small enough to keep for every header that was looked into. */
export interface HeaderIndex {
  readonly includes: readonly Include[];
  /** Tag to the offset of the word `struct` or `union` of its definition. */
  readonly structs: ReadonlyMap<string, number>;
  /** Name to the words it stands for, or to the offset of the struct that is defined in the typedef. */
  readonly typedefs: ReadonlyMap<string, string | number>;
}

const INCLUDE = /^include[ \t]*([<"])([^>"\n]+)/d;
const DEFINITION = /^(?:struct|union)\s+(\w+)(?:\s+__\w+(?:\([^)]*\))?)*\s*\{/d;
const TYPEDEF = /^typedef\s+((?:struct|union)\s*(?:\w+\s*)?\{|[^;{}()]+;)/d;

/** Looks at the words that begin a definition, and at no more of the file than they take. */
export const indexHeader = (bytes: Bytes): HeaderIndex => {
  const includes: Include[] = [];
  const structs = new Map<string, number>();
  const typedefs = new Map<string, string | number>();
  for (const { groups } of beginnings(bytes, 'include', INCLUDE)) {
    includes.push({ name: groups[1] ?? '', quoted: groups[0] === '"' });
  }
  for (const word of ['struct', 'union']) {
    for (const { at, groups } of beginnings(bytes, word, DEFINITION)) {
      if (groups[0] && !structs.has(groups[0])) structs.set(groups[0], at);
    }
  }
  for (const { at, groups } of beginnings(bytes, 'typedef', TYPEDEF)) noteTypedef(bytes, at, groups[0] ?? '', typedefs);
  return { includes, structs, typedefs };
};

/** The text from the word `struct` to the brace that closes it. */
export const definitionText = (text: string, at: number): string => {
  let depth = 0;
  for (let next = text.indexOf('{', at); next !== -1 && next < text.length; next++) {
    if (text[next] === '{') depth++;
    else if (text[next] === '}' && --depth === 0) return text.slice(at, next + 1);
  }
  return text.slice(at);
};

/** Each place where a word begins what the pattern says; its groups are copied out, not kept with the text around. */
function* beginnings(bytes: Bytes, word: string, pattern: RegExp): Generator<{ at: number; groups: string[] }> {
  for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + word.length)) {
    const match = pattern.exec(bytes.toString('latin1', at, Math.min(at + 160, bytes.length)));
    if (!match) continue;
    const places = match.indices?.slice(1) ?? [];
    yield { at, groups: places.map((place) => (place ? bytes.toString('latin1', at + place[0], at + place[1]) : '')) };
  }
}

/** `typedef struct { … } name;` by the place of its struct, any other by the words that the name stands for. */
const noteTypedef = (bytes: Bytes, at: number, words: string, typedefs: Map<string, string | number>): void => {
  if (words.endsWith('{')) {
    const end = bytes.indexOf('\n}', at);
    if (end === -1) return;
    const name = /^\}[\s*]*(?:__\w+\s+)?(\w+)\s*[;,]/.exec(
      bytes.toString('latin1', end + 1, Math.min(end + 120, bytes.length)),
    );
    if (name?.[1]) typedefs.set(name[1], bytes.indexOf(words.slice(0, 5), at));
    return;
  }
  const simple = /^(.*?)(\w+)\s*;$/s.exec(words);
  if (simple?.[1] && simple[2]) typedefs.set(simple[2], simple[1].trim());
};
