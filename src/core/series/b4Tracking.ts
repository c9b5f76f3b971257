import type { Person } from '../patch/patchMail.ts';
import { peopleIn } from '../patch/peopleIn.ts';
import { subjectLine } from '../patch/subjectLine.ts';

/** What `b4 prep` keeps about a series: in the message of its cover commit, or in the branch's configuration. */
export interface B4Tracking {
  /** The same in every version of the series. */
  readonly changeId: string;
  /** Of the version being worked on. */
  readonly revision: number;
  /** Stand behind `PATCH` in the subject's brackets: `RFC`, `net-next`. */
  readonly prefixes: readonly string[];
  /** Kept where the cover is no commit at the start. */
  readonly baseBranch?: string;
  /** By version, the Message-IDs under which former versions went out, without `<` and `>`. */
  readonly sentAs: ReadonlyMap<number, readonly string[]>;
}

/** The tracking cannot be read; why, in one sentence. */
export interface BrokenTracking {
  readonly broken: string;
}

/** The line in a cover commit's message under which the tracking stands. */
export const B4_MARKER = '--- b4-submit-tracking ---';

/** A cover commit's message: the letter, and the tracking below. None where the message has no such part. */
export const readCoverCommit = (
  message: string,
): { readonly letter: string; readonly tracking: B4Tracking | BrokenTracking } | undefined => {
  const lines = message.split('\n');
  const at = lines.indexOf(B4_MARKER);
  if (at < 0) return undefined;
  const letter = lines.slice(0, at).join('\n').trim();
  if (lines.lastIndexOf(B4_MARKER) !== at) return { letter, tracking: { broken: 'The tracking part is there twice.' } };
  const below = lines.slice(at + 1).join('\n');
  const start = below.indexOf('{');
  if (start < 0) return { letter, tracking: { broken: 'The tracking part holds no data.' } };
  return { letter, tracking: readB4Tracking(below.slice(start)) };
};

/** The tracking itself, which is JSON. */
export const readB4Tracking = (json: string): B4Tracking | BrokenTracking => {
  const series = fieldOf(parsed(json), 'series');
  if (series === undefined) return { broken: 'The tracking data is no JSON with a series in it.' };
  const changeId = fieldOf(series, 'change-id');
  if (typeof changeId !== 'string' || changeId === '') return { broken: 'The tracking data names no change-id.' };
  const revision = fieldOf(series, 'revision');
  if (typeof revision !== 'number' || !Number.isSafeInteger(revision) || revision < 1) {
    return { broken: 'The revision in the tracking data is no whole number above 0.' };
  }
  const baseBranch = fieldOf(series, 'base-branch');
  return {
    changeId,
    revision,
    prefixes: textsIn(fieldOf(series, 'prefixes')),
    ...(typeof baseBranch === 'string' && baseBranch !== '' && { baseBranch }),
    sentAs: sentIn(fieldOf(series, 'history')),
  };
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : [];

const sentIn = (history: unknown): ReadonlyMap<number, readonly string[]> => {
  const sent = new Map<number, readonly string[]>();
  if (typeof history !== 'object' || history === null) return sent;
  for (const [name, ids] of Object.entries(history)) {
    const version = /^v([1-9]\d{0,8})$/.exec(name)?.[1];
    if (version !== undefined) sent.set(Number(version), textsIn(ids));
  }
  return sent;
};

/** A cover letter as `b4 prep --edit-cover` shows it, taken apart. Lines that begin with `#` are in none of it. */
export interface B4Letter {
  /** Empty where the first line is not followed by an empty one: b4 finds no subject then. */
  readonly subject: string;
  /** What the subject has in brackets before it, less PATCH, version and numbers; b4 adds it to the prefixes. */
  readonly marks: readonly string[];
  /** Up to `---`, without the subject and without To: and Cc: lines. */
  readonly text: string;
  /** From the To: and Cc: lines in the last paragraph. */
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  /** The part below a `---` that tells the changes between versions. */
  readonly changelog?: string;
  /** Any other part below a `---`. */
  readonly notes: readonly string[];
  /** Where b4's EDITME still stands, so that a person has not written it yet. */
  readonly unwritten: readonly ('subject' | 'text' | 'changelog')[];
}

/** Reads the letter as `b4 send` does. */
export const readB4Letter = (letter: string): B4Letter => {
  const lines = letter.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const [head = '', ...rest] = withoutComments(lines);
  const hasSubject = rest.length > 0 && rest[0]?.trim() === '';
  const [above = [], ...below] = sections(hasSubject ? rest : [head, ...rest]);
  const { text, to, cc } = withoutRecipients(above);
  const changes = below.filter((section) => section.some((line) => CHANGES.test(line))).map(joined);
  const subject = subjectLine(hasSubject ? head : '', 1);
  const changelog = changes.length === 0 ? undefined : changes.join('\n\n');
  return {
    subject: subject.summary,
    marks: [...(subject.isRfc ? ['RFC'] : []), ...(subject.isResend ? ['RESEND'] : []), ...subject.trees],
    text,
    to,
    cc,
    ...(changelog !== undefined && { changelog }),
    notes: below
      .filter((section) => !section.some((line) => CHANGES.test(line)))
      .map(joined)
      .filter((note) => note !== ''),
    unwritten: [
      ...(subject.text.includes(EDITME) ? ['subject' as const] : []),
      ...(text.includes(EDITME) ? ['text' as const] : []),
      ...(changelog?.includes(EDITME) ? ['changelog' as const] : []),
    ],
  };
};

const EDITME = 'EDITME';
const CHANGES = /^changes in v\d/i;

const joined = (lines: readonly string[]): string => lines.join('\n').trim();

/** What is left begins with a line that says something, and has no two empty lines in a row. */
const withoutComments = (lines: readonly string[]): readonly string[] => {
  const kept: string[] = [];
  for (const line of lines) {
    const text = line.startsWith('#') ? '' : line;
    if (text.trim() === '' && (kept.at(-1) ?? '').trim() === '') continue;
    kept.push(text);
  }
  return kept;
};

const sections = (lines: readonly string[]): readonly (readonly string[])[] => {
  const all: string[][] = [[]];
  for (const line of lines) {
    if (line === '---') all.push([]);
    else all.at(-1)?.push(line);
  }
  return all;
};

const withoutRecipients = (lines: readonly string[]): Pick<B4Letter, 'text' | 'to' | 'cc'> => {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const from = lines.findLastIndex((line, at) => at < last && line.trim() === '') + 1;
  const kept = lines.slice(0, from);
  const named: { to: Person[]; cc: Person[] } = { to: [], cc: [] };
  for (const line of lines.slice(from, last + 1)) {
    const [, kind, value] = /^\s*(to|cc):\s+(\S.*)$/i.exec(line) ?? [];
    if (kind === undefined || value === undefined) kept.push(line);
    else named[kind.toLowerCase() === 'to' ? 'to' : 'cc'].push(...peopleIn(value));
  }
  return { text: joined(kept), ...named };
};
