import { needlesOf } from './perl/needlesOf.ts';
import type { PerlNode } from './perl/perlNode.ts';
import { NotTranslated, PerlReader } from './perl/perlReader.ts';
import { readPattern } from './perl/readPattern.ts';
import { writeScript } from './perl/writeScript.ts';

export interface PerlOptions {
  /** Perl's /x: blanks and comments in the pattern do not count. */
  readonly extended: boolean;
  /**
   * Whether perl's strings are decoded text, or the pattern alone is, which then has Unicode's rules; else both are
   * bytes, each a character of 0 to 255, of which only ASCII has letters.
   */
  readonly unicode: boolean;
}

/** A regular expression of perl's, to be held against texts; or why that cannot be done here. */
export type PerlPattern =
  | { readonly kind: 'pattern'; readonly matches: (text: string) => boolean; readonly source: string }
  | { readonly kind: 'unsupported'; readonly because: string };

/**
 * What `$text =~ m/$source/` says in perl 5.34 and newer, with `x` where `extended`: the pattern comes from a variable,
 * so that `$` and `@` in it stand for themselves. It answers as perl does, or is unsupported. Two limits: perl and
 * JavaScript may know different versions of Unicode; and where alternatives in any case meet a sign that folds to
 * several letters (ß, ﬁ), perl 5.36 itself keeps to no rule, and this keeps to Unicode's. JavaScript may take far longer
 * where repeats are nested, (a+)+. `source` is what it runs, with the flag v.
 */
export const perlPattern = (source: string, { extended, unicode }: PerlOptions): PerlPattern => {
  if (source === '') return unsupported('perl takes an empty pattern for the last that matched');
  if (source.length > longest) return unsupported(`it has more than ${longest} characters`);
  if (!unicode && /[^\0-\xff]/.test(source)) return unsupported('it is no bytes: a character is above 255');
  if (plain.test(source)) return plainPattern(source);
  try {
    const reader = new PerlReader(source, extended, unicode ? 'unicode' : 'bytes');
    const node = readPattern(reader);
    const script = madeOnce(() => writeScript(node, 'any'));
    if (reader.anyCase) script(); // which may find too many readings
    return {
      kind: 'pattern',
      matches: matcher(node, script),
      get source() {
        return script();
      },
    };
  } catch (error) {
    if (error instanceof NotTranslated) return unsupported(error.message);
    throw error;
  }
};

// Most are, and a tree has thousands: what means itself, wherever it stands.
const plain = /^\^?(?:[\w/,:;=~@%&'"<>!-]|\\[./+])*$/;

const plainPattern = (source: string): PerlPattern => {
  const begins = source.startsWith('^');
  const literal = source.slice(begins ? 1 : 0).replaceAll('\\', '');
  const matches: Matches = begins ? (text) => text.startsWith(literal) : (text) => text.includes(literal);
  return { kind: 'pattern', matches, source };
};

const unsupported = (because: string): PerlPattern => ({ kind: 'unsupported', because });

/** Far more than anybody writes. */
const longest = 10_000;

type Matches = (text: string) => boolean;

const literalMatches = (node: PerlNode): Matches | undefined => {
  const parts = node.kind === 'sequence' ? node.parts : [node];
  const begins = parts[0]?.kind === 'assertion' && parts[0].name === 'begin';
  const chars = begins ? parts.slice(1) : parts;
  if (!chars.every((part) => part.kind === 'char' && part.fold === 'none')) return undefined;
  const [literal = ''] = needlesOf(node);
  return begins ? (text) => text.startsWith(literal) : (text) => text.includes(literal);
};

const matcher = (node: PerlNode, script: () => string): Matches =>
  literalMatches(node) ?? needled(needlesOf(node), scripted(node, script));

// Nearly no text has the needle, and to look for it is several times as fast as the script.
const needled = (needles: readonly string[], script: Matches): Matches => {
  const [only, ...others] = needles;
  if (only === undefined) return script;
  if (others.length === 0) return (text) => text.includes(only) && script(text);
  return (text) => needles.some((needle) => text.includes(needle)) && script(text);
};

const scripted = (node: PerlNode, script: () => string): Matches => {
  const any = madeOnce(() => new RegExp(script(), 'v'));
  const ascii = madeOnce(() => new RegExp(writeScript(node, 'ascii'), 'v'));
  return (text) => (beyondAscii.test(text) ? any() : ascii()).test(text);
};

const beyondAscii = /[^\0-\x7f]/;

// When a text first asks for it: most patterns of a tree never see one that has their needle.
const madeOnce = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
