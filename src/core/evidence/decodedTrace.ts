import type { EvidenceCheck } from './evidence.ts';
import { placesFor } from './personalTrace.ts';
import type { BankFrame, BankPlace, TraceBank } from './traceBank.ts';

/** What an answer says of one frame: the function, and the places in sources that it names for it. */
interface Said {
  readonly function: string;
  readonly places: readonly string[];
  readonly line: number;
}

interface Asked {
  readonly frame: BankFrame;
  readonly place: BankPlace;
  readonly ordinal: number;
}

/**
 * Holds a decoded trace against what this person's raw one means, frame by frame. Takes what `decode_stacktrace.sh`,
 * `faddr2line` and `addr2line -f` print, or a table of one's own: a function, and `file:line` behind or below it. The right
 * answer is never said.
 */
export const decodedTrace = (text: string, bank: TraceBank, nonce: string): readonly EvidenceCheck[] => {
  const places = placesFor(bank, nonce);
  const asked = bank.frames.flatMap((frame, at): Asked[] => {
    const place = places[at];
    return place && place.answers.length > 0 ? [{ frame, place, ordinal: at + 1 }] : [];
  });
  const said = readAnswer(text, new Set(bank.frames.map((frame) => plainName(frame.function))));
  const checks: EvidenceCheck[] = [];
  let from = 0;
  for (const one of asked) {
    const at = said.findIndex((answer, index) => index >= from && answer.function === plainName(one.frame.function));
    const answer = said[at];
    if (answer) from = at + 1;
    checks.push(ofFrame(one, answer));
  }
  return [...checks, ...personal(text, said, nonce)];
};

const ofFrame = ({ frame, place, ordinal }: Asked, answer: Said | undefined): EvidenceCheck => {
  const where = `${frame.function}+0x${place.offset.toString(16)}`;
  const check = `frame ${ordinal}, ${frame.function}`;
  const needed = true;
  if (!answer || answer.places.length === 0) {
    return {
      ...{ check, needed, verdict: 'unknown', seen: `No line of a source file stands at ${where}.` },
      settle: 'scripts/decode_stacktrace.sh VMLINUX TREE MODULES < trace.txt',
      ...(answer && { line: answer.line }),
    };
  }
  const { line } = answer;
  const isRight = place.answers.some((right) =>
    right.every((one) => answer.places.some((given) => sameAs(given, one))),
  );
  return isRight
    ? { check, needed, line, verdict: 'holds', seen: `${where} is ${answer.places.join(', ')}.` }
    : { check, needed, line, verdict: 'fails', seen: `${answer.places.join(', ')} is not where ${where} is.` };
};

const personal = (text: string, said: readonly Said[], nonce: string): readonly EvidenceCheck[] => {
  if (said.length === 0) return [];
  const has = text.includes(nonce);
  const seen = has ? 'The line with your own mark stands in it.' : 'The line with your own mark is not in it.';
  return [{ check: 'your own trace', needed: false, verdict: has ? 'holds' : 'unknown', seen }];
};

/** The same line of the same file: one may be written from the root of a tree, the other from that of a machine. */
const sameAs = (given: string, right: string): boolean => {
  const [one, other] = [given.replace(/^\.\//, ''), right.replace(/^\.\//, '')];
  return one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`);
};

/** What a compiler appends to the names of parts and copies that it made: debug information knows the function without. */
const plainName = (name: string): string => name.replace(/\.(?:constprop|isra|part|cold|llvm)\b.*$/, '');

const LONGEST_LINE = 2000;
const PLACE = /([\w./+-]{1,300}\.[a-zA-Z]{1,3}):(\d{1,7})/g;

/** A line of `addr2line -f` with nothing but a function, or of its -p with the place behind. */
const FUNCTION_LINE = /^(?:0x[\da-f]+: )?[A-Za-z_][\w.]{0,200}(?: at \S.*)?$/;

/**
 * `addr2line -f -i` says innermost first, so functions that are in no trace stand before the one that is: their places are
 * its own, and not of the frame before.
 */
const readAnswer = (text: string, functions: ReadonlySet<string>): readonly Said[] => {
  const all: { function: string; places: string[]; line: number }[] = [];
  let inner: string[] | undefined;
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const line = whole.slice(0, LONGEST_LINE);
    const name = line
      .match(/[A-Za-z_][\w.]*/g)
      ?.map(plainName)
      .find((word) => functions.has(word));
    const last = all.at(-1);
    const isWhole = last === undefined || last.places.length > 0;
    // faddr2line says the function once with its offset and once more with the place: both are one frame.
    const isSame = last?.function === name && !isWhole;
    const isInlined = /^\s*\(inlined by\)/.test(line);
    if (name !== undefined && !isSame && (!isInlined || inner)) {
      all.push({ function: name, places: inner ?? [], line: index + 1 });
      inner = undefined;
    } else if (name === undefined && isWhole && !isInlined && FUNCTION_LINE.test(line)) inner ??= [];
    const places = Array.from(line.matchAll(PLACE), ([, file, number]) => `${file}:${number}`);
    (inner ?? all.at(-1)?.places)?.push(...places);
  }
  return all;
};
