/** A source tree whose habits are known. */
export type Project = 'Linux' | 'U-Boot';

/** Macros that register tests, each a call at the start of a line: KUnit's, and U-Boot's own, which wrap UNIT_TEST(). */
const MACROS: Readonly<Record<Project, readonly string[]>> = {
  Linux: ['kunit_test_suite', 'kunit_test_suites', 'kunit_test_init_section_suite', 'kunit_test_init_section_suites'],
  'U-Boot': [
    ...['UNIT', 'DM', 'LIB', 'BOOTSTD', 'EFI_UNIT', 'SPL_IMG', 'SPL', 'HUSH', 'LOG', 'FDT', 'FDT_OVERLAY', 'CMD'],
    ...['COMMON', 'BLOBLIST', 'MEM', 'SETEXPR', 'BOOTM', 'ENV', 'FIT_VERITY', 'UPL', 'BDINFO', 'SEAMA', 'OPTEE'],
    ...['LOADM', 'PCI_MPS', 'MEASUREMENT', 'IMAGE_FDT', 'FONT', 'EXIT', 'ADDRMAP'],
  ].flatMap((name) => [`${name}_TEST`, `${name}_TEST_FLAGS`]),
};

/** What a file with a suite holds somewhere, for a first quick look. */
export const suiteMarks = (project: Project): readonly string[] => (project === 'Linux' ? ['kunit_test_'] : ['_TEST']);

/** Whether a suite can be in a file of this name; the macros themselves are defined below include/. */
export const mayHoldSuite = (path: string): boolean => /\.[ch]$/.test(path) && !path.startsWith('include/');

/** Whether the text of a file registers tests: not where it defines the macro, or speaks of it in a comment. */
export const hasTestSuites = (text: string, project: Project): boolean => CALLS[project].test(text);

const callOf = (names: readonly string[]): RegExp => new RegExp(`^(?:${names.join('|')})\\(`, 'm');

const CALLS: Readonly<Record<Project, RegExp>> = { Linux: callOf(MACROS.Linux), 'U-Boot': callOf(MACROS['U-Boot']) };

/**
 * The folders of selftests that files lie in. `targets` are those of tools/testing/selftests/Makefile; the deepest that
 * holds the file counts, and a file in none of them counts for its first folder.
 */
export const selftestFolders = (paths: readonly string[], targets: ReadonlySet<string>): readonly string[] => {
  const found = new Set<string>();
  for (const path of paths) {
    if (!path.startsWith(SELFTESTS)) continue;
    const parts = path.slice(SELFTESTS.length).split('/').slice(0, -1);
    if (parts.length === 0) continue; // the frame that runs them all
    let deepest = parts.length;
    while (deepest > 1 && !targets.has(parts.slice(0, deepest).join('/'))) deepest--;
    found.add(SELFTESTS + parts.slice(0, deepest).join('/'));
  }
  return [...found].sort();
};

const SELFTESTS = 'tools/testing/selftests/';

/** The targets that its Makefile names: `TARGETS += drivers/net/bonding`. */
export const selftestTargets = (makefile: string): ReadonlySet<string> =>
  new Set([...makefile.matchAll(/^TARGETS\s*\+?=\s*(.*)$/gm)].flatMap(([, names = '']) => names.trim().split(/\s+/)));
