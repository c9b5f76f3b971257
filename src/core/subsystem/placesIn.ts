/** Where a subsystem’s files lie, as the advice needs it. */
export interface Places {
  readonly files: number;
  /** Each with its slash, the most files first; '' is the top of the tree. */
  readonly folders: readonly { readonly folder: string; readonly files: number }[];
  /** Those that are tests by their place or name. */
  readonly testFiles: readonly string[];
}

/** Of the paths that a subsystem owns. */
export const placesIn = (paths: readonly string[]): Places => {
  const folders = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return {
    files: paths.length,
    folders: [...folders]
      .map(([folder, files]) => ({ folder, files }))
      .toSorted((one, other) => other.files - one.files || (one.folder < other.folder ? -1 : 1)),
    testFiles: paths.filter((path) => TESTS.some((test) => test.test(path))),
  };
};

/** Kernel selftests and KUnit suites by their places and names, U-Boot’s unit and python tests. */
const TESTS: readonly RegExp[] = [
  /^tools\/testing\/selftests\/.*\.(?:c|sh|py)$/,
  /(?:^|\/)(?:test_\w+|\w+[-_](?:kunit|test|tests))\.c$/,
  /(?:\/tests?|_selftest)\/[^/]*\.c$/,
  /^test\/.*\.(?:c|py)$/,
];
