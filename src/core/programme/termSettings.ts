import { isZone } from './instantWords.ts';
import { datesProblem, type EligibilityQuestion, type TermDates } from './termDates.ts';

/** What an organiser sets of a term. */
export interface TermSettings extends TermDates {
  readonly name: string;
  readonly zone: string;
  readonly cap: number;
  readonly places: number;
  readonly eligibility: readonly EligibilityQuestion[];
}

export const settingLimits = { name: 80, cap: 20, places: 5000, questions: 12, question: 300, purpose: 300 } as const;

/** All that is wrong with the settings of a term, in the order of the form. */
export const settingsProblems = (settings: TermSettings): readonly string[] => {
  const { name, zone, cap, places, eligibility } = settings;
  const dates = datesProblem(settings);
  return [
    ...(name.trim() === '' ? ['The term has no name.'] : []),
    ...(name.length > settingLimits.name ? [`The name is longer than ${settingLimits.name} characters.`] : []),
    ...(isZone(zone) ? [] : [`${zone === '' ? 'Nothing' : zone} is no zone: write it as Europe/Berlin.`]),
    ...(dates === undefined ? [] : [dates]),
    ...(isWithin(cap, settingLimits.cap)
      ? []
      : [`Applications that one may have open: a number from 1 to ${settingLimits.cap}.`]),
    ...(isWithin(places, settingLimits.places) ? [] : [`Places: a number from 1 to ${settingLimits.places}.`]),
    ...questionProblems(eligibility),
  ];
};

const isWithin = (value: number, most: number): boolean => Number.isSafeInteger(value) && value >= 1 && value <= most;

function questionProblems(questions: readonly EligibilityQuestion[]): string[] {
  const { questions: most, question: longest, purpose: longestPurpose } = settingLimits;
  return [
    ...(questions.length > most ? [`There are more than ${most} questions.`] : []),
    ...questions.flatMap(({ question, purpose }, at) => [
      ...(question.trim() === '' || question.length > longest ? [`Question ${at + 1} is empty, or too long.`] : []),
      ...(purpose.trim() === '' || purpose.length > longestPurpose
        ? [`Question ${at + 1} does not say what its answer is for.`]
        : []),
    ]),
  ];
}

/** What differs between two settings, as the log and the mail about it name it: dates with both instants. */
export type SettingChange =
  | { readonly what: keyof TermDates; readonly from: string; readonly to: string }
  | { readonly what: 'name' | 'zone' | 'cap' | 'places' | 'eligibility' };

const dateKeys = ['opensAt', 'closesAt', 'tasksUntil', 'startsAt', 'endsAt'] as const;

export const settingChanges = (before: TermSettings, after: TermSettings): readonly SettingChange[] => [
  ...dateKeys.flatMap((what) =>
    before[what].getTime() === after[what].getTime()
      ? []
      : [{ what, from: before[what].toISOString(), to: after[what].toISOString() }],
  ),
  ...(['name', 'zone', 'cap', 'places'] as const).flatMap((what) => (before[what] === after[what] ? [] : [{ what }])),
  ...(sameQuestions(before.eligibility, after.eligibility) ? [] : [{ what: 'eligibility' as const }]),
];

const sameQuestions = (one: readonly EligibilityQuestion[], other: readonly EligibilityQuestion[]): boolean =>
  one.length === other.length
  && one.every((question, at) =>
    (['id', 'question', 'wanted', 'purpose'] as const).every((key) => question[key] === other[at]?.[key]),
  );

/** The names of the dates, as pages and mails say them. */
export const dateNames: Readonly<Record<keyof TermDates, string>> = {
  opensAt: 'applications open',
  closesAt: 'applications close',
  tasksUntil: 'tasks end, for all who have started',
  startsAt: 'it starts',
  endsAt: 'it ends',
};
