import type { PatchMail } from '../../../patch/patchMail.ts';
import { tipRanks } from '../../../patch/tipRanks.ts';
import type { Trailer } from '../../../patch/trailer.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { editLines } from '../trailers/editLines.ts';
import { isWhollyOf } from './isWhollyOf.ts';

interface Ranked {
  readonly trailer: Trailer;
  /** Its place in the order; none where it may stand anywhere. */
  readonly rank: number | undefined;
}

const ranked = (trailers: readonly Trailer[]): readonly Ranked[] => {
  const ranks = tipRanks(trailers);
  return trailers.map((trailer, index) => ({ trailer, rank: ranks[index] }));
};

const outOfOrder = (patch: PatchMail): readonly Finding[] => {
  const all = ranked(patch.trailers);
  let highest: Ranked | undefined;
  for (const one of all) {
    if (one.rank === undefined) continue;
    if (highest?.rank !== undefined && one.rank < highest.rank) {
      const text = one.trailer.lines[0] ?? '';
      const what = `${one.trailer.token}: stands behind ${highest.trailer.token}:, and belongs before it.`;
      return [{ patch, line: { text, at: one.trailer.at }, what, ...reordered(patch, all) }];
    }
    highest = one;
  }
  return [];
};

/** Only where each is one line, and its place is known. */
const reordered = (patch: PatchMail, all: readonly Ranked[]) => {
  if (!all.every(({ trailer, rank }) => rank !== undefined && trailer.lines.length === 1)) return undefined;
  // Lines that are no tags may stand between them and belong to one.
  const [first] = all;
  if (!all.every(({ trailer }, index) => trailer.at === (first?.trailer.at ?? 0) + index)) return undefined;
  const sorted = all.toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
  const changes = all.flatMap(({ trailer }, index) => {
    const text = trailer.lines[0] ?? '';
    const put = sorted[index]?.trailer.lines[0] ?? '';
    return put === text ? [] : [{ line: { text, at: trailer.at }, put: [put] }];
  });
  return editLines(patch, 'Put the tags into the order of the tip tree', changes);
};

const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const REVIEWED = 'Reviewed-by: Bo Other <bo@other.example>';
const REPORTED = 'Reported-by: Cy Third <cy@third.example>';
const FIXES = 'Fixes: 54a4f0239f2e ("x86/mm: Count")';
const STABLE = 'Cc: stable@vger.kernel.org';
const diff = exampleDiff('arch/x86/mm/init.c', ['+\tcount();']);
const given = (...trailers: readonly string[]) => ({ subject: '[PATCH] x86/mm: Count once', diff, trailers });

/** The order of the tags. */
export const tipTrailers: readonly PreflightRule[] = [
  {
    name: 'tip-tags-out-of-order',
    title: 'the tags are not in the order of the tip tree',
    group: 'subsystem',
    pack: 'tip',
    severity: 'warning',
    sources: [
      {
        file: 'Documentation/process/maintainer-tip.rst',
        heading: 'Ordering of commit tags',
        phrase: 'To have a uniform view of the commit',
      },
    ],
    covers: ['TIP-03'],
    why: 'The tip maintainers bring the tags of each commit into one order; what is not, they sort by hand.',
    next: 'Order them: Fixes, Reported-by, Closes, Suggested-by, Co-developed-by, Signed-off-by, Tested-by and so on.',
    look: eachPatch((patch, { facts }) => (isWhollyOf(patch, 'tip', facts) ? outOfOrder(patch) : [])),
    examples: [
      { given: given(SIGNED, FIXES), finds: 'Fixes: stands behind Signed-off-by:' },
      { given: given(FIXES, STABLE, SIGNED), finds: 'Signed-off-by: stands behind Cc:' },
      { given: given(REVIEWED, SIGNED), finds: 'Signed-off-by: stands behind Reviewed-by:' },
      { given: given(FIXES, SIGNED, REVIEWED, STABLE, 'Link: https://lore.kernel.org/r/1@made.example') },
      { given: given(FIXES, REPORTED, 'Link: https://lore.kernel.org/r/1@made.example', SIGNED) },
      { given: given(REPORTED, 'Closes: https://a.example/1', REPORTED, 'Closes: https://a.example/2', SIGNED) },
      {
        given: given(
          'Co-developed-by: Bo Other <bo@other.example>',
          'Signed-off-by: Bo Other <bo@other.example>',
          SIGNED,
          REVIEWED,
          'Signed-off-by: Cy Third <cy@third.example>',
        ),
      },
      { given: { ...given(REVIEWED, SIGNED), diff: exampleDiff('mm/slub.c', ['+\tcount();']) } },
    ],
  },
];
