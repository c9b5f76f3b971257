import type { FormerVersion, Thread } from '../../facts.ts';
import type { Checked } from '../../rule.ts';

/** The version before this one, where the thread has it. */
export const formerVersion = ({ series }: Checked, { versions }: Thread): FormerVersion | undefined =>
  versions.findLast((one) => one.series.version < series.version) ?? versions.at(-1);

export const hoursBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 3_600_000;
