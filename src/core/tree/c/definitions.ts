import type { Bytes } from './bytes.ts';
import { type CType, typeByDeclarator } from './cType.ts';
import { definitionText, type HeaderIndex, indexHeader } from './headerIndex.ts';
import { createIncludeWalk } from './includeWalk.ts';
import { macroWords } from './macroWords.ts';
import type { CParser } from './parser.ts';
import { readStruct, type StructDefinition } from './structDefinition.ts';
import { variableType } from './variableType.ts';

/** The tree's files by their path in it. Undefined where there is no such file, or it cannot be read. */
export interface Sources {
  read(path: string): Bytes | undefined;
}

/** What one file can see of the tree: its own definitions and those of the headers that it includes. */
export interface Definitions {
  struct(tag: string): StructDefinition | undefined;
  /** A struct that is named by a typedef, or the type that the name stands for. */
  typedef(name: string): StructDefinition | CType | undefined;
  /** A variable outside functions, in the file itself. */
  variable(name: string): CType | undefined;
  /** What an object-like macro of the file itself, or of a header of its own folder, stands for. */
  macro(name: string): string | undefined;
  /** Whether a header, by its path in the tree, is included, however deep. */
  includes(header: string): boolean;
  /** Whether an answer so far hung on another file: it may be another answer when that file changes. */
  lookedBeyond(): boolean;
}

/** Made once for a process or worker: remembers what each header defines, not its text. */
export const createDefinitions = (parser: CParser, sources: Sources): ((path: string) => Definitions) => {
  const indexes = new Map<string, HeaderIndex | undefined>();
  const structs = new Map<string, StructDefinition | undefined>();
  const indexOf = (path: string): HeaderIndex | undefined =>
    remembered(indexes, path, () => {
      const bytes = sources.read(path);
      return bytes && indexHeader(bytes);
    });
  const walk = createIncludeWalk(indexOf);
  const structAt = (path: string, at: number): StructDefinition | undefined =>
    remembered(structs, `${path}:${at}`, () => {
      const text = textOf(sources.read(path));
      return text === '' ? undefined : readStruct(parser, definitionText(text, at));
    });

  return (path) => {
    let beyond = false;
    const first = <T>(find: (index: HeaderIndex, file: string) => T | undefined): T | undefined => {
      for (const [file, index] of walk.filesSeenFrom(path)) {
        beyond ||= file !== path;
        const found = find(index, file);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    const tags = new Map<string, StructDefinition | undefined>();
    const meanings = new Map<string, StructDefinition | CType | undefined>();
    return {
      struct: (tag) =>
        remembered(tags, tag, () =>
          first((index, file) => {
            const at = index.structs.get(tag);
            return at === undefined ? undefined : structAt(file, at);
          }),
        ),
      typedef: (name) =>
        remembered(meanings, name, () =>
          first((index, file) => {
            const meaning = index.typedefs.get(name);
            if (typeof meaning === 'number') return structAt(file, meaning);
            return meaning === undefined ? undefined : typeByDeclarator(meaning);
          }),
        ),
      variable: (name) => variableType(textOf(sources.read(path)), name),
      macro: (name) => {
        for (const file of [path, ...walk.ownHeaders(path)]) {
          beyond ||= file !== path;
          const words = macroWords(sources.read(file), name);
          if (words !== undefined) return words;
        }
        return undefined;
      },
      includes: (header) => first((_index, file) => (file === header ? true : undefined)) ?? false,
      lookedBeyond: () => beyond,
    };
  };
};

const textOf = (bytes: Bytes | undefined): string => bytes?.toString('latin1', 0, bytes.length) ?? '';

/** A map that is asked first, and told what was found, also where that is nothing. */
const remembered = <T>(known: Map<string, T | undefined>, key: string, find: () => T | undefined): T | undefined => {
  if (known.has(key)) return known.get(key);
  const found = find();
  known.set(key, found);
  return found;
};
