/** A reason of a rank as a page says it: there is one person here, whose seed nobody need read. */
export const rankWords = (reason: string): string =>
  reason.replace(/drawn for \S+$/, 'drawn for you, so that not everybody begins with the same one');
