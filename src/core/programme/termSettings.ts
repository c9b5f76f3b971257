import { isZone } from './instantWords.ts';
import { datesFault, type EligibilityQuestion, type TermDates } from './termDates.ts';

/** What an organiser sets of a term. */
export interface TermSettings extends TermDates {
  readonly name: string;
  readonly zone: string;
  readonly cap: number;
  readonly places: number;
  readonly eligibility: readonly EligibilityQuestion[];
}

export const settingLimits = { name: 80, cap: 20, places: 5000, questions: 12, question: 300, purpose: 300 } as const;

/** Something that has to be mended, and the field of the form that it stands in. */
export interface SettingFault {
  readonly at: string;
  readonly says: string;
}

/** All that is wrong with the settings of a term, in the order of the form. */
export const settingFaults = (settings: TermSettings): readonly SettingFault[] => {
  const { name, zone, cap, places, eligibility } = settings;
  const dates = datesFault(settings);
  const { name: longest, cap: mostOpen, places: mostPlaces } = settingLimits;
  return [
    ...unless(name.trim() !== '', 'name', 'The term has no name.'),
    ...unless(name.length <= longest, 'name', `The name is longer than ${longest} characters.`),
    ...unless(isZone(zone), 'zone', `${zone === '' ? 'Nothing' : zone} is no zone: write it as Europe/Berlin.`),
    ...(dates === undefined ? [] : [dates]),
    ...unless(isWithin(places, mostPlaces), 'places', `Places: a number from 1 to ${mostPlaces}.`),
    ...unless(isWithin(cap, mostOpen), 'cap', `Applications that one may have open: a number from 1 to ${mostOpen}.`),
    ...questionFaults(eligibility),
  ];
};

export const settingsProblems = (settings: TermSettings): readonly string[] =>
  settingFaults(settings).map(({ says }) => says);

const unless = (isRight: boolean, at: string, says: string): SettingFault[] => (isRight ? [] : [{ at, says }]);

const isWithin = (value: number, most: number): boolean => Number.isSafeInteger(value) && value >= 1 && value <= most;

function questionFaults(questions: readonly EligibilityQuestion[]): SettingFault[] {
  const { questions: most, question: longest, purpose: longestPurpose } = settingLimits;
  const fits = (text: string, limit: number): boolean => text.trim() !== '' && text.length <= limit;
  return [
    ...unless(questions.length <= most, 'question-0', `There are more than ${most} questions.`),
    ...questions.flatMap(({ question, purpose }, at) => [
      ...unless(fits(question, longest), `question-${at}`, `Question ${at + 1} is empty, or too long.`),
      ...unless(
        fits(purpose, longestPurpose),
        `purpose-${at}`,
        `Question ${at + 1} does not say what its answer is for.`,
      ),
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
