/** A tag of a tree, and when it was made. */
export interface DatedTag {
  readonly tag: string;
  /** ISO 8601. */
  readonly date: string;
}

/** Where a mainline tree stands between two releases. */
export interface ReleaseCalendar extends DatedTag {
  readonly isMergeWindow: boolean;
  readonly candidate?: number;
  readonly isStale: boolean;
}

/**
 * Where mainline stands, from the newest release tag that its HEAD reaches and all other tags that the tree has: after a
 * final release the merge window is open until a candidate of the next one is tagged (process/2.Process.rst). Undefined
 * for what is no mainline tag: `v6.12.5`, `next-20261123`.
 */
export const calendar = (reached: DatedTag, all: readonly DatedTag[], now: string): ReleaseCalendar | undefined => {
  const release = releaseOf(reached.tag);
  if (!release) return undefined;
  const isOlderThan = (days: number): boolean => Date.parse(now) - Date.parse(reached.date) > days * DAY;
  if (release.candidate !== undefined) {
    return { ...reached, isMergeWindow: false, candidate: release.candidate, isStale: isOlderThan(CANDIDATE_DAYS) };
  }
  const newest = all
    .flatMap(({ tag }) => releaseOf(tag) ?? [])
    .filter((other) => isLater(other, release))
    .toSorted((a, b) => (isLater(a, b) ? -1 : 1))[0];
  const isStale = newest !== undefined || isOlderThan(WINDOW_DAYS);
  if (!newest) return { ...reached, isMergeWindow: true, isStale };
  const { candidate } = newest;
  return candidate === undefined
    ? { ...reached, isMergeWindow: true, isStale }
    : { ...reached, isMergeWindow: false, candidate, isStale: isOlderThan(CANDIDATE_DAYS) };
};

const DAY = 86_400_000;
/** Candidates come each week, releases each two or three months. */
const CANDIDATE_DAYS = 92;
/** No merge window takes four weeks: what came after it was not fetched. */
const WINDOW_DAYS = 28;

/** A release or candidate of mainline. */
export interface Release {
  readonly major: number;
  readonly minor: number;
  readonly candidate?: number;
}

/** Of `v6.12`, `v6.13-rc4`, U-Boot's `v2026.01-rc3`; undefined for other tags. */
export const releaseOf = (tag: string): Release | undefined => {
  const [, major, minor, candidate] = /^v(\d{1,5})\.(\d{1,5})(?:-rc(\d{1,3}))?$/.exec(tag) ?? [];
  if (major === undefined) return undefined;
  const release = { major: Number(major), minor: Number(minor) };
  return candidate === undefined ? release : { ...release, candidate: Number(candidate) };
};

export const isLater = (a: Release, b: Release): boolean =>
  a.major !== b.major
    ? a.major > b.major
    : a.minor !== b.minor
      ? a.minor > b.minor
      : (a.candidate ?? Number.POSITIVE_INFINITY) > (b.candidate ?? Number.POSITIVE_INFINITY);
