import { writeFileSync } from 'node:fs';
import { timed } from './timed.ts';

/** `npm run figures`: everything that takes long, written to docs/figures/ with command and seed. */
const FIGURES = [
  { file: 'sites.md', command: ['benchmarks/sites.ts'] },
  { file: 'scan.md', command: ['benchmarks/scan.ts'] },
  { file: 'fixes.md', command: ['benchmarks/fixes.ts', '2026', '50'] },
];

for (const { file, command } of FIGURES) {
  const { stdout, seconds, status } = await timed([process.execPath, ...command]);
  if (status === 0) writeFileSync(`docs/figures/${file}`, stdout);
  process.stdout.write(`${status === 0 ? '✓' : '✗'} docs/figures/${file} ${seconds.toFixed(0)} s\n`);
}
