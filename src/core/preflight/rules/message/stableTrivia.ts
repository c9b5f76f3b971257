import type { PatchMail } from '../../../patch/patchMail.ts';
import { messageSignals } from '../../messageSignals.ts';
import { messageSources } from '../../messageSources.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { saidInProse } from '../../saidInProse.ts';

const STABLE = 'Cc: stable@vger.kernel.org';
const trailers = [STABLE, 'Signed-off-by: Ada Made <ada@made.example>'];

/** What asks to be taken into stable kernels without need. */
export const stableTrivia: readonly PreflightRule[] = [
  {
    name: 'stable-without-bug',
    title: 'a patch for stable kernels seems to fix nothing that users meet',
    group: 'why',
    severity: 'note',
    sources: [messageSources.stable('fix a real bug that bothers people')],
    covers: ['STB-03'],
    why: 'Stable kernels take only what somebody is hurt by: each change there is a risk for millions of machines.',
    next: 'Name who meets the bug and how; or leave out the tag for stable.',
    look: eachPatch((patch) => {
      const trailer = patch.trailers.find(
        ({ token, value }) => /^cc$/i.test(token) && /\bstable@(?:vger\.)?kernel\.org/.test(value),
      );
      if (!trailer) return [];
      const line = { text: trailer.lines[0] ?? '', at: trailer.at };
      return [trivia(patch) ?? theory(patch)].flatMap((what) =>
        what === undefined ? [] : [{ patch, line, span: [0, line.text.length], what } satisfies Finding],
      );
    }),
    examples: [
      { given: { subject: '[PATCH] mm: slub: Fix typo in comment', trailers }, finds: '"typo"' },
      {
        given: { body: 'Clean it up.', subject: '[PATCH] mm: slub: Clean up the count', trailers },
        finds: '"Clean up"',
      },
      {
        given: { body: 'There is a theoretical race between the two, so take the lock.', trailers },
        finds: '"theoretical race"',
      },
      { given: { subject: '[PATCH] mm: slub: Fix typo in comment' } },
      { given: { trailers } },
      {
        given: {
          body: 'A cleanup in v6.1 freed it twice, which crashes the machine\nwhen a disk is removed.',
          trailers,
        },
      },
    ],
  },
];

const trivia = (patch: PatchMail): string | undefined => {
  const [word] =
    new RegExp(
      [
        '\\b(?:typos?|spelling|misspell\\w*|white ?space|clean(?:s|ing)?[ -]?ups?|coding style|comments?|',
        'indentation|kernel-doc)\\b',
      ].join(''),
      'i',
    ).exec(patch.subject.summary) ?? [];
  if (word === undefined || messageSignals(patch).hasEvidence) return undefined;
  return `The summary says "${word}". Which user of a stable kernel is hurt without it?`;
};

const theory = (patch: PatchMail): string | undefined => {
  const said = saidInProse(
    patch,
    /\b(?:theoretical(?:ly)?(?: (?:race|problem|issue|bug|possible))?|in theory|hypothetical\w*)\b/i,
  );
  return said && `The message says "${said.words}". How would it be met on a running system?`;
};
