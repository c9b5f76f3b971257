import type { Fact } from './fact.ts';
import { factShape, isKnownKind, isRecord } from './factShape.ts';

export interface ReadFacts {
  readonly facts: readonly Fact[];
  readonly unknown: readonly UnknownFact[];
  readonly problems: readonly JournalProblem[];
}

/** A line that a newer version wrote: kept and shown, never dropped. */
export interface UnknownFact {
  readonly line: number;
  readonly kind: string;
  readonly text: string;
}

/** A line that says nothing we can read. It stays in the file; nobody but its owner may take it out. */
export interface JournalProblem {
  readonly line: number;
  readonly what: string;
}

/** The journal's text as facts. Never throws: a line that cannot be read costs that line only, and is reported. */
export const parseFacts = (text: string): ReadFacts => {
  const facts: Fact[] = [];
  const unknown: UnknownFact[] = [];
  const problems: JournalProblem[] = [];
  const lines = text.split('\n');
  lines.forEach((raw, at) => {
    const line = at + 1;
    const trimmed = raw.trim();
    // Two programs that end the same torn line leave an empty one.
    if (trimmed === '') return;
    const read = parseLine(trimmed);
    // What lacks nothing but its newline is whole: the next append ends it, and it would be a fact from then on.
    const torn = line === lines.length && read.kind === 'problem';
    if (read.kind === 'fact') facts.push(read.fact);
    else if (read.kind === 'unknown') unknown.push({ line, kind: read.name, text: trimmed });
    else problems.push({ line, what: torn ? 'the last line is unfinished; it was never acknowledged' : read.what });
  });
  return { facts, unknown, problems };
};

type ReadLine =
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'problem'; readonly what: string };

const parseLine = (line: string): ReadLine => {
  const value = parseJson(line);
  if (!isRecord(value) || typeof value['kind'] !== 'string') return { kind: 'problem', what: 'this is not a fact' };
  const { kind: name, v: version } = value;
  if (!Number.isSafeInteger(version)) return { kind: 'problem', what: `${name}: v is not a number` };
  if (version !== 1 || !isKnownKind(name)) return { kind: 'unknown', name };
  const wrong = factShape(name, value);
  if (wrong) return { kind: 'problem', what: `${name}: ${wrong}` };
  // The one cast: factShape() has looked at every field.
  return { kind: 'fact', fact: value as unknown as Fact };
};

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
