import { patchPaths } from '../core/patch/patchPaths.ts';
import { mailDate } from '../core/series/readReply.ts';
import type { FormerVersion } from '../core/series/thread.ts';
import type { FormerPatches } from '../edge/git/formatSeries.ts';
import { diffBytes } from '../gather/preflight/mailBytes.ts';
import type { SeriesWork } from './seriesWork.ts';

/** A version as it was mailed, for git to make commits of: on what it says that it stands on, else on what this one does. */
export const formerOf = (
  { base, source }: Pick<SeriesWork, 'base' | 'source'>,
  { series }: Pick<FormerVersion, 'series'>,
): FormerPatches => {
  const said = series.mails.map((mail) => mail.base.commit).find((commit) => commit !== undefined);
  const own = source.kind === 'commits' ? source.base : base;
  return {
    bases: [said, own].filter((one) => one !== undefined),
    patches: series.patches.map((patch) => ({
      author: { name: patch.author.name || patch.author.address, email: patch.author.address },
      date: `${Math.floor((Date.parse(mailDate(patch) ?? '') || 0) / 1000)} +0000`,
      message: `${[patch.subject.summary, '', ...patch.message.map(({ text }) => text)].join('\n').trim()}\n`,
      diff: diffBytes(patch),
      paths: patchPaths(patch.diff),
    })),
  };
};
