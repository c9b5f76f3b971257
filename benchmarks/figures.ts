import { writeFileSync } from 'node:fs';
import { timed } from './timed.ts';

/** `npm run figures`: everything that takes long, written to docs/figures/ with command and seed. */
const FIGURES: readonly { file: string; command: readonly string[]; needs?: string }[] = [
  { file: 'sites.md', command: ['benchmarks/sites.ts'] },
  { file: 'scan.md', command: ['benchmarks/scan.ts'] },
  { file: 'fixes.md', command: ['benchmarks/fixes.ts', '2026', '50'] },
  { file: 'web.md', command: ['benchmarks/webLoad.ts', '7'] },
  { file: 'killed.md', command: ['benchmarks/killed.ts', '2026', '50'] },
  { file: 'killedServer.md', command: ['benchmarks/killedServer.ts', '2026', '50'] },
  { file: 'term.md', command: ['benchmarks/term.ts', '1000', '100', '2026'] },
  { file: 'lastHour.md', command: ['benchmarks/lastHour.ts', '1000', '100', '60'] },
  { file: 'evidencePieces.md', command: ['benchmarks/evidencePieces.ts', '2026'] },
  { file: 'evidenceLikeness.md', command: ['benchmarks/evidenceLikeness.ts', '2026'] },
  { file: 'evidenceForged.md', command: ['benchmarks/evidenceForged.ts'] },
  { file: 'evidenceMutated.md', command: ['benchmarks/evidenceMutated.ts', '1000000', '2026'] },
  { file: 'evidenceLoad.md', command: ['benchmarks/evidenceLoad.ts', '3', '200', '100'] },
  { file: 'api.md', command: ['benchmarks/api.ts', '10000'] },
  { file: 'pages.md', command: ['benchmarks/screenshots.ts', 'docs/pages'] },
  { file: 'who.md', command: ['benchmarks/who.ts', '2026'] },
  // These need a repository with a history; the first asks all trees of PATCHLING_TREES.
  { file: 'recipients.md', command: ['benchmarks/recipients.ts', '2026'], needs: 'PATCHLING_HISTORY' },
  { file: 'patches.md', command: ['benchmarks/patches.ts'], needs: 'PATCHLING_HISTORY' },
  { file: 'kinds.md', command: ['benchmarks/kinds.ts'], needs: 'PATCHLING_HISTORY' },
  { file: 'cards.md', command: ['benchmarks/cards.ts'], needs: 'PATCHLING_HISTORY' },
  { file: 'accepted.md', command: ['benchmarks/accepted.ts', '2026', '200'], needs: 'PATCHLING_HISTORY' },
  { file: 'blamed.md', command: ['benchmarks/blamed.ts', '2026', '100'], needs: 'PATCHLING_HISTORY' },
  { file: 'prepared.md', command: ['benchmarks/prepared.ts', '2026', '30'], needs: 'PATCHLING_HISTORY' },
  { file: 'coach.md', command: ['benchmarks/coach.ts'], needs: 'PATCHLING_HISTORY' },
  { file: 'check.md', command: ['benchmarks/check.ts'], needs: 'PATCHLING_HISTORY' },
];

for (const { file, command, needs } of FIGURES) {
  if (needs !== undefined && process.env[needs] === undefined) {
    process.stdout.write(`- docs/figures/${file} stays as it is: ${needs} is not set\n`);
    continue;
  }
  const { stdout, seconds, status } = await timed([process.execPath, ...command]);
  if (status === 0) writeFileSync(`docs/figures/${file}`, stdout);
  process.stdout.write(`${status === 0 ? '✓' : '✗'} docs/figures/${file} ${seconds.toFixed(0)} s\n`);
}
