import { placeOf } from '../src/core/finding/site.ts';
import type { Check } from '../src/core/verdict.ts';
import { kernelTree } from '../test/world/kernelTree.ts';
import { tryFixes } from '../test/world/tryFixes.ts';
import { treeName } from './treeName.ts';

/** The three named sites and fifty drawn ones: how many compile without new warnings, how many checkpatch accepts. */
const seed = process.argv[2] ?? '2026';
const count = Number(process.argv[3] ?? 50);
const tree = kernelTree();

if (tree === undefined)
  process.stdout.write('There is no kernel tree here: set PATCHLING_TREE, or run npm start once.\n');
else {
  const rows: string[] = [];
  const held: Record<string, number> = {};
  let tried = 0;
  for await (const { site, checks } of tryFixes(tree, seed, count)) {
    tried++;
    for (const { check, verdict } of checks) {
      const kind = check.startsWith('compile') ? 'compiles without new warnings' : check;
      held[kind] = (held[kind] ?? 0) + (verdict === 'holds' ? 1 : 0);
    }
    const others = checks.filter(({ verdict }) => verdict !== 'holds');
    const becomes = (site.replacement ?? '').replaceAll('|', '\\|');
    rows.push(`| ${placeOf(site)} | ${becomes} | ${others.length === 0 ? 'holds' : others.map(told).join('; ')} |`);
    process.stderr.write(`${tried} ${placeOf(site)} ${others.map(told).join('; ')}\n`);
  }
  const totals = Object.entries(held).map(([kind, holds]) => `- ${kind}: ${holds} of ${tried}`);
  process.stdout.write(`## Edits of ready sites, checked

\`node benchmarks/fixes.ts ${seed} ${count}\`, ${treeName(tree)}: the three named sites and ${count} drawn by this seed
among the ready ones that allmodconfig builds on x86.

${totals.join('\n')}

| site | becomes | verdict |
| --- | --- | --- |
${rows.join('\n')}
`);
}

function told({ check, verdict, seen, details = [] }: Check): string {
  return `${verdict}: ${check}: ${seen} ${details.slice(0, 2).join(' ')}`.replaceAll('|', '/');
}
