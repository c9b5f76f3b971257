import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Finding, PreflightRule } from '../../rule.ts';
import { writtenIn } from './writtenIn.ts';

const MOST_PATCHES = 15;
const DOZENS = 12;

/** How large a series is, what introduces it, and whether its patches are different ones. */
export const seriesShape: readonly PreflightRule[] = [
  {
    name: 'series-too-long',
    title: `the series has more than ${MOST_PATCHES} patches`,
    group: 'series',
    severity: 'warning',
    sources: [writtenIn.separateChanges('only post say 15 or so at a')],
    covers: ['SER-01'],
    why: 'Nobody reviews so many at once; long series wait for weeks, and people look at the first patches only.',
    next: `Send a first part of at most ${MOST_PATCHES} that stands by itself, the rest when it is merged.`,
    look: ({ series: { mails, patches, total } }) => {
      const count = Math.max(patches.length, total ?? 0);
      const [patch] = mails;
      return patch && count > MOST_PATCHES ? [{ patch, what: `The series has ${count} patches.` }] : [];
    },
    examples: [
      { given: { subject: '[PATCH 01/16] mm: One' }, finds: 'has 16 patches' },
      { given: { subject: '[PATCH 01/15] mm: One' } },
    ],
  },
  {
    name: 'series-without-cover-letter',
    title: 'a series has no cover letter',
    group: 'series',
    severity: 'note',
    sources: [
      writtenIn.sending('customary to send an introductory description'),
      writtenIn.ubootRules('introductory email describing what the patchset does'),
    ],
    covers: ['SER-07'],
    why: 'It says what the whole is for, and is the mail to which everybody answers.',
    next: 'Let git make one and fill it in: git format-patch --cover-letter BASE.',
    look: ({ series: { cover, patches, total } }) => {
      const count = Math.max(patches.length, total ?? 0);
      const [patch] = patches;
      if (count < 2 || !patch) return undefined;
      // One patch alone of many: whether there is a cover letter cannot be seen.
      if (cover || patches.length < 2) return [];
      return [
        { patch, what: `${count} patches and no mail 0/${count}: would a reader know what they are for together?` },
      ];
    },
    examples: [
      { given: [{ subject: '[PATCH 1/2] mm: One' }, { subject: '[PATCH 2/2] mm: Two' }], finds: 'no mail 0/2' },
      {
        given: [
          { subject: '[PATCH 0/2] mm: All', diff: '' },
          { subject: '[PATCH 1/2] mm: One' },
          { subject: '[PATCH 2/2] mm: Two' },
        ],
      },
      { given: { subject: '[PATCH] mm: One' } },
    ],
  },
  {
    name: 'cover-letter-unwritten',
    title: 'the cover letter still holds what git put there',
    group: 'series',
    severity: 'error',
    sources: [
      writtenIn.sending('customary to send an introductory description'),
      writtenIn.ubootRules('introductory email describing what the patchset does'),
    ],
    covers: ['SER-07'],
    why: 'It is the first mail that everybody opens, and it says nothing.',
    next: 'Write its subject and text over the words between the stars, then check again.',
    look: ({ series: { mails } }) => mails.filter(({ diff }) => diff.length === 0).flatMap(unwritten),
    examples: [
      { given: { subject: '[PATCH 0/2] *** SUBJECT HERE ***', diff: '' }, finds: 'SUBJECT HERE' },
      { given: { subject: '[PATCH 0/2] mm: All', body: '*** BLURB HERE ***', diff: '' }, finds: 'BLURB HERE' },
      { given: { subject: '[PATCH 0/2] mm: All', body: 'EDITME: cover title for slub', diff: '' }, finds: 'EDITME' },
      { given: { subject: '[PATCH 0/2] mm: All', body: 'All objects are counted.', diff: '' } },
    ],
  },
  {
    name: 'cover-letter-empty',
    title: 'the cover letter says nothing',
    group: 'series',
    severity: 'warning',
    sources: [
      writtenIn.sending('customary to send an introductory description'),
      writtenIn.ubootRules('introductory email describing what the patchset does'),
    ],
    covers: ['SER-07'],
    why: 'People decide by this mail whether they read the rest.',
    next: 'Say what problem the series solves, how, and how it was tested.',
    look: ({ series: { cover } }) => {
      if (!cover) return undefined;
      // What git adds stands below: who wrote which patches, and the diffstat.
      const says = cover.message.some(({ text }) => /\S+\s+\S+\s+\S+/.test(text) && !isMadeByGit(text));
      return says ? [] : [{ patch: cover, what: 'Nothing stands in the cover letter but what git put there.' }];
    },
    examples: [
      {
        given: { subject: '[PATCH 0/2] mm: All', body: 'Ada Made (2):\n  mm: One\n  mm: Two', trailers: [], diff: '' },
        finds: 'Nothing stands',
      },
      { given: { subject: '[PATCH 0/2] mm: All', diff: '' } },
    ],
  },
  {
    name: 'file-in-too-many-patches',
    title: 'many small patches change one file',
    group: 'series',
    severity: 'note',
    sources: [writtenIn.preparation('single file as 500 separate patches')],
    covers: ['SER-10'],
    why: 'Each patch costs a reader the same opening and closing, however small it is.',
    next: 'Join those that do the same kind of thing: git rebase -i BASE, with "squash".',
    look: ({ series: { patches } }) => {
      const alone = new Map<string, PatchMail[]>();
      for (const patch of patches) {
        const [file] = patch.diff;
        if (patch.diff.length !== 1 || !file) continue;
        const same = alone.get(file.path);
        if (same) same.push(patch);
        else alone.set(file.path, [patch]);
      }
      return [...alone].flatMap(([path, [patch, ...rest]]) =>
        patch && rest.length + 1 >= DOZENS
          ? [{ patch, path, what: `${rest.length + 1} patches change only ${path}: could some of them be one?` }]
          : [],
      );
    },
    examples: [
      {
        given: Array.from({ length: 12 }, (_one, at) => ({ subject: `[PATCH ${at + 1}/12] mm: ${at}` })),
        finds: '12 patches change only',
      },
      { given: Array.from({ length: 11 }, (_one, at) => ({ subject: `[PATCH ${at + 1}/11] mm: ${at}` })) },
    ],
  },
  {
    name: 'patch-repeated',
    title: 'two mails hold the same change',
    group: 'series',
    severity: 'error',
    sources: [
      writtenIn.separateChanges('should make an easily understood change'),
      writtenIn.ubootRules('Patches should always contain exactly one complete'),
    ],
    covers: [],
    why: 'The second cannot be applied after the first.',
    next: 'Empty the folder, then make the mails anew: git format-patch -o OUTGOING BASE.',
    look: ({ series: { patches } }) => {
      if (patches.length < 2) return undefined;
      const first = new Map<string, PatchMail>();
      return patches.flatMap((patch): Finding[] => {
        const key = changeOf(patch);
        const before = key === '' ? undefined : first.get(key);
        if (key !== '' && !before) first.set(key, patch);
        return before ? [{ patch, what: `Its diff is the same as that of "${before.subject.text}".` }] : [];
      });
    },
    examples: [
      {
        given: [{ subject: '[PATCH 1/2] mm: One' }, { subject: '[PATCH 2/2] mm: Two' }],
        finds: 'is the same as that of',
      },
      { given: { subject: '[PATCH] mm: One' } },
    ],
  },
];

const unwritten = (patch: PatchMail): readonly Finding[] => {
  const words = /\*\*\* (?:SUBJECT|BLURB) HERE \*\*\*|^EDITME\b/;
  const inSubject = words.exec(patch.subject.summary);
  const line = patch.mail.lines.find(({ text }) => words.test(text));
  return [
    ...(inSubject ? [{ patch, what: `The subject still says "${inSubject[0]}".` }] : []),
    ...(line ? [{ patch, line, what: `The text still says "${words.exec(line.text)?.[0]}".` }] : []),
  ];
};

const isMadeByGit = (text: string): boolean =>
  /^ .*\|\s+(?:\d+|Bin)|\d+ files? changed|^\S.* \(\d+\):$|^ {2}\S|^base-commit:|^change-id:/.test(text);

/** The lines taken away and put in, by file; their places do not count. Empty where the diff has none. */
const changeOf = ({ diff }: PatchMail): string =>
  diff
    .flatMap(({ path, hunks }) =>
      hunks.flatMap(({ before, lines }) => [
        `${path}:${before.start}`,
        ...lines.filter(({ mark }) => mark !== ' ').map(({ mark, text }) => mark + text),
      ]),
    )
    .join('\n');
