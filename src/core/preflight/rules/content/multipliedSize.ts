import type { CodeHunk } from './codeHunks.ts';
import type { FindSpot, Spot } from './newUses.ts';

// Which argument is the size, from 0.
const ALLOCATORS: ReadonlyMap<string, number> = new Map([
  ...['kmalloc', 'kzalloc', 'kvmalloc', 'kvzalloc', 'vmalloc', 'vzalloc'].map((name) => [name, 0] as const),
  ...['kmalloc_node', 'kzalloc_node', 'kvmalloc_node', 'kvzalloc_node'].map((name) => [name, 0] as const),
  ...['devm_kmalloc', 'devm_kzalloc', 'krealloc', 'kvrealloc', 'dma_alloc_coherent'].map((name) => [name, 1] as const),
]);

const CALL = /\b((?:devm_)?k?v?[kmzv]{0,2}(?:re)?alloc(?:_node)?|dma_alloc_coherent)\s*\(/;

/** A call of an allocator whose size is a product with a variable. */
export const multipliedSize: FindSpot = ({ code }, hunk, index) => {
  // What begins at the left margin declares it.
  const call = /^\S/.test(code) ? null : CALL.exec(code);
  const at = ALLOCATORS.get(call?.[1] ?? '');
  if (!call || at === undefined) return undefined;
  const size = argumentOf(followingCode(hunk, index).slice(call.index + call[0].length), at);
  return size !== undefined && isProduct(size) ? spotOfCall(call) : undefined;
};

const spotOfCall = (call: RegExpExecArray): Spot => ({ from: call.index, to: call.index + call[0].length - 1 });

/** The line's code, and that of the next few lines on the same side of the diff. */
const followingCode = ({ lines }: CodeHunk, index: number): string => {
  const side = lines[index]?.line.mark;
  const taken: string[] = [];
  for (let at = index; at < lines.length && taken.length < 5; at++) {
    const line = lines[at];
    if (line && (line.line.mark === side || line.line.mark === ' ')) taken.push(line.code);
  }
  return taken.join(' ');
};

const argumentOf = (text: string, wanted: number): string | undefined => {
  let depth = 0;
  let count = 0;
  let start = 0;
  for (let at = 0; at < text.length && at < 1000; at++) {
    const char = text[at];
    const ends = depth === 0 && (char === ',' || char === ')');
    if (ends && count === wanted) return text.slice(start, at);
    if (ends && char === ')') return undefined;
    if (ends) [count, start] = [count + 1, at + 1];
    if (char === '(') depth++;
    if (char === ')') depth--;
  }
  return undefined;
};

// What is constant the compiler can compute, and what already saturates is what the document asks for.
const isProduct = (size: string): boolean => {
  if (/\b(?:array_size|array3_size|struct_size\w*|flex_array_size|size_(?:mul|add|sub))\s*\(/.test(size)) return false;
  const bare = size.replace(/\bsizeof\s*\((?:[^()]|\([^()]{0,100}\)){0,100}\)/g, 'SIZEOF');
  if (!/[\w)\]]\s*\*\s*[\w(]/.test(bare)) return false;
  return bare.split(/[+-]/).some((term) => /[\w)\]]\s*\*\s*[\w(]/.test(term) && /\b(?!0x)[\w.>]*[a-z]\w*/.test(term));
};
