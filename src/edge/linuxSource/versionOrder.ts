/** For sort(): by version, the newest first; 6.12 is newer than 6.9, and 6.12.1 than 6.12. */
export const newestFirst = (a: { readonly version: string }, b: { readonly version: string }): number => {
  const [left, right] = [numbers(a.version), numbers(b.version)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (right[at] ?? -1) - (left[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
};

const numbers = (version: string): number[] => version.split('.').map(Number);
