import type { Edit } from '../patch/editText.ts';
import { argumentSpans, type Span } from '../tree/c/argumentSpans.ts';
import type { Bytes } from '../tree/c/bytes.ts';
import { callInFunction } from '../tree/c/callInFunction.ts';
import { addInclude } from './addInclude.ts';
import { layoutCall, width } from './layoutCall.ts';
import { oneLine } from './oneLine.ts';
import type { Allocation, Rewrite } from './rule.ts';
import type { Workshop } from './sitesIn.ts';

/** Declares array_size(), struct_size() and their kin; include/linux/slab.h includes it, others do not. */
const OVERFLOW = 'overflow.h';

/** The edits of a ready site: the call, the memcpy() beside it, and an include where it is needed. Offsets are bytes. */
export const editsFor = (allocation: Allocation, rewrite: Rewrite, bytes: Bytes, workshop: Workshop): Edit[] => {
  const text = bytes.toString('latin1', 0, bytes.length);
  const { call, comments, statement } = allocation.found;
  const args = rewrite.arguments.map((arg) => plain(arg));
  const edits = [
    ...commentsAbove(text, statement.start, comments),
    ...callEdits(text, call, rewrite.name, args),
    ...copyBeside(allocation, rewrite, bytes, workshop),
  ];
  const usesOverflow = /\b(?:array_size|struct_size|struct_size_t|flex_array_size)\(/.test(args.join(' '));
  const needsInclude = usesOverflow && !allocation.scope.definitions.includes(`include/linux/${OVERFLOW}`);
  const include = needsInclude ? addInclude(text, OVERFLOW) : undefined;
  return include ? [include, ...edits] : edits;
};

/** An argument on one line, without comments; strings stay as they are. */
const plain = (arg: string): string =>
  arg
    .replace(/("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\/\*.*?\*\/|\/\/[^\n]*/gs, (_all, quoted?: string) => quoted ?? ' ')
    .replace(/\\\r?\n/g, ' ')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(/^sizeof\s+(?=\()/, 'sizeof')
    .replace(/^sizeof\s+(\*?\w+)$/, 'sizeof($1)');

const callEdits = (text: string, call: Span, name: string, args: readonly string[]): Edit[] => {
  const before = text.slice(text.lastIndexOf('\n', call.start - 1) + 1, call.start);
  const lineEnd = endOfLine(text, call.end);
  const lines = (before + text.slice(call.start, lineEnd)).split('\n');
  const after = text.slice(call.end, lineEnd).replace(/\s*\/[/*].*$/, '');
  const { text: laid, shift } = layoutCall(name, args, { before, after, widest: Math.max(...lines.map(width)) });
  const start = shift === '' ? call.start : call.start - (/\s*$/.exec(before)?.[0].length ?? 0);
  return [{ start, end: call.end, text: (shift + laid).replaceAll('\n', newlineOf(text)) }];
};

const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
};

/** Comments from between the arguments, each on a line above the statement, in their order. */
const commentsAbove = (text: string, statement: number, comments: readonly Span[]): Edit[] => {
  if (comments.length === 0) return [];
  const line = text.lastIndexOf('\n', statement - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? '';
  const lines = comments.map(({ start, end }) => {
    const words = text
      .slice(start, end)
      .split('\n')
      .map((one) => one.trim());
    return words.map((one, index) => `${indent}${index > 0 && one.startsWith('*') ? ' ' : ''}${one}\n`).join('');
  });
  return [{ start: line, end: line, text: lines.join('').replaceAll('\n', newlineOf(text)) }];
};

/** `memcpy(p->items, from, n * sizeof(*p->items))` behind the allocation: its size becomes flex_array_size(). */
const copyBeside = ({ found, helpers }: Allocation, rewrite: Rewrite, bytes: Bytes, { parser }: Workshop): Edit[] => {
  const { flexible } = rewrite;
  if (!flexible?.bytes.includes('*') || !helpers.has('flex_array_size')) return [];
  const { offset, text } = found.around;
  const behind = text.slice(found.call.end - offset);
  return [...behind.matchAll(/\bmemcpy(?=\s*\()/g)].flatMap((match) => {
    const at = found.call.end + match.index;
    const spans = argumentSpans(
      bytes,
      at + match[0].length + (/^\s*/.exec(behind.slice(match.index + 6))?.[0].length ?? 0),
    );
    const copy = spans && callInFunction(parser, bytes, at, spans.end);
    const [to, from, size] = copy?.call.arguments ?? [];
    if (!copy || !to || !from || !size || copy.comments.length > 0) return [];
    const isOurs = to.text === `${flexible.pointer}->${flexible.member}` && oneLine(size.text) === flexible.bytes;
    if (!isOurs) return [];
    const helper = `flex_array_size(${flexible.pointer}, ${flexible.member}, ${flexible.count})`;
    return callEdits(bytes.toString('latin1', 0, bytes.length), copy.call, 'memcpy', [
      to.text,
      plain(from.text),
      helper,
    ]);
  });
};
