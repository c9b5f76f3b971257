import { createHash } from 'node:crypto';
import type { Host } from '../edge/host.ts';
import type { SeriesPlan } from './planSeries.ts';

/**
 * The Message-IDs of a version's mails, in the form of b4's: the same mails have the same ones, and nobody else could
 * guess them. `sources` are the mails without headers of ours.
 */
export const messageIds = (
  host: Pick<Host, 'personalSeed'>,
  { id, version, work }: Pick<SeriesPlan, 'id' | 'version' | 'work'>,
  sources: readonly string[],
): readonly string[] => {
  const topic = id.replace(/-[^-]*$/, '');
  const domain = /@([\w.-]+)$/.exec(work.identity.email)?.[1] ?? 'localhost';
  const marks = `v${version.version}${version.kind === 'resend' ? '-resend' : ''}`;
  const first = sources.length > 1 && /^Subject: \[[^\]]*\b0+\/\d+\]/m.test(sources[0] ?? '') ? 0 : 1;
  return sources.map((source, index) => {
    const said = [host.personalSeed(), id, marks, String(index), withoutDate(source)].join('\n');
    const digits = createHash('sha256').update(said).digest('hex').slice(0, 12);
    return `${topic}-${marks}-${index + first}-${digits}@${domain}`;
  });
};

/** A mail without its Date header. */
export const withoutDate = (source: string): string => {
  const end = source.indexOf('\n\n');
  return `${source.slice(0, end).replace(/^Date: .*\n/m, '')}${source.slice(end)}`;
};
