import { type BlamedFix, blamedFixes } from './blamedFixes.ts';
import { treeName } from './treeName.ts';

/**
 * `Fixes:` from blame against what the authors wrote: fixes of a history that name the commit which brought the bug,
 * asked without that tag. What counts how much was learned on those before 2024; measured is on those since.
 */
const [seed = '2026', asked = '100', when = '--since=2024-01-01'] = process.argv.slice(2);
const history = process.env['PATCHLING_HISTORY'];
const fixes: BlamedFix[] = [];

const count = (ask: (fix: BlamedFix) => boolean): number => fixes.filter(ask).length;

const row = (place: BlamedFix['place']): string => {
  const each = (['sure', 'likely', 'unsure'] as const).map((trust) =>
    count((fix) => fix.place === place && fix.trust === trust),
  );
  return `| ${place} | ${count((fix) => fix.place === place)} | ${each.map((some) => some || '').join(' | ')} |`;
};

/** What is said, without the subjects of other people's commits. */
const bare = (text: string): string => text.replace(/ \(".*?"\)(?=[;.])/g, '').replaceAll(history ?? '', 'TREE');

const report = (tree: string): string => {
  const times = fixes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (part: number): string => `${Math.round(times[Math.floor((times.length - 1) * part)] ?? 0)} ms`;
  const unasked = count(({ isSeenAsFix }) => isSeenAsFix);
  const wrong = fixes.filter(({ place }) => place === 'wrong');
  const unsure = fixes.filter(({ trust }) => trust === undefined);
  const places = ['first', 'second or third', 'wrong', 'unsure, and among those named', 'unsure'] as const;
  return `## Fixes: from blame

\`node benchmarks/blamed.ts ${seed} ${asked} ${when}\`: ${fixes.length} fixes drawn from ${treeName(tree)}'s history,
each asked without the tag that its author wrote. Weights and limits were learned on fixes before 2024.

| the commit that the author named is | fixes | offered as sure | as likely | as unsure |
| --- | --- | --- | --- | --- |
${places.map(row).join('\n')}

"wrong" is another commit than the author's, which may be right too: nobody was asked. Where nothing is offered, what was
found is named with the command that settles it. ${unasked} of ${fixes.length} are taken for fixes without being asked about.
Half take up to ${at(0.5)}, the slowest ${at(1)}.

Wrong, and what was seen:

${wrong.map(({ commit, trust, seen }) => `- ${commit.slice(0, 12)}, ${trust}: ${bare(seen)}`).join('\n')}

Unsure, and what is said:

${unsure.map(({ commit, seen }) => `- ${commit.slice(0, 12)}: ${bare(seen)}`).join('\n')}
`;
};

if (history === undefined)
  process.stdout.write('There is no history here: set PATCHLING_HISTORY to a clone of U-Boot.\n');
else {
  for await (const fix of blamedFixes(history, { seed, count: Number(asked), when })) {
    fixes.push(fix);
    process.stderr.write(`\r${fixes.length} of ${asked}`);
  }
  process.stdout.write(report(history));
}
