import type { Severity } from './rule.ts';

/** The part of a problem that the coach looks at. */
export interface Question {
  /** The rule's name. */
  readonly rule: string;
  readonly severity: Severity;
  readonly turnedOff?: string;
}

const MOST = 3;

// The weightiest first. Of one row only the first is asked: its questions would have the same answer.
const ROWS: readonly (readonly string[])[] = [
  [
    'tool-is-only-reason',
    'body-repeats-summary',
    'body-restates-diff',
    'gain-not-named',
    'body-thin-for-size',
    'fix-without-symptom',
  ],
  ['changes-not-named', 'several-changes-told'],
  ['stable-without-bug'],
  ['claimed-unchanged'],
  ['gain-without-numbers'],
  ['tool-finding-half-told'],
  ['refers-elsewhere'],
  ['not-run'],
  ['problem-comes-late'],
  ['tool-finding-unreviewed'],
  ['change-called-simple'],
  ['patch-speaks-of-itself', 'author-speaks'],
];

/**
 * Of what the rules of the group `why` found in one patch, what is worth asking: errors and warnings all, of the notes
 * the three weightiest, each from another side. An empty message is one question, not five.
 */
export const coach = <Found extends Question>(found: readonly Found[]): readonly Found[] => {
  const must = found.filter(isKept);
  if (must.some(({ rule, turnedOff }) => rule === 'body-empty' && turnedOff === undefined)) return must;
  const notes = found.filter((one) => !isKept(one));
  const asked = new Set<Found>();
  for (const row of ROWS) {
    const question = row.flatMap((rule) => notes.find((one) => one.rule === rule) ?? [])[0];
    if (question && asked.size < MOST) asked.add(question);
  }
  // A question that the rows do not know comes last.
  const listed = new Set(ROWS.flat());
  for (const note of notes) if (!listed.has(note.rule) && asked.size < MOST) asked.add(note);
  return found.filter((one) => isKept(one) || asked.has(one));
};

const isKept = ({ severity, turnedOff }: Question): boolean => severity !== 'note' || turnedOff !== undefined;
