import type { PatchMail } from '../../../patch/patchMail.ts';
import type { PatchSeries } from '../../../series/patchSeries.ts';
import type { Finding, PreflightRule } from '../../rule.ts';
import { writtenIn } from './writtenIn.ts';

const NUMBERED = [
  writtenIn.canonicalFormat('may be numbered like this: 1/4, 2/4'),
  writtenIn.ubootRules('titles clearly state the patch order and total'),
];

/** n/m: whether all parts are there, once each, in one numbering. */
export const seriesNumbers: readonly PreflightRule[] = [
  {
    name: 'series-unnumbered',
    title: 'patches of a series have no numbers',
    group: 'series',
    severity: 'warning',
    sources: NUMBERED,
    covers: ['SUB-06'],
    why: 'Mails arrive in any order; only the numbers tell which patch comes first and whether all are there.',
    next: 'Make the mails in one go: git format-patch -n --cover-letter BASE.',
    look: ({ series: { patches } }) => {
      const bare = patches.filter(({ subject }) => subject.number === undefined);
      if (patches.length < 2) return undefined;
      return bare.slice(0, 1).map((patch) => ({
        patch,
        what: `${bare.length} of ${patches.length} patches have no number: in which order do they apply?`,
      }));
    },
    examples: [
      { given: [{ subject: '[PATCH] mm: One' }, { subject: '[PATCH] mm: Two' }], finds: '2 of 2 patches' },
      { given: [{ subject: '[PATCH 1/2] mm: One' }, { subject: '[PATCH] mm: Two' }], finds: '1 of 2 patches' },
      { given: [{ subject: '[PATCH 1/2] mm: One' }, { subject: '[PATCH 2/2] mm: Two' }] },
      { given: { subject: '[PATCH] mm: One' } },
    ],
  },
  {
    name: 'series-part-missing',
    title: 'a part of the series is not there',
    group: 'series',
    severity: 'error',
    sources: NUMBERED,
    covers: ['SUB-06'],
    why: 'Nobody can apply or test a series with a hole in it.',
    next: 'Check and send all mails of the series together: git send-email OUTGOING/*.patch.',
    look: ({ series }) => missing(series),
    examples: [
      {
        given: [{ subject: '[PATCH 1/3] mm: One' }, { subject: '[PATCH 3/3] mm: Three' }],
        finds: 'patch 2 is not there',
      },
      { given: { subject: '[PATCH 1/3] mm: One' }, finds: 'patches 2 and 3 are not there' },
      { given: [{ subject: '[PATCH 1/2] mm: One' }, { subject: '[PATCH 2/2] mm: Two' }] },
      { given: { subject: '[PATCH 1/1] mm: One' } },
      { given: { subject: '[PATCH] mm: One' } },
    ],
  },
  {
    name: 'series-number-wrong',
    title: 'a number is there twice, or is larger than the total',
    group: 'series',
    severity: 'error',
    sources: NUMBERED,
    covers: ['SUB-06'],
    why: 'Tools keep one mail for each number and drop the other.',
    next: 'Empty the folder and make the mails in one go: git format-patch -n -o OUTGOING BASE.',
    look: ({ series }) => {
      const seen = new Set<string>();
      return series.mails.flatMap((patch) => {
        const { number, total, version } = patch.subject;
        if (number === undefined || total === undefined) return [];
        const key = `${version} ${number}/${total}`;
        const isTwice = seen.has(key);
        seen.add(key);
        if (number > total) return [{ patch, what: `This is number ${number} of ${total}.` }];
        return isTwice ? [{ patch, what: `A mail with the number ${number}/${total} is there already.` }] : [];
      });
    },
    examples: [
      { given: [{ subject: '[PATCH 1/2] mm: One' }, { subject: '[PATCH 1/2] mm: Two' }], finds: 'number 1/2 is there' },
      { given: { subject: '[PATCH 3/2] mm: One' }, finds: 'number 3 of 2' },
      { given: [{ subject: '[PATCH 0/1] mm: All', diff: '' }, { subject: '[PATCH 1/1] mm: One' }] },
    ],
  },
  {
    name: 'numbers-not-padded',
    title: 'numbers of a long series are not filled up with zeros',
    group: 'series',
    severity: 'note',
    sources: [writtenIn.canonicalFormat('because the sequence number is zero-padded')],
    covers: ['SUB-07'],
    why: 'A mailbox that sorts by subject shows 10 before 2.',
    next: 'Let git format-patch write the numbers; it fills them up.',
    look: ({ series }) => {
      const patch = series.mails.find(({ subject }) => isShort(subject));
      if (!patch) return [];
      const { number, total } = patch.subject;
      return [{ patch, what: `${number}/${total}: was the number written by hand, without its leading zero?` }];
    },
    examples: [
      { given: { subject: '[PATCH 2/10] mm: Two' }, finds: '2/10: was the number' },
      { given: { subject: '[PATCH 02/10] mm: Two' } },
      { given: { subject: '[PATCH 2/9] mm: Two' } },
    ],
  },
  {
    name: 'summary-repeated',
    title: 'two patches of the series have the same summary',
    group: 'series',
    severity: 'error',
    sources: [
      writtenIn.canonicalFormat('for every patch in a whole patch series'),
      writtenIn.ubootRules('Choose a meaningful Subject'),
    ],
    covers: ['SUB-05'],
    why: 'The summary is the name by which people speak of a patch and find it again.',
    next: 'Say in each what only it does: git rebase -i BASE, with "reword".',
    look: ({ series: { patches } }) => {
      const first = new Map<string, PatchMail>();
      return patches.flatMap((patch) => {
        const { summary, version, text } = patch.subject;
        // Other versions of the same patch are another rule's matter.
        const key = `${version} ${summary.toLowerCase()}`;
        const before = first.get(key);
        if (!before) first.set(key, patch);
        return before && before.subject.text !== text
          ? [{ patch, what: `"${before.subject.text}" has the same summary.` }]
          : [];
      });
    },
    examples: [
      {
        given: [{ subject: '[PATCH 1/2] mm: Count' }, { subject: '[PATCH 2/2] mm: count' }],
        finds: 'the same summary',
      },
      { given: [{ subject: '[PATCH 1/2] mm: Count' }, { subject: '[PATCH 2/2] mm: Count once' }] },
      { given: [{ subject: '[PATCH 0/1] mm: Count', diff: '' }, { subject: '[PATCH 1/1] mm: Count' }] },
    ],
  },
  {
    name: 'several-series-mixed',
    title: 'mails of several series lie together',
    group: 'series',
    severity: 'error',
    sources: NUMBERED,
    covers: ['SUB-06'],
    why: 'Sent in one go, an old version and the new one arrive as one thread, and the wrong patches get applied.',
    next: 'Empty the folder, then make only this version: git format-patch -v2 -o OUTGOING BASE.',
    look: ({ series }) => {
      const first = series.mails[0]?.subject;
      const other = series.mails.find(({ subject }) => first && mark(subject) !== mark(first));
      if (!first || !other) return [];
      return [{ patch: other, what: `"${other.subject.text}" is of another series than "${first.text}".` }];
    },
    examples: [
      {
        given: [{ subject: '[PATCH 1/1] mm: One' }, { subject: '[PATCH v2 1/1] mm: One' }],
        finds: 'of another series',
      },
      { given: [{ subject: '[PATCH 1/2] mm: One' }, { subject: '[PATCH 2/3] mm: Two' }], finds: 'of another series' },
      { given: [{ subject: '[PATCH v2 0/1] mm: All', diff: '' }, { subject: '[PATCH v2 1/1] mm: One' }] },
      { given: [{ subject: '[PATCH] mm: One' }, { subject: '[PATCH] mm: Two' }] },
    ],
  },
  {
    name: 'tree-marks-differ',
    title: 'mails of one series name different trees',
    group: 'series',
    severity: 'warning',
    sources: [writtenIn.canonicalFormat('how the patch should be treated')],
    covers: ['SUB-06'],
    why: 'The word in the brackets decides which tree the robots try the series on.',
    next: 'Give all mails the same: git format-patch --subject-prefix="PATCH net-next" BASE.',
    look: ({ series }) => {
      const trees = (patch: PatchMail | undefined): string => (patch?.subject.trees ?? []).join(' ').toLowerCase();
      return series.mails
        .filter((patch) => trees(patch) !== trees(series.mails[0]))
        .slice(0, 1)
        .map((patch) => ({ patch, what: `This names "${trees(patch)}", the first mail "${trees(series.mails[0])}".` }));
    },
    examples: [
      {
        given: [{ subject: '[PATCH net 1/2] a: One' }, { subject: '[PATCH net-next 2/2] a: Two' }],
        finds: 'names "net-next"',
      },
      { given: [{ subject: '[PATCH net 1/2] a: One' }, { subject: '[PATCH net 2/2] a: Two' }] },
    ],
  },
];

const isShort = ({ text, number, total }: PatchMail['subject']): boolean =>
  number !== undefined
  && total !== undefined
  && total >= 10
  && number < 10
  && new RegExp(`[\\s[]${number}/`).test(text);

const mark = ({ version, total }: PatchMail['subject']): string => `${version} ${total}`;

/** A person may look at one patch of many, so only a hole among several is surely wrong. */
const missing = ({ mails, total }: PatchSeries): readonly Finding[] => {
  const [patch] = mails;
  // Numbers that no mailbox holds are not counted one by one.
  if (!patch || total === undefined || total > MOST_COUNTED) return [];
  const there = new Set(mails.map(({ subject }) => subject.number));
  const gone = Array.from({ length: total }, (_none, at) => at + 1).filter((number) => !there.has(number));
  if (gone.length === 0) return [];
  const shown = gone.slice(0, 3).join(gone.length === 2 ? ' and ' : ', ') + (gone.length > 3 ? ' and more' : '');
  const [named, are] = gone.length === 1 ? ['patch', 'is'] : ['patches', 'are'];
  const what = `Of ${total} patches, ${named} ${shown} ${are} not there.`;
  return [{ patch, what, ...(mails.length === 1 && { severity: 'warning' as const }) }];
};

const MOST_COUNTED = 10_000;
