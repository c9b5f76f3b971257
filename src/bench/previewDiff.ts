import { editsFor } from '../core/finding/editsFor.ts';
import type { Site } from '../core/finding/site.ts';
import { lineDiff } from '../core/patch/lineDiff.ts';
import type { Host } from '../edge/host.ts';
import { siteAt } from './siteAt.ts';

/** The edit of a ready site as a unified diff; empty where there is none. */
export const previewDiff = async (
  host: Pick<Host, 'openWorkshop' | 'readBytes'>,
  tree: string,
  site: Site,
): Promise<string> => {
  if (site.fix !== 'ready') return '';
  const { allocation, judgement, bytes, workshop } = await siteAt(host, { tree, ...site });
  if (judgement.fix !== 'ready') return '';
  const hunks = lineDiff(bytes.toString('latin1'), editsFor(allocation, judgement, bytes, workshop));
  const lines = hunks.flatMap(({ before, after, lines: rows }) => [
    `@@ -${before.start},${before.count} +${after.start},${after.count} @@`,
    ...rows.map(({ mark, text }) => mark + text),
  ]);
  const diff = [`--- a/${site.path}`, `+++ b/${site.path}`, ...lines].join('\n');
  return Buffer.from(diff, 'latin1').toString('utf8');
};
