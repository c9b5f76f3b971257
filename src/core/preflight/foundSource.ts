import { type DocumentSection, findSection, sectionHolding } from '../tree/documentSection.ts';
import type { Source } from './rule.ts';

/** Where the user's own tree says it. */
export interface FoundSource {
  readonly file: string;
  /** As the tree has it: an older one may say the same below another. */
  readonly heading: string;
  /** Of the key phrase, from 1. */
  readonly line: number;
  /** The sentence with the key phrase, as the tree has it. */
  readonly words: string;
}

/** `found`; `moved`: the file is there, but does not say so; `absent`: the tree has none of the files. */
export type SourceState = 'found' | 'moved' | 'absent';

/** What a tree's documents say, each read once. */
export interface Documents {
  readonly state: (sources: readonly Source[]) => SourceState;
  readonly find: (sources: readonly Source[]) => FoundSource | undefined;
  /** The first whose file is there, although it may not say so. */
  readonly present: (sources: readonly Source[]) => Source | undefined;
}

export const readDocuments = (document: (path: string) => string | undefined): Documents => {
  const texts = new Map<string, { text: string; folded: string } | undefined>();
  const read = (file: string) => {
    if (!texts.has(file)) {
      const text = document(file);
      texts.set(file, text === undefined ? undefined : { text, folded: folded(text) });
    }
    return texts.get(file);
  };
  // Looking for the phrase alone is cheap, and enough to know that the rule stands; its section is found when it is shown.
  const holds = ({ file, phrase }: Source): boolean => read(file)?.folded.includes(folded(phrase)) ?? false;
  const present = (sources: readonly Source[]): Source | undefined =>
    sources.find(({ file, newerThan }) => newerThan === undefined && read(file) !== undefined);
  return {
    state: (sources) => {
      if (sources.some(holds)) return 'found';
      return present(sources) ? 'moved' : 'absent';
    },
    present,
    find: (sources) => {
      const source = sources.find(holds);
      const section = source && sectionWith(read(source.file)?.text ?? '', source);
      if (!source || !section?.phrase) return undefined;
      const { line, text } = section.phrase;
      return { file: source.file, heading: section.heading, line, words: text };
    },
  };
};

const sectionWith = (text: string, { heading, phrase }: Source): DocumentSection | undefined => {
  const section = findSection(text, heading, phrase);
  return section?.phrase ? section : sectionHolding(text, phrase);
};

const folded = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();
