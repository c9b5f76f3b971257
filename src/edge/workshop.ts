import { readHelpers } from '../core/finding/readHelpers.ts';
import type { Workshop } from '../core/finding/sitesIn.ts';
import { createDefinitions } from '../core/tree/c/definitions.ts';
import { createParser } from '../core/tree/c/parser.ts';
import { readGrammar } from './cGrammar.ts';
import { treeSources } from './treeSources.ts';

/** What judging the sites of a tree needs; made once for a process or worker, some 40 ms. */
export const createWorkshop = async (tree: string): Promise<Workshop> => {
  const parser = await createParser(readGrammar());
  const sources = treeSources(tree);
  return { parser, helpers: readHelpers(sources), definitionsOf: createDefinitions(parser, sources) };
};
