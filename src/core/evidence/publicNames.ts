import type { Piece } from './evidence.ts';
import type { PublicName } from './evidenceFacts.ts';

/** Each costs a look into an archive. */
const MOST = 5;
/** Somebody who names what they published writes a line or two. */
const MOST_BYTES = 64 * 1024;

/** What the pieces name of what stands where everybody can read it: the plainest first. */
export const publicNames = (pieces: readonly Piece[]): readonly PublicName[] => {
  const texts = pieces
    .filter(({ bytes }) => bytes.length <= MOST_BYTES)
    .map(({ bytes }) => new TextDecoder().decode(bytes));
  const found = (pattern: RegExp): string[] =>
    texts.flatMap((text) => Array.from(text.matchAll(pattern), ([, said = '']) => unescaped(said)));
  const messages = new Set([
    ...found(/^Message-I[dD]:\s*<?([^<>\s]{1,244}@[^<>\s]{1,244})>?/gm),
    ...found(/https?:\/\/[^\s/]+\/(?:[\w.-]+\/)?([^\s/<>"]{1,244}@[^\s/<>"]{1,243}[^\s/<>".,;)])/g),
    ...found(/<([^<>\s]{1,244}@[^<>\s]{1,244})>/g),
  ]);
  const commits = new Set(found(/(?<![\w@-]|\w\.)([\da-f]{12,40})(?![\w@-]|\.\w)/g));
  return [
    ...[...messages].slice(0, MOST).map((said): PublicName => ({ what: 'message', said })),
    ...[...commits].slice(0, MOST).map((said): PublicName => ({ what: 'commit', said })),
  ];
};

const unescaped = (said: string): string => {
  try {
    return decodeURIComponent(said);
  } catch {
    return said; // a percent sign that stands for itself
  }
};
