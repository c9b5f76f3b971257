import { argumentSpans, type CallSpans } from '../tree/c/argumentSpans.ts';
import { type Bytes, isSpaceByte, isWordByte } from '../tree/c/bytes.ts';
import { ALLOCATOR_WORDS, type Allocator, allocatorNamed } from './allocators.ts';
import { hasArithmetic } from './hasArithmetic.ts';

/** A place that is worth a parse: an allocator's name, a parenthesis, and arithmetic in the size. */
export interface Candidate {
  readonly at: number;
  readonly allocator: Allocator;
  readonly spans: CallSpans;
}

/** The candidates of a file in the order of the file, found by bytes alone. */
export const candidates = (bytes: Bytes): Candidate[] => {
  const found: Candidate[] = [];
  for (const word of ALLOCATOR_WORDS) {
    for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + word.length)) {
      const candidate = candidateAt(bytes, at);
      if (candidate) found.push(candidate);
    }
  }
  return found.sort((one, other) => one.at - other.at);
};

const candidateAt = (bytes: Bytes, at: number): Candidate | undefined => {
  let start = at;
  while (start > 0 && isWordByte(bytes[start - 1])) start--;
  let end = at;
  while (isWordByte(bytes[end])) end++;
  if (end - start > 24) return undefined;
  const allocator = allocatorNamed.get(bytes.toString('latin1', start, end));
  if (!allocator) return undefined;
  let open = end;
  while (isSpaceByte(bytes[open])) open++;
  if (bytes[open] !== 40) return undefined;
  const spans = argumentSpans(bytes, open);
  const size = spans?.arguments[allocator.size];
  return spans && size && hasArithmetic(bytes, size) ? { at: start, allocator, spans } : undefined;
};
