import { editsFor } from '../../src/core/finding/editsFor.ts';
import { readHelpers } from '../../src/core/finding/readHelpers.ts';
import { type Judged, sitesIn, type Workshop } from '../../src/core/finding/sitesIn.ts';
import { editText } from '../../src/core/patch/editText.ts';
import { createDefinitions } from '../../src/core/tree/c/definitions.ts';
import { createParser } from '../../src/core/tree/c/parser.ts';
import { readGrammar } from '../../src/edge/cGrammar.ts';

/** Declarations as a tree of 6.12 has them, as far as the helpers are looked for. */
const HEADERS: Readonly<Record<string, string>> = {
  'include/linux/slab.h': `#include <linux/overflow.h>
void *kmalloc_array(size_t n, size_t size, gfp_t flags); void *kcalloc(size_t n, size_t size, gfp_t flags);
void *krealloc_array(void *p, size_t new_n, size_t new_size, gfp_t flags); void *kvmalloc_array(size_t n, size_t size);`,
  'include/linux/overflow.h':
    'size_t array_size(size_t a, size_t b); size_t struct_size(); size_t struct_size_t(); size_t flex_array_size();',
  'include/linux/vmalloc.h': 'void *vmalloc_array(size_t n, size_t size);',
};

export interface Bench {
  readonly workshop: Workshop;
  /** The sites of a file that is given as text. */
  judge(text: string, path?: string): Judged[];
  /** The text after the edits of all its ready sites. */
  fixed(text: string, path?: string): string;
}

const parser = createParser(readGrammar());

/** A tree of a few files in memory: what is not given is as in HEADERS. */
export const openBench = async (files: Readonly<Record<string, string>> = {}): Promise<Bench> => {
  const opened = await parser;
  let current: Readonly<Record<string, string>> = { ...HEADERS, ...files };
  const sources = {
    read: (path: string) => (current[path] === undefined ? undefined : Buffer.from(current[path], 'latin1')),
  };
  const helpers = readHelpers(sources);
  const judge = (text: string, path = 'drivers/base/made.c'): Judged[] => {
    current = { ...HEADERS, ...files, [path]: text };
    const workshop = { parser: opened, helpers, definitionsOf: createDefinitions(opened, sources) };
    return sitesIn({ path, bytes: Buffer.from(text, 'latin1') }, workshop);
  };
  const workshop = { parser: opened, helpers, definitionsOf: createDefinitions(opened, sources) };
  return {
    workshop,
    judge,
    fixed: (text, path = 'drivers/base/made.c') => {
      const edits = judge(text, path).flatMap(({ allocation, judgement }) =>
        judgement.fix === 'ready' ? editsFor(allocation, judgement, Buffer.from(text, 'latin1'), workshop) : [],
      );
      const edited = editText(text, edits);
      if (edited.kind === 'refused') throw new Error(edited.because);
      return edited.text;
    },
  };
};
