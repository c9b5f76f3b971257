import { resolve } from 'node:path';
import type { SourceFile } from '../core/series/readSeries.ts';
import type { Host } from '../edge/host.ts';
import type { SeriesChecked } from './checkSeries.ts';
import { sha256 } from './composePatch.ts';

/** The sum of a check is a fact of the journal, for each file by its bytes. */
export const noteSeries = async (
  { journal }: Pick<Host, 'journal'>,
  files: readonly SourceFile[],
  { series, result }: SeriesChecked,
): Promise<void> => {
  const named = new Set(series.mails.map(({ mail }) => mail.file));
  for (const { file, source } of files) {
    if (file === '-' || !named.has(file)) continue;
    const errors = result.problems.filter(({ severity, turnedOff: off }) => severity === 'error' && off === undefined);
    await journal.append({
      kind: 'check-made',
      patch: resolve(file),
      sha256: sha256(Buffer.from(source, 'latin1')),
      check: 'preflight',
      verdict: result.verdict,
      seen: errors.length === 0 ? 'No errors.' : errors.map(({ rule }) => rule).join(', '),
    });
  }
};
