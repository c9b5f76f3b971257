import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { allRules } from '../src/core/preflight/allRules.ts';
import { preflight } from '../src/core/preflight/preflight.ts';
import { readSeries } from '../src/core/series/readSeries.ts';
import { treeText } from '../src/edge/treeText.ts';
import { sampleFacts } from '../test/preflight/sampleFacts.ts';
import { kernelTree } from '../test/world/kernelTree.ts';

/** What the coach asks of twenty messages of a real history, beside what a maintainer would ask (read by hand, before). */
interface Labelled {
  readonly commit: string;
  readonly message: 'good' | 'poor';
  readonly maintainer: string;
}

const history = process.env['PATCHLING_HISTORY'] ?? '';
const documents = kernelTree() ?? history;
const labelled = JSON.parse(readFileSync(new URL('data/coach.json', import.meta.url), 'utf8')) as readonly Labelled[];

const rows = labelled.map(({ commit, message, maintainer }) => {
  const words = ['-C', history, 'format-patch', '-1', '--stdout', commit];
  const source = execFileSync('git', words, { encoding: 'latin1', maxBuffer: 2 ** 28 });
  const series = readSeries([{ file: `${commit}.patch`, source }]);
  const facts = sampleFacts({ document: (path) => treeText(documents, path) });
  const asked = preflight({ series, facts }, allRules).problems.filter(({ group }) => group === 'why');
  const said = asked.map(({ rule }) => `\`${rule}\``).join(', ') || 'nothing';
  return {
    message,
    asked: asked.length,
    row: `| ${commit} | ${message} | ${said} | ${maintainer} |`,
  };
});
const count = (kind: Labelled['message']): string => {
  const of = rows.filter(({ message }) => message === kind);
  return `${of.filter(({ asked }) => asked > 0).length} of ${of.length} ${kind} messages`;
};
process.stdout.write(`## What the coach asks

\`node benchmarks/coach.ts\`: ${count('good')} and ${count('poor')} are asked something. Which are good or poor, and what a
maintainer would ask, was written down by one reader before the first run; that run asked 5 of the 10 poor ones, and one
rule was improved by it.

| commit | message | the coach | a maintainer |
| --- | --- | --- | --- |
${rows.map(({ row }) => row).join('\n')}
`);
