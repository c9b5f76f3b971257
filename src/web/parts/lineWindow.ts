/** Lines that fit on one page. */
export interface LineWindow {
  /** From 1. */
  readonly from: number;
  /** The last one that is shown. */
  readonly to: number;
  /** Where the next page begins, and the one before. */
  readonly next?: number;
  readonly before?: number;
}

const MOST_LINES = 400;
/** Of a page's bytes, as they stand in its HTML. */
const MOST_BYTES = 48_000;
/** What is around each line. */
const AROUND = 60;
/** Of a longer line the rest is left out, which is said. */
export const LONGEST = 1000;

/** The page of lines that line `at` is on. Pages begin where the one before ended, so that each has one address. */
export const lineWindow = (lines: readonly string[], at: number): LineWindow => {
  const starts = [1];
  let size = 0;
  let count = 0;
  for (const [index, line] of lines.entries()) {
    const bytes = AROUND + escapedSize(line.slice(0, LONGEST));
    if (count > 0 && (count >= MOST_LINES || size + bytes > MOST_BYTES)) {
      starts.push(index + 1);
      size = 0;
      count = 0;
    }
    size += bytes;
    count++;
  }
  const page = Math.max(
    0,
    starts.findLastIndex((start) => start <= at),
  );
  const [from = 1, next] = starts.slice(page);
  const before = starts[page - 1];
  return {
    from,
    to: next === undefined ? lines.length : next - 1,
    ...(next !== undefined && { next }),
    ...(before !== undefined && { before }),
  };
};

const escapedSize = (text: string): number =>
  text.length + 5 * (text.match(/[&<>"']/g)?.length ?? 0) + 2 * (text.match(/[^\0-\x7f]/g)?.length ?? 0);
