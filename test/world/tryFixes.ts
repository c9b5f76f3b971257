import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPatch } from '../../src/bench/checkPatch.ts';
import { findSites } from '../../src/bench/findSites.ts';
import { writePatch } from '../../src/bench/writePatch.ts';
import type { RankedSite } from '../../src/core/finding/rankSite.ts';
import { placeOf } from '../../src/core/finding/site.ts';
import { seededRandom, shuffle } from '../../src/core/std.ts';
import type { Check } from '../../src/core/verdict.ts';
import { createHost, type Host } from '../../src/edge/host.ts';

/** The sites that issue and document name, by what finds them again in another version. */
const NAMED = [
  { path: 'fs/btrfs/volumes.c', function: 'alloc_btrfs_io_context' },
  { path: 'mm/vmalloc.c', function: 'vmalloc_info_show' },
  { path: 'drivers/gpu/drm/gud/gud_pipe.c', function: 'gud_xrgb8888_to_r124' },
];

export interface Tried {
  readonly site: RankedSite;
  /** One of NAMED, as far as this version of the tree has them. */
  readonly isNamed: boolean;
  readonly checks: readonly Check[];
}

/** A host that keeps its journal and drafts in a folder of its own; the cache is the person's, for the build in it. */
const hostIn = (folder: string): Host => {
  const { XDG_DATA_HOME: before } = process.env;
  process.env['XDG_DATA_HOME'] = folder;
  const host = createHost();
  if (before === undefined) delete process.env['XDG_DATA_HOME'];
  else process.env['XDG_DATA_HOME'] = before;
  return host;
};

/** The named sites and `count` others, drawn by a seed among those ready ones that this machine's build compiles. */
export async function* tryFixes(tree: string, seed: string, count: number): AsyncGenerator<Tried> {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-fixes-'));
  const host = hostIn(folder);
  try {
    const sites: RankedSite[] = [];
    const order = { tree, below: [], all: false, who: seed };
    for await (const finding of findSites(host, order)) {
      if (finding.kind === 'site' && finding.site.fix === 'ready') sites.push(finding.site);
    }
    sites.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
    for await (const _progress of host.kbuild.prepare(tree));
    const stateOf = await host.kbuild.configured(tree);
    const built = sites.filter(({ path }) => stateOf?.(path).state === 'built');
    const isNamed = (site: RankedSite): boolean =>
      NAMED.some((named) => named.path === site.path && named.function === site.function);
    const drawn = shuffle(
      built.filter((site) => !isNamed(site)),
      seededRandom(seed),
    ).slice(0, count);
    for (const site of [...sites.filter(isNamed), ...drawn])
      yield { site, isNamed: isNamed(site), checks: await checksOf(host, tree, site, folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const checksOf = async (host: Host, tree: string, site: RankedSite, folder: string): Promise<Check[]> => {
  const { path, line, column } = site;
  const out = join(folder, `${path.replaceAll('/', '-')}-${line}-${column}`);
  const written = await writePatch(host, { tree, path, line, column, signoff: false, out });
  if (written.kind === 'left') throw new Error(`${placeOf(site)} was ready and is ${written.site.fix}`);
  const checks: Check[] = [];
  for await (const step of checkPatch(host, { tree, patch: written.patch, path, compile: true })) {
    if (step.kind === 'check') checks.push(step.check);
  }
  // What is the person's own, and what the gate says of its words, is not the edit's.
  return checks.filter(({ check }) => /^(?:git apply|checkpatch|compile) /.test(check));
};
