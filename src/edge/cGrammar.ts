import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GrammarBytes } from '../core/tree/c/parser.ts';

/** The grammar of C: in a checkout from its package, in the published package from the copy that was packed with it. */
export const readGrammar = (): GrammarBytes => {
  const c = import.meta.url.endsWith('.ts')
    ? import.meta.resolve('tree-sitter-c/tree-sitter-c.wasm')
    : new URL('../grammar/tree-sitter-c.wasm', import.meta.url);
  return { runtime: wasmAt(import.meta.resolve('web-tree-sitter/web-tree-sitter.wasm')), c: wasmAt(c) };
};

/** The grammar's own query for colours. */
export const readHighlights = (): string => {
  const query = import.meta.url.endsWith('.ts')
    ? import.meta.resolve('tree-sitter-c/queries/highlights.scm')
    : new URL('../grammar/highlights.scm', import.meta.url);
  return readFileSync(fileURLToPath(query), 'utf8');
};

const wasmAt = (url: string | URL): Uint8Array => readFileSync(fileURLToPath(url));
