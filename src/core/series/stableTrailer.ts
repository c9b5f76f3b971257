import type { PatchMail } from '../patch/patchMail.ts';
import type { DatedTag } from '../tree/calendar.ts';
import type { LeftOut, Proposal } from './proposal.ts';

export interface StableAsked {
  readonly patch: PatchMail;
  /** Of the series, from 1. */
  readonly number: number;
  /** Of the commit that it fixes: the first tag that has it (`v6.1-rc1`); none where no tag has it. */
  readonly release: string | undefined;
  readonly tags: readonly Pick<DatedTag, 'tag'>[];
  /** Whether that commit is written in the message, or sure; else it was only proposed. */
  readonly isSure: boolean;
}

const TRAILER = { token: 'Cc', value: 'stable@vger.kernel.org' } as const;
// What stable-kernel-rules.rst sets as the limit, context included.
const LONGEST = 100;

/** `Cc: stable@vger.kernel.org` where a release has the bug; undefined where nothing is to be said. */
export const stableTrailer = ({
  patch,
  number,
  release,
  tags,
  isSure,
}: StableAsked): Proposal | LeftOut | undefined => {
  const isAsked = patch.trailers.some(({ token, value }) => /^cc$/i.test(token) && /\bstable\S{0,20}@/i.test(value));
  if (isAsked) return undefined;
  const leftOut = (because: string): LeftOut => ({ kind: 'stable', patch: number, trailer: TRAILER, because });
  const final = release?.replace(/-rc\d+$/, '');
  if (release === undefined || final === undefined)
    return leftOut('No release tag here has the commit that it fixes, so no release needs the fix.');
  if (!tags.some(({ tag }) => tag === final))
    return leftOut(
      `The commit that it fixes came with ${release}, and ${final} is not out yet: no release has the bug.`,
    );
  const lines = patch.diff.reduce((sum, { hunks }) => hunks.reduce((all, hunk) => all + hunk.lines.length, sum), 0);
  if (lines > LONGEST)
    return leftOut(
      `The commit that it fixes is in ${final}, but the diff has ${lines} lines with context, and stable takes ${LONGEST}.`,
    );
  return {
    kind: 'stable',
    patch: number,
    trailer: TRAILER,
    seen: `The commit that it fixes is in ${final}: right if users of a release meet the bug.`,
    trust: isSure ? 'likely' : 'unsure',
    instead: [],
  };
};
