import { findSites } from '../src/bench/findSites.ts';
import type { RankedSite } from '../src/core/finding/rankSite.ts';
import { createHost } from '../src/edge/host.ts';
import { kernelTree } from '../test/world/kernelTree.ts';
import { treeName } from './treeName.ts';

/** How many sites there are, by shape and by what is to be done, with the reasons; and how well the grammar could read. */
const tree = kernelTree();
if (tree === undefined)
  process.stdout.write('There is no kernel tree here: set PATCHLING_TREE, or run npm start once.\n');
else {
  const sites: RankedSite[] = [];
  for await (const finding of findSites(createHost(), { tree, below: [], all: true, who: '' })) {
    if (finding.kind === 'site') sites.push(finding.site);
  }
  const fixes = ['ready', 'by hand', 'refused'] as const;
  const shapes = [...new Set(sites.map(({ shape }) => shape))].sort();
  const count = (ask: (site: RankedSite) => boolean): number => sites.filter(ask).length;
  const line = (name: string, ask: (site: RankedSite) => boolean): string =>
    `| ${name} | ${count(ask)} | ${fixes.map((fix) => count((site) => ask(site) && site.fix === fix)).join(' | ')} |`;
  const reasons = Map.groupBy(
    sites.filter(({ fix }) => fix !== 'ready'),
    (site) => `${site.fix}: ${site.reasons[0]}`,
  );
  const functions = Map.groupBy(sites, (site) => `${site.path} ${site.function}`);
  const broken = [...functions.values()].filter((of) => of.some(({ errors }) => errors !== 'none')).length;
  const atCall = [...functions.values()].filter((of) => of.some(({ errors }) => errors === 'at the call')).length;
  const share = (part: number): string => `${part} (${((part / functions.size) * 100).toFixed(2)} %)`;
  process.stdout.write(`## Sites of allocator-arithmetic

\`node benchmarks/sites.ts\`, ${treeName(tree)}

| shape | sites | ${fixes.join(' | ')} |
| --- | --- | --- | --- | --- |
${shapes.map((shape) => line(shape, (site) => site.shape === shape)).join('\n')}
${line('all', () => true)}

Functions with a site: ${functions.size}; with a parse error: ${share(broken)}; with one at the call: ${share(atCall)}.

| first reason | sites |
| --- | --- |
${[...reasons]
  .map(([reason, of]) => `| ${reason} | ${of.length} |`)
  .sort()
  .join('\n')}
`);
}
