import { readFileSync } from 'node:fs';
import { withTempFolder } from '../src/edge/tempFolder.ts';
import { openEvidenceJudge } from '../src/gather/evidence/evidenceJudge.ts';
import { type LoadRound, loadRound } from './evidence/loadRound.ts';
import { withOwnDatabase } from './rush/withOwnDatabase.ts';

// `node benchmarks/evidenceLoad.ts [MINUTES] [SUBMISSIONS A MINUTE] [PEOPLE]`: logs are handed in and judged while people look at
// pages. On an embedded PostgreSQL, and on the server that PATCHLING_DATABASE names.
const [minutes = '3', aMinute = '200', lookers = '100'] = process.argv.slice(2);
const order = { minutes: Number(minutes), aMinute: Number(aMinute), lookers: Number(lookers) };
const named = process.env['PATCHLING_DATABASE'];

const embedded = await withTempFolder((data) => loadRound({ ...order, data }));
const onServer =
  named === undefined
    ? undefined
    : await withOwnDatabase(named, (url) => withTempFolder((data) => loadRound({ ...order, data, url })));

const part = (numbers: readonly number[], share: number): string =>
  (numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0).toFixed(0);
const quantiles = (numbers: readonly number[]): string =>
  `${numbers.length} | ${[0.5, 0.99, 1].map((share) => part(numbers, share)).join(' | ')}`;
const said = ({ outcomes }: LoadRound): string =>
  Object.entries(outcomes)
    .map(([step, count]) => `${count} ${step}`)
    .join(', ');

const heldWords = ({ median, most99, most999, most }: LoadRound['loop']): string =>
  [median, most99, most999, most].map((ms) => `${ms.toFixed(1)} ms`).join(', ');

const table = (round: LoadRound): string => `| | how many | median, ms | of 100 the slowest | slowest |
| --- | --- | --- | --- | --- |
| handed in, and its verdict shown | ${quantiles(round.answered)} |
| pages looked at | ${quantiles(round.looked)} |

| | |
| --- | --- |
| what the machine did | ${said(round)} |
| the event loop was held: median, of 100, of 1000, most | ${heldWords(round.loop)} |
| the server's processor time, of one | ${(round.processorShare * 100).toFixed(0)} % |
| the server's memory at its most | ${round.memory.toFixed(0)} MB |
| errors | ${round.errors.length}${round.errors.length === 0 ? '' : `: ${[...new Set(round.errors)].slice(0, 3).join('; ')}`} |
`;

const large = await largeLog();
process.stdout.write(`# Evidence while people use the pages

\`node benchmarks/evidenceLoad.ts ${minutes} ${aMinute} ${lookers}\`: ${minutes} minutes of ${aMinute} submissions a minute,
each a real boot log of 24 kB with the person's mark and instants of its own, while ${lookers} people look at a page every
three seconds. The server is \`patchling programme serve\` in a process of its own; the load and PostgreSQL share its two cores.
How long the event loop was held is measured in the server itself by Node's monitor, beyond its own resolution of 5 ms.

## Embedded

${table(embedded)}
## A server by its address

${onServer === undefined ? 'Not measured: PATCHLING_DATABASE names none.\n' : table(onServer)}
## A log of 20 MB

Judged in its thread within ${large.ms.toFixed(0)} ms, ${large.said}; this process grew by
${large.grew.toFixed(0)} MB, thread and the log itself within. Uploads end at 5 MB: this is what the thread bears.
`);

async function largeLog(): Promise<{ readonly ms: number; readonly said: string; readonly grew: number }> {
  const log = readFileSync('test/data/evidence/boot-6.12.dmesg.txt');
  const rest = Array.from(
    { length: 300_000 },
    (_, at) => `[${(6 + at / 1000).toFixed(6).padStart(12)}] usb 1-1: reset high-speed USB device number ${at}\n`,
  );
  const bytes = Buffer.concat([log, Buffer.from(rest.join(''))]).subarray(0, 20_000_000);
  const judge = openEvidenceJudge();
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const answer = await judge.judge({
    ...{ pieces: [{ name: 'log', bytes: new Uint8Array(bytes) }], nonce: 'plgabcdefgh2345' },
    evidence: { needs: [{ kind: 'boot log', kernel: 'distribution' }], mayPass: true, spotChecks: 0 },
  });
  const ms = performance.now() - began;
  const grew = (process.memoryUsage().rss - before) / 2 ** 20;
  await judge.close();
  const checks = answer === 'broken' ? [] : answer.judged.flatMap((one) => one.checks);
  return {
    ms,
    grew,
    said: `${checks.length} checks, ${checks.filter(({ verdict }) => verdict === 'holds').length} hold`,
  };
}
