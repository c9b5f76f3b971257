import { findSites } from '../../../bench/findSites.ts';
import type { RankedSite } from '../../../core/finding/rankSite.ts';
import type { Host } from '../../../edge/host.ts';
import type { Progress } from '../../../edge/progress.ts';

/** All sites of a tree, the best to begin with first, and what else the scan said. */
export interface GatheredSites {
  readonly sites: readonly RankedSite[];
  readonly files: number;
  /** Sentences. */
  readonly oddities: readonly string[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Between two reports of how far the scan has come, in milliseconds. */
const PAUSE = 150;

export async function* gatherSites(
  host: Host,
  { tree }: { readonly tree: string },
): AsyncGenerator<Progress, GatheredSites, undefined> {
  const sites: RankedSite[] = [];
  const unreadable: string[] = [];
  const oddities: string[] = [];
  let files = 0;
  let told = 0;
  for await (const finding of findSites(host, { tree, below: [], all: true, who: host.personalSeed() })) {
    if (finding.kind === 'site') sites.push(finding.site);
    else if (finding.kind === 'walked' || finding.kind === 'done') files = finding.files;
    else if (finding.kind === 'unreadable') unreadable.push(`${finding.path || '.'} (${finding.code})`);
    else oddities.push('MAINTAINERS of this tree names no section, so who owns what is unknown.');
    const now = host.now().getTime();
    if (now - told < PAUSE) continue;
    told = now;
    const walked = files === 0 ? '' : `${files} files, `;
    yield { doing: 'Scanning the tree', line: `${walked}${sites.length} sites so far` };
  }
  if (unreadable.length > 0) {
    const more = unreadable.length > 3 ? ', …' : '';
    oddities.push(`${unreadable.length} places could not be read: ${unreadable.slice(0, 3).join(', ')}${more}`);
  }
  sites.sort((one, other) => one.rank - other.rank);
  return { sites, files, oddities, at: host.now().toISOString() };
}
