import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What is said of a decision. Nothing in it names a person or repeats a text: it can never be taken out again. */
export interface Fact {
  readonly at: Date;
  /** The opaque id of whoever decided; `system` where nobody did. */
  readonly by: string;
  readonly kind: string;
  /** The opaque id of what it is about. */
  readonly about: string;
  readonly body: Readonly<Record<string, Json>>;
}

/** A fact in its place. */
export interface ChainedFact extends Fact {
  /** From 1, without a gap. */
  readonly seq: number;
  /** The hash of the fact before. */
  readonly previous: string;
  readonly hash: string;
}

export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** Before the first fact. */
export const emptyChain: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** One text for one value: names sorted by UTF-16 unit, no white space, as RFC 8785 says. */
export const canonicalJson = (value: Json): string => {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} has no JSON`);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value as Record<string, Json>).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`).join(',')}}`;
};

/** The part of a fact's hash that is its own. */
export const factText = ({ at, by, kind, about, body }: Fact): string =>
  canonicalJson({ at: at.toISOString(), by, kind, about, body });

/** The step of the chain: whoever changes a fact must change all that follow. */
export const chainHash = (previous: string, text: string): string => bytesToHex(sha256(utf8ToBytes(previous + text)));

export type ChainVerdict =
  | { readonly kind: 'holds'; readonly head: ChainHead }
  | { readonly kind: 'broken'; readonly seq: number; readonly because: 'gap' | 'previous' | 'hash' | 'end' };

/** One more fact looked at; what is broken stays so, at its first place. */
export const verifyNext = (before: ChainVerdict, fact: ChainedFact): ChainVerdict => {
  if (before.kind === 'broken') return before;
  const { head } = before;
  const seq = head.seq + 1;
  if (fact.seq !== seq) return { kind: 'broken', seq, because: 'gap' };
  if (fact.previous !== head.hash) return { kind: 'broken', seq, because: 'previous' };
  if (fact.hash !== chainHash(head.hash, factText(fact))) return { kind: 'broken', seq, because: 'hash' };
  return { kind: 'holds', head: { seq, hash: fact.hash } };
};

/** A chain without its last facts holds by itself; `said` is where it should end. */
export const verifyEnd = (before: ChainVerdict, said: ChainHead): ChainVerdict => {
  if (before.kind === 'broken') return before;
  if (before.head.seq === said.seq && before.head.hash === said.hash) return before;
  return { kind: 'broken', seq: Math.min(before.head.seq, said.seq) + 1, because: 'end' };
};

/** A part of a fact that can be looked up but not read: an id, a word of a list, a number, a time, a digest. */
const plain = /^[\w:.+-]{1,128}$/;

/** What in a fact is more than that: a name, a text, an address. */
export const readableParts = ({ by, kind, about, body }: Fact): readonly string[] =>
  textsOf([by, kind, about, body]).filter((text) => !plain.test(text));

const textsOf = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(textsOf);
  return Object.entries(value).flatMap(([name, one]) => [name, ...textsOf(one)]);
};
