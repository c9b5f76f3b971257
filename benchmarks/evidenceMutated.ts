import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { MutatedRun } from './evidence/mutatedRun.ts';
import { timed } from './timed.ts';

// `node benchmarks/evidenceMutated.ts [INPUTS] [SEED]`: mutated evidence, a process for each processor.
const [inputs = '1000000', seed = '2026', only] = process.argv.slice(2);
if (only !== undefined) {
  const { mutatedRun } = await import('./evidence/mutatedRun.ts');
  process.stdout.write(JSON.stringify(await mutatedRun(Number(inputs), `${seed}-${only}`)));
  process.exit();
}

const parts = availableParallelism();
const each = String(Math.ceil(Number(inputs) / parts));
const done = await Promise.all(
  Array.from({ length: parts }, (_, at) =>
    timed([process.execPath, fileURLToPath(import.meta.url), each, seed, String(at)]),
  ),
);
const broken = done.find(({ status }) => status !== 0);
if (broken) {
  process.stderr.write('a part of the run ended by itself\n');
  process.exit(1);
}
const runs = done.map(({ stdout }) => JSON.parse(stdout) as MutatedRun);
const total = runs.reduce((sum, one) => sum + one.runs, 0);
const sum = (outcome: keyof MutatedRun['outcomes']): number =>
  runs.reduce((all, one) => all + one.outcomes[outcome], 0);
const [slowest] = runs.toSorted((a, b) => b.slowestMs - a.slowestMs);
const threw = runs.flatMap((one) => one.threw);

process.stdout.write(`# Evidence with accidents and attacks

\`node benchmarks/evidenceMutated.ts ${inputs} ${seed}\`: what was made here by booting, loading and testing, and a patch by git,
cut, doubled, turned around, with lines moved, numbers grown, bytes put in; one to four such things each. Every piece is judged
for eight kinds of evidence, and its signs of likeness are taken.

| | |
| --- | --- |
| inputs | ${total} |
| threw | ${threw.length} |
| holds, of a kind | ${sum('holds')} |
| fails | ${sum('fails')} |
| unknown | ${sum('unknown')} |
| slowest | ${slowest?.slowestMs.toFixed(0)} ms (${slowest?.slowest}) |
| an input takes, on the whole | ${((Math.max(...done.map(({ seconds }) => seconds)) * parts * 1000) / total).toFixed(2)} ms |
| most memory of a process | ${Math.max(...done.map(({ peak }) => peak)).toFixed(0)} MB |
${threw
  .slice(0, 20)
  .map((one) => `\n- ${one}`)
  .join('')}`);
process.exitCode = threw.length === 0 ? 0 : 1;
