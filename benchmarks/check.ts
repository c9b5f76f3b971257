import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median, timed } from './timed.ts';
import { treeName } from './treeName.ts';

/** `check` of ten patches against scripts/checkpatch.pl --strict alone on the same: whole processes, interleaved pairs. */
const history = process.env['PATCHLING_HISTORY'] ?? '';
const PAIRS = 7;
const folder = mkdtempSync(join(tmpdir(), 'patchling-check-'));
const data = mkdtempSync(join(tmpdir(), 'patchling-check-data-'));
const git = (...words: string[]): string => execFileSync('git', ['-C', history, ...words], { encoding: 'utf8' }).trim();

// The newest branch that was merged and is ten commits in a row, on the commit before them.
const merged = git('log', '--merges', '-300', '--format=%P')
  .split('\n')
  .map((parents) => parents.split(' ')[1] ?? '');
const isRow = (commit: string): boolean =>
  git('rev-list', '--count', `${commit}~10..${commit}`) === '10'
  && git('rev-list', '--count', '--merges', `${commit}~10..${commit}`) === '0';
const tip = merged.find((commit) => commit !== '' && isRow(commit)) ?? 'HEAD';
git('format-patch', '-q', '-10', '--base', `${tip}~10`, '-o', folder, tip);
const files = readdirSync(folder).map((name) => join(folder, name));

const theirs = ['perl', 'scripts/checkpatch.pl', '--strict', '--show-types', ...files];
const ours = [resolve('bin/patchling'), 'check', folder, '--tree', history];
const times: [number, number][] = [];
for (let pair = 0; pair <= PAIRS; pair++) {
  const one = await timed(theirs, {}, history);
  const other = await timed(ours, { XDG_DATA_HOME: data });
  if (pair > 0) times.push([one.seconds, other.seconds]); // the first warms both
}
const script = median(times.map(([one]) => one));
const check = median(times.map(([, other]) => other));
const allowed = 2 * script + 0.3;
process.stdout.write(`## The gate, against checkpatch alone

\`node benchmarks/check.ts\`, ${treeName(history)}, ${files.length} patches in a row, ${PAIRS} interleaved pairs of
whole processes, medians

| | seconds |
| --- | --- |
| scripts/checkpatch.pl --strict | ${script.toFixed(2)} |
| patchling check, with checkpatch in it | ${check.toFixed(2)} |
| allowed: twice the script and 0.3 s | ${allowed.toFixed(2)} |
| ratio | ${median(times.map(([one, other]) => other / one)).toFixed(2)} |
`);
