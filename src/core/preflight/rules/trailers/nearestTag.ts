const TAGS = [
  'Signed-off-by',
  'Co-developed-by',
  'Reviewed-by',
  'Acked-by',
  'Tested-by',
  'Reported-by',
  'Suggested-by',
  'Assisted-by',
];

/** Tags that people in this field know, in lower case; those that only some trees use as well. */
export const STANDARD_TAGS: ReadonlySet<string> = new Set([
  ...TAGS.map((tag) => tag.toLowerCase()),
  'originally-by',
  'debugged-by',
  'reviewed-on',
]);

/** Near a known tag, but meant so. */
const MEANT = new Set(['nacked-by', 'asked-by', 'revised-by', 'posted-by', 'rested-by', 'listed-by', 'hosted-by']);

/** The known tag that a name stands for, with at most two slips of the pen; none where it is no tag. */
export const nearestTag = (token: string): string | undefined => {
  const name = token
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
  if (STANDARD_TAGS.has(name)) return TAGS.find((tag) => tag.toLowerCase() === name) ?? token;
  if (!/by$/.test(name) || name.length < 6 || MEANT.has(name)) return undefined;
  const near = TAGS.map((tag) => ({ tag, slips: slips(name, tag.toLowerCase()) })).sort((a, b) => a.slips - b.slips)[0];
  return near && near.slips <= 2 ? near.tag : undefined;
};

/** Letters put in, left out or changed. Both are short: the longest tag has 15. */
const slips = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [index, letter] of [...one.slice(0, 40)].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= other.length; at++) {
      const changed = (row[at - 1] ?? 0) + (other[at - 1] === letter ? 0 : 1);
      next.push(Math.min(changed, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};
