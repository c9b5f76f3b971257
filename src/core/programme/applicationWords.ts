import type { EligibilityQuestion } from './termDates.ts';

/** What an applicant writes. Each field has a purpose, said beside it, with who reads it. */
export interface ApplicationWords {
  readonly words: string;
  readonly availability: string;
  readonly codeIdentity: string;
  readonly disclosure: string;
  readonly eligibility: Readonly<Record<string, boolean>>;
}

export const applicationLimits = { words: 8000, availability: 500, codeIdentity: 300, disclosure: 2000 } as const;

export interface WordsProblem {
  readonly field: keyof ApplicationWords;
  readonly what: string;
}

/** What is missing or too long, in the order of the form. */
export const wordsProblems = (
  given: ApplicationWords,
  questions: readonly EligibilityQuestion[],
): readonly WordsProblem[] => [
  ...questions
    .filter(({ id }) => given.eligibility[id] === undefined)
    .map(({ question }) => problem('eligibility', `Not answered yet: ${question}`)),
  ...required('words', given.words, 'Say in your own words why you want to take part.'),
  ...required('availability', given.availability, 'Say when you have time, and how much.'),
  ...required('disclosure', given.disclosure, 'Say which tools wrote with you; “none” is an answer.'),
  ...(['words', 'availability', 'codeIdentity', 'disclosure'] as const).flatMap((field) =>
    given[field].length > applicationLimits[field]
      ? [
          problem(
            field,
            `${given[field].length} characters are more than the ${applicationLimits[field]} that are kept.`,
          ),
        ]
      : [],
  ),
];

/** Questions answered otherwise than one must to take part. */
export const notEligible = (
  eligibility: ApplicationWords['eligibility'],
  questions: readonly EligibilityQuestion[],
): readonly EligibilityQuestion[] =>
  questions.filter(({ id, wanted }) => eligibility[id] !== undefined && eligibility[id] !== wanted);

const problem = (field: WordsProblem['field'], what: string): WordsProblem => ({ field, what });

const required = (field: WordsProblem['field'], text: string, what: string): WordsProblem[] =>
  text.trim() === '' ? [problem(field, what)] : [];
