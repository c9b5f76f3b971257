import { grouped } from '../grouped.ts';
import type { HistoryFigures, Known } from './card.ts';
import type { CardRow } from './cardRows.ts';
import { kindWords } from './kindWords.ts';
import { monthBars } from './monthBars.ts';

const NEEDED_FOR = 'activity, newcomers, days to merge, review and reverts are unknown';

/** How the months of the year are said: as a line of blocks, as numbers, or not here, since a chart stands beside. */
export type MonthsAs = 'blocks' | 'numbers' | 'chart';

/** What a year of history says of a subsystem; without one, a row that says what is unknown for want of it. */
export const historyRows = (history: Known<HistoryFigures>, months: MonthsAs): CardRow[] => {
  if (history.kind === 'unknown') {
    return [{ ...unknownRow('History', history), more: [`${history.because}, so ${NEEDED_FOR}`] }];
  }
  const year = history.value;
  const counts = year.months.map(({ patches }) => patches);
  const patches = `${grouped(year.patches)} ${year.patches === 1 ? 'patch' : 'patches'}`;
  const during = `in the year to ${year.until.slice(0, 10)}`;
  return [
    {
      label: 'Activity',
      text: `${months === 'blocks' ? `${monthBars(counts)} ` : ''}${patches} by ${people(year.authors)}`,
      more: [
        year.patches === 0 ? during : `${during}: ${kindWords(year.kinds)}`,
        ...(months === 'numbers' ? [`a month, oldest first: ${counts.join(' ')}`] : []),
      ],
    },
    knownRow('Newcomers', year.newcomers, ({ people: count, kinds }) => ({
      text: count === 0 ? 'nobody had a first patch merged' : `${people(count)} had a first patch merged`,
      more: count === 0 ? [] : [kindWords(kinds)],
    })),
    knownRow('To merge', year.medianDaysToMerge, within),
    knownRow('First reply', year.medianDaysToReply, within),
    {
      label: 'Review',
      text: `${percent(year.reviewedShare)} of the patches, by ${people(year.reviewers)}`,
      more: [`${people(year.appliers)} applied what others wrote`],
    },
    { label: 'Reverted', text: percent(year.revertedShare) },
  ];
};

export const knownRow = <Value>(
  label: string,
  known: Known<Value>,
  row: (value: Value) => Omit<CardRow, 'label'>,
): CardRow => (known.kind === 'known' ? { label, ...row(known.value) } : unknownRow(label, known));

export const unknownRow = (label: string, { because, settle }: { because: string; settle?: string }): CardRow => ({
  label,
  text: '',
  verdict: 'unknown',
  more: [because],
  ...(settle === undefined ? {} : { settle }),
});

const within = (days: number): Omit<CardRow, 'label'> => ({
  text: `half of them within ${days < 10 ? Math.round(days * 10) / 10 : Math.round(days)} days`,
});

const people = (count: number): string => (count === 1 ? 'one person' : `${grouped(count)} people`);
const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
