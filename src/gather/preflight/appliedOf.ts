import type { PatchSeries } from '../../core/series/patchSeries.ts';
import type { Host } from '../../edge/host.ts';
import { diffBytes } from './mailBytes.ts';

/** Whether each patch applies on top of those before it. */
export const appliedOf = (host: Pick<Host, 'git'>, tree: string, { mails, patches }: PatchSeries) => {
  const tried = patches.map((patch) => ({
    files: patch.diff,
    bytes: diffBytes(patch),
    file: patch.mail.file,
    title: patch.subject.summary,
  }));
  const base = mails.find(({ base: said }) => said.commit !== undefined)?.base;
  // What has to be applied first is not at hand: only the tree itself may have it.
  if (base && base.prerequisites.length > 0) return host.git.applySeries(tree, tried, {});
  const commit = base?.commit;
  const made = /^From ([0-9a-f]{40,64}) /.exec(patches[0]?.mail.source[0] ?? '')?.[1];
  return host.git.applySeries(tree, tried, {
    ...(commit !== undefined && { commit }),
    ...(made !== undefined && { made }),
  });
};
