import type { DatedTag } from '../../core/tree/calendar.ts';
import { git } from './git.ts';

export interface ReleaseTags {
  /** The newest that HEAD reaches. */
  readonly reached: DatedTag;
  readonly all: readonly DatedTag[];
}

/** Tags that people make for themselves: `v6.12-mine`; `-rc1` is no such. */
export const notReleases = ['*-[!r]*', '*-r[!c]*'] as const;

const exclude = (pattern: string): string => `--exclude=${pattern}`;

/** The tags of releases (`v6.12`, `v6.13-rc4`) with their dates; undefined where HEAD reaches none. */
export async function releaseTags(tree: string): Promise<ReleaseTags | undefined> {
  const format = '--format=%(refname:strip=2) %(creatordate:iso-strict)';
  const [described, listed] = await Promise.all([
    git(tree, ['describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*', ...notReleases.map(exclude), 'HEAD']),
    git(tree, ['for-each-ref', format, 'refs/tags/v[0-9]*']),
  ]);
  const tag = described.status === 0 ? described.stdout.trim() : '';
  const all = listed.stdout.split('\n').flatMap((line) => {
    const [name, written] = line.split(' ');
    const time = Date.parse(written ?? '');
    return name !== undefined && !Number.isNaN(time) ? [{ tag: name, date: new Date(time).toISOString() }] : [];
  });
  const reached = all.find((one) => one.tag === tag);
  return reached && { reached, all };
}
