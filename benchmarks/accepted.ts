import { execFileSync } from 'node:child_process';
import { allRules } from '../src/core/preflight/allRules.ts';
import { notKnown } from '../src/core/preflight/known.ts';
import { preflight } from '../src/core/preflight/preflight.ts';
import type { Problem } from '../src/core/preflight/problem.ts';
import { readSeries } from '../src/core/series/readSeries.ts';
import { seededRandom, shuffle } from '../src/core/std.ts';
import { createHost } from '../src/edge/host.ts';
import { gatherFacts } from '../src/gather/preflight/gatherFacts.ts';
import { kernelTree } from '../test/world/kernelTree.ts';
import { treeName } from './treeName.ts';

/**
 * Accepted patches of a history through the gate: which rules fire how often, and every error, to be read by eye. Each
 * patch as git format-patch writes it, on its own base; the rules of Linux's documents and those of the tree's own.
 */
const history = process.env['PATCHLING_HISTORY'] ?? '';
const documents = kernelTree();
const [seed = '2026', count = '200', since = '2023-01-01'] = process.argv.slice(2);

const git = (...words: string[]): string =>
  execFileSync('git', ['-C', history, ...words], { encoding: 'latin1', maxBuffer: 2 ** 30 });
const commits = git('log', '--no-merges', `--since=${since}`, '--format=%H').trim().split('\n').sort();
const host = createHost();

const unasked = notKnown('It is of another day and person.', 'none');
const found = new Map<string, { severity: Problem['severity']; patches: Set<string> }>();
const titles = new Map(allRules.map(({ name, title }) => [name, title]));
const errors: string[] = [];
const begun = Date.now();
let read = 0;
for (const commit of shuffle(commits, seededRandom(seed))) {
  if (read === Number(count)) break;
  const source = mailOf(commit);
  if (source === undefined) continue;
  read++;
  const series = readSeries([{ file: `${commit.slice(0, 12)}.patch`, source }]);
  const facts = await gatherFacts(host, { tree: history, series, content: true, ...(documents && { documents }) });
  // Long ago, and sent by somebody else, is no mistake of theirs.
  const now = new Date(git('show', '-s', '--format=%cI', commit).trim()).toISOString();
  for (const problem of preflight({ series, facts: { ...facts, now, calendar: unasked, settings: unasked } }, allRules)
    .problems)
    note(commit, problem);
  process.stderr.write(`\r${read} of ${count}, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
}

/** With the base that it was made for; none where the history here lacks a blob of it. */
function mailOf(commit: string): string | undefined {
  try {
    return git('format-patch', '-1', '--stdout', `--base=${commit}^`, commit);
  } catch {
    return undefined;
  }
}

function note(commit: string, problem: Problem): void {
  const { rule, severity } = problem;
  const entry = found.get(`${severity} ${rule}`) ?? { severity, patches: new Set<string>() };
  entry.patches.add(commit);
  found.set(`${severity} ${rule}`, entry);
  // Whose patch it is, and their words, stay in their history.
  if (severity === 'error') errors.push(`- ${commit.slice(0, 12)}, line ${problem.place.line}: \`${rule}\``);
}

const rows = [...found]
  .toSorted(([, a], [, b]) => b.patches.size - a.patches.size)
  .map(([name, { patches }]) => `| ${name} | ${patches.size} | ${titles.get(name.split(' ')[1] ?? '') ?? ''} |`);
const withErrors = new Set(
  [...found.values()].filter(({ severity }) => severity === 'error').flatMap(({ patches }) => [...patches]),
);
process.stdout.write(`## Accepted patches through the gate

\`node benchmarks/accepted.ts ${seed} ${count} ${since}\`: ${read} patches drawn from ${treeName(history)}'s history
of ${commits.length}, with the rules of ${documents ? treeName(documents) : 'its own documents'}

${withErrors.size} of ${read} patches have an error, ${found.size} kinds of problems were found.

${errors.length > 0 ? errors.join('\n') : 'No error.'}

| severity and rule | patches | what is wrong |
| --- | --- | --- |
${rows.join('\n')}
`);
