import type { Bytes } from '../tree/c/bytes.ts';
import { callInFunction } from '../tree/c/callInFunction.ts';
import type { Definitions } from '../tree/c/definitions.ts';
import type { CParser } from '../tree/c/parser.ts';
import { type Candidate, candidates } from './candidates.ts';
import { type Judgement, judge } from './judge.ts';
import { whyNotKernelCode, whyNotOurs } from './kernelCode.ts';
import { oneLine } from './oneLine.ts';
import type { Helpers } from './readHelpers.ts';
import { type Allocation, type Refusal, refused } from './rule.ts';
import { allocatorArithmetic } from './rules/allocatorArithmetic.ts';
import type { Site } from './site.ts';
import { sizeShape } from './sizeShape.ts';

export interface SourceFile {
  readonly path: string;
  readonly bytes: Bytes;
}

/** What judging needs besides the file: made once for a tree. */
export interface Workshop {
  readonly parser: CParser;
  readonly helpers: Helpers;
  readonly definitionsOf: (path: string) => Definitions;
}

/** A site with what it was made from, for who goes on to edit it. */
export interface Judged {
  readonly site: Site;
  readonly allocation: Allocation;
  readonly judgement: Judgement;
}

/** Every allocation of a file whose size is computed in the argument, judged, in the order of the file. */
export const sitesIn = (file: SourceFile, workshop: Workshop): Judged[] => {
  const found = candidates(file.bytes);
  if (found.length === 0) return [];
  const elsewhere = belongsElsewhere(file);
  const lines = lineCounter(file.bytes);
  const definitions = workshop.definitionsOf(file.path);
  const surroundings = { file, workshop, definitions, elsewhere, lineAt: lines };
  return found.flatMap((candidate) => judgedAt(candidate, surroundings) ?? []);
};

interface Surroundings {
  readonly file: SourceFile;
  readonly workshop: Workshop;
  readonly definitions: Definitions;
  readonly elsewhere: readonly Refusal[];
  readonly lineAt: (offset: number) => number;
}

const judgedAt = ({ at, allocator, spans }: Candidate, around: Surroundings): Judged | undefined => {
  const { file, workshop, definitions, elsewhere, lineAt } = around;
  const { helpers } = workshop;
  const found = callInFunction(workshop.parser, file.bytes, at, spans.end);
  const size = found?.call.arguments[allocator.size];
  const shape = size && sizeShape(size);
  if (!found || !shape) return undefined;
  const scope = { names: found.names, definitions };
  const allocation = { path: file.path, allocator, found, size, shape, scope, helpers };
  const judgement = judge(allocation, elsewhere);
  const refusals = judgement.fix === 'ready' ? [] : judgement.refusals;
  const site: Site = {
    rule: allocatorArithmetic.name,
    shape: shape.shape,
    path: file.path,
    line: lineAt(at),
    column: columnAt(file.bytes, at),
    endLine: lineAt(spans.end - 1),
    function: found.functionName,
    callee: allocator.name,
    expression: oneLine(size.text),
    fix: judgement.fix,
    reasons: refusals.map((one) => one.reason),
    because: judgement.fix === 'ready' ? judgement.says : refusals.map((one) => one.says),
    replacement: replacementOf(judgement),
    errors: found.errors,
    at,
  };
  return { site, allocation, judgement };
};

const replacementOf = (judgement: Judgement): string | undefined =>
  judgement.fix === 'ready'
    ? `${judgement.name}(${judgement.arguments.map(oneLine).join(', ')})`
    : judgement.refusals.find((one) => one.proposal !== undefined)?.proposal;

const belongsElsewhere = ({ path, bytes }: SourceFile): Refusal[] => {
  const outside = whyNotKernelCode(path);
  if (outside !== undefined) return [refused('not-kernel-code', `${outside}.`)];
  const imported = whyNotOurs(path, bytes.toString('latin1', 0, Math.min(bytes.length, 1200)));
  return imported === undefined ? [] : [refused('not-made-here', `${imported}.`)];
};

/** Line numbers of rising offsets, each newline counted once. */
const lineCounter = (bytes: Bytes): ((offset: number) => number) => {
  let line = 1;
  let from = 0;
  return (offset) => {
    if (offset < from) {
      line = 1;
      from = 0;
    }
    for (let at = bytes.indexOf('\n', from); at !== -1 && at < offset; at = bytes.indexOf('\n', from)) {
      line++;
      from = at + 1;
    }
    return line;
  };
};

/** In UTF-16 units, as an editor counts that reads the file as UTF-8; a byte that is none counts as one. */
const columnAt = (bytes: Bytes, offset: number): number => {
  let start = offset;
  while (start > 0 && bytes[start - 1] !== 10) start--;
  const before = bytes.toString('latin1', start, offset);
  if (/^[\0-\x7f]*$/.test(before)) return before.length + 1;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return decoder.decode(Uint8Array.from(before, (letter) => letter.charCodeAt(0))).length + 1;
};
