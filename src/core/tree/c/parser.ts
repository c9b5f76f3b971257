import { Language, Parser, type Tree } from 'web-tree-sitter';

/** The two wasm files, handed in by an edge: the core reads no files. */
export interface GrammarBytes {
  readonly runtime: Uint8Array;
  readonly c: Uint8Array;
}

/** Text in, syntax tree out. Whoever gets a tree deletes it: its memory is not the collector's. */
export interface CParser {
  parse(text: string): Tree;
}

/** Made once for a process or worker; takes some 20 ms. */
export const createParser = async (grammar: GrammarBytes): Promise<CParser> => {
  await Parser.init({ wasmBinary: grammar.runtime });
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar.c));
  return {
    parse(text) {
      const tree = parser.parse(text);
      if (!tree) throw new Error('the parser was stopped');
      return tree;
    },
  };
};
