import { Language, Parser, Query } from 'web-tree-sitter';
import type { GrammarBytes } from './parser.ts';

/** What kind of word a stretch of C is; everything else is plain. */
export type CodeColour = 'keyword' | 'text' | 'comment' | 'type';

/** Offsets into the text, in UTF-16 units. They do not overlap and are in order. */
export interface ColouredSpan {
  readonly start: number;
  readonly end: number;
  readonly colour: CodeColour;
}

/** C in, its colours out. */
export interface Colourer {
  colour(text: string): readonly ColouredSpan[];
}

const COLOURS: Readonly<Record<string, CodeColour>> = {
  keyword: 'keyword',
  string: 'text',
  number: 'text',
  comment: 'comment',
  type: 'type',
};

/** By the grammar's own query for colours (`highlights.scm`). Made once for a process. */
export const createColourer = async (grammar: GrammarBytes, highlights: string): Promise<Colourer> => {
  await Parser.init({ wasmBinary: grammar.runtime });
  const language = await Language.load(grammar.c);
  const parser = new Parser();
  parser.setLanguage(language);
  const query = new Query(language, highlights);
  return {
    colour: (text) => {
      const tree = parser.parse(text);
      if (!tree) return [];
      try {
        const spans = query.captures(tree.rootNode).flatMap(({ name, node }): ColouredSpan[] => {
          const colour = COLOURS[name];
          return colour ? [{ start: node.startIndex, end: node.endIndex, colour }] : [];
        });
        return apart(spans);
      } finally {
        tree.delete();
      }
    },
  };
};

/** A word that two patterns take is coloured once. */
const apart = (spans: readonly ColouredSpan[]): readonly ColouredSpan[] => {
  const kept: ColouredSpan[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    if (span.end > span.start && span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
};
