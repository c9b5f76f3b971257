const BLOCKS = '▁▂▃▄▅▆▇█';

/** A year as a line of blocks, each as high as its share of the highest; a month without anything is a dot. */
export const monthBars = (counts: readonly number[]): string => {
  const most = Math.max(1, ...counts);
  return counts
    .map((count) => (count === 0 ? '·' : (BLOCKS[Math.ceil((count / most) * BLOCKS.length) - 1] ?? '·')))
    .join('');
};
