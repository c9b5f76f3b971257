import type { Candidate } from './candidate.ts';
import type { Slope } from './steepness.ts';

/** What of a subsystem says how steep it is. */
export const slopeOf = ({
  about,
  files,
  folders,
  lines,
  history,
}: Pick<Candidate, 'about' | 'files' | 'folders' | 'lines' | 'history'>): Slope => ({
  name: about.name,
  files,
  folders,
  lines,
  maintainers: about.maintainers,
  year: history,
});
