import { compareText } from '../std.ts';
import type { Problem } from './problem.ts';
import type { PreflightRule, Severity } from './rule.ts';

const SEVERITIES: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

// What keeps a mail from being read or applied at all comes first, taste last.
const GROUPS: Readonly<Record<PreflightRule['group'], number>> = {
  mail: 0,
  series: 1,
  why: 2,
  trailers: 3,
  message: 4,
  versions: 5,
  recipients: 6,
  timing: 7,
  subsystem: 8,
  statement: 9,
  content: 10,
};

/** For sort(): the most important first; those that are turned off last. */
export const inOrder = (a: Problem, b: Problem): number =>
  Number(a.turnedOff !== undefined) - Number(b.turnedOff !== undefined)
  || SEVERITIES[a.severity] - SEVERITIES[b.severity]
  || GROUPS[a.group] - GROUPS[b.group]
  || compareText(a.place.file, b.place.file)
  || a.place.line - b.place.line;
