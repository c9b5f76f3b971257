import { plural } from '../../core/plural.ts';
import type { Manifest } from '../../edge/db/backup/manifest.ts';
import type { Face } from '../face.ts';

/** How much it is, and where the log of decisions ends; 1 where that log is broken. */
export function sayBackup({ say, note }: Face, { tables, chain }: Manifest): number {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  say(`  ${plural(rows, 'row')} in ${plural(tables.length, 'table')}`);
  if (chain.kind === 'holds') {
    say(`  the log of decisions holds; its end is ${chain.head.seq} ${chain.head.hash}`);
    return 0;
  }
  note(`✗ The log of decisions is broken at ${chain.seq} (${chain.because}): somebody changed it. Keep older backups.`);
  return 1;
}
