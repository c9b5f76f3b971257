import type { EligibilityQuestion, TermDates } from '../../../core/programme/termDates.ts';
import {
  dateNames,
  type SettingFault,
  settingFaults,
  settingLimits,
  type TermSettings,
} from '../../../core/programme/termSettings.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { readWallTime, wallTime } from '../../../office/term/wallTime.ts';
import { formText } from '../../parts/formText.ts';

export type DateKey = keyof TermDates;
export const dateKeys: readonly DateKey[] = ['opensAt', 'closesAt', 'tasksUntil', 'startsAt', 'endsAt'];

/** What stands in the form, as it was typed. */
export interface TypedSettings {
  readonly name: string;
  readonly zone: string;
  readonly cap: string;
  readonly places: string;
  readonly revision: string;
  readonly dates: Readonly<Record<DateKey, string>>;
  /** Which of two, for a time that comes twice. */
  readonly which: Readonly<Partial<Record<DateKey, 'first' | 'second'>>>;
  readonly questions: readonly EligibilityQuestion[];
}

export interface ReadSettings {
  readonly settings: TermSettings | undefined;
  /** In the order of the form. */
  readonly faults: readonly SettingFault[];
  /** Dates that come twice, with both instants: asked for in the form. */
  readonly twice: ReadonlyMap<DateKey, { readonly first: Date; readonly second: Date }>;
}

export const settingsOf = (term: Term): TypedSettings => ({
  ...{ name: term.name, zone: term.zone, cap: String(term.cap), places: String(term.places), which: {} },
  revision: String(term.revision),
  dates: datesFrom((key) => wallTime(term[key], term.zone)),
  questions: term.eligibility,
});

export const typedIn = (form: Readonly<Record<string, unknown>>): TypedSettings => ({
  ...{ name: formText(form, 'name'), zone: formText(form, 'zone').trim(), cap: formText(form, 'cap') },
  ...{ places: formText(form, 'places'), revision: formText(form, 'revision') },
  dates: datesFrom((key) => formText(form, key)),
  which: Object.fromEntries(
    dateKeys.flatMap((key) => {
      const value = formText(form, `which-${key}`);
      return value === 'first' || value === 'second' ? [[key, value]] : [];
    }),
  ),
  questions: Array.from({ length: settingLimits.questions }, (_, at) => at).flatMap((at) => {
    const question = formText(form, `question-${at}`).trim();
    if (question === '') return [];
    const id = formText(form, `id-${at}`);
    return [
      {
        // An answer is kept under its question's id: an id that was changed would orphan it.
        id: /^[a-z0-9-]{1,40}$/.test(id) ? id : `question-${at + 1}`,
        ...{ question, wanted: form[`wanted-${at}`] !== 'no', purpose: formText(form, `purpose-${at}`).trim() },
      },
    ];
  }),
});

const datesFrom = (of: (key: DateKey) => string): Record<DateKey, string> => ({
  ...{ opensAt: of('opensAt'), closesAt: of('closesAt'), tasksUntil: of('tasksUntil') },
  ...{ startsAt: of('startsAt'), endsAt: of('endsAt') },
});

/** From what was typed to settings. A date that was not touched keeps its instant, also where its wall time comes twice. */
export const readSettings = (
  typed: TypedSettings,
  before: (TermDates & { readonly zone: string }) | undefined,
): ReadSettings => {
  const unread: SettingFault[] = [];
  const twice = new Map<DateKey, { first: Date; second: Date }>();
  const read = (key: DateKey): Date => {
    const text = typed.dates[key];
    const isSame = before?.zone === typed.zone && typed.which[key] === undefined;
    if (before && isSame && text === wallTime(before[key], before.zone)) return before[key];
    const wall = readWallTime(text, typed.zone);
    if (wall.kind === 'instant') return wall.at;
    if (wall.kind === 'twice') {
      twice.set(key, wall);
      const which = typed.which[key];
      if (which !== undefined) return wall[which];
    }
    unread.push({ at: key, says: problemOf(key, wall.kind, typed, wall.kind === 'skipped' ? wall : undefined) });
    return new Date(Number.NaN);
  };
  const dates = {
    ...{ opensAt: read('opensAt'), closesAt: read('closesAt'), tasksUntil: read('tasksUntil') },
    ...{ startsAt: read('startsAt'), endsAt: read('endsAt') },
  };
  const settings = {
    ...{ ...dates, name: typed.name.trim(), zone: typed.zone, eligibility: typed.questions },
    ...{ cap: Number(typed.cap), places: Number(typed.places) },
  };
  // Of a date that could not be read only that is said, and of a wrong zone that: its dates follow from it.
  const others = settingFaults(settings).filter(({ at }) => unread.length === 0 || !dateKeys.some((key) => key === at));
  const faults = [...others, ...(others.some(({ at }) => at === 'zone') ? [] : unread)];
  return { settings: faults.length === 0 ? settings : undefined, faults, twice };
};

function problemOf(
  key: DateKey,
  kind: 'skipped' | 'twice' | 'unreadable',
  { dates, zone }: TypedSettings,
  skipped: { readonly before: string; readonly after: string } | undefined,
): string {
  const clock = dates[key].replace('T', ' ');
  if (kind === 'skipped' && skipped) {
    const [before, after] = [skipped.before.slice(11), skipped.after.slice(11)];
    return `When ${dateNames[key]}: no clock in ${zone} shows ${clock}, it is changed then. Take ${before} or ${after}.`;
  }
  if (kind === 'twice')
    return `When ${dateNames[key]}: ${clock} comes twice in ${zone}, the clocks go back. Say which.`;
  return `When ${dateNames[key]}: ${clock === '' ? 'nothing' : clock} is no date and time in ${zone}.`;
}
