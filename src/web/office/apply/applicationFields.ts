import type { ApplicationWords } from '../../../core/programme/applicationWords.ts';

/** A text that an applicant writes, with its purpose and its readers beside it. */
export interface Field {
  readonly name: Exclude<keyof ApplicationWords, 'eligibility'>;
  readonly asks: string;
  readonly purpose: string;
  readonly readers: string;
  /** Lines of its box. */
  readonly rows: number;
}

export const applicationFields: readonly Field[] = [
  {
    ...{ name: 'words', asks: 'Why do you want to take part?', rows: 8 },
    purpose: 'What you want to learn, and what you have tried already. It is read for what it says, not for how well.',
    readers: 'your reviewers and the lead mentors',
  },
  {
    ...{ name: 'availability', asks: 'When do you have time?', rows: 2 },
    purpose: 'Hours a week, and weeks in which you have none: so that nobody expects an answer then.',
    readers: 'your reviewers, later your mentors',
  },
  {
    ...{ name: 'codeIdentity', asks: 'Where can code of yours be seen? (it need not be)', rows: 1 },
    purpose: 'An address or a name on a forge. Nothing there is no reason against you.',
    readers: 'your reviewers and the lead mentors',
  },
  {
    ...{ name: 'disclosure', asks: 'Which tools wrote with you?', rows: 2 },
    purpose: 'Say what a tool wrote here and in your tasks; “none” is an answer. It is kept with what you send.',
    readers: 'your reviewers and mentors',
  },
];
