import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { kernelTree, noKernelTree } from '../../test/world/kernelTree.ts';
import { olderThan } from '../../test/world/olderThan.ts';
import { smallTree } from '../../test/world/smallTree.ts';
import { parseMaintainers, type Section } from '../core/maintainers/parseMaintainers.ts';
import type { TreeFigures } from '../core/subsystem/card.ts';
import { createHost } from '../edge/host.ts';
import { type SectionFiles, sectionFilesOf } from './sectionFilesOf.ts';
import { treeFiguresOf } from './treeFiguresOf.ts';

const host = createHost();

const MADE = `
MADE DRIVER
M:	Ada Made <ada@made.example>
F:	drivers/made/
F:	include/linux/made*.h
F:	tools/testing/selftests/made/
X:	drivers/made/others/
`;

const sectionIn = (tree: string, title: string): Section => {
  const { sections } = parseMaintainers(host.trees.text(tree, 'MAINTAINERS') ?? '');
  return sections.find((section) => section.title === title) ?? assert.fail(title);
};

const measured = (tree: string, title: string): { files: SectionFiles; figures: TreeFigures } => {
  const files = sectionFilesOf(host, tree, sectionIn(tree, title));
  return { files, figures: treeFiguresOf(host, tree, files) };
};

const treeOf = (t: TestContext, files: Record<string, string>): string => {
  const tree = smallTree(files);
  t.after(() => rmSync(tree, { recursive: true, force: true }));
  return tree;
};

test('the files of a section and what they show', (t) => {
  const tree = treeOf(t, {
    MAINTAINERS: MADE,
    'drivers/made/made.c': 'int made;\n',
    'drivers/made/Kconfig': 'config MADE\n',
    'drivers/made/deep/made_kunit.c': 'int a;\nkunit_test_suite(made);\n',
    'drivers/made/others/not.c': 'int not;\n',
    'include/linux/made_up.h': '#define MADE\n',
    'include/linux/other.h': '#define OTHER\n',
    'tools/testing/selftests/Makefile': 'TARGETS += made\n',
    'tools/testing/selftests/made/run.sh': 'true\nfalse\ntrue\n',
    'drivers/neighbour/a.c': 'int neighbour;\n',
  });
  symlinkSync('..', join(tree, 'drivers/made/loop'));
  const { files, figures } = measured(tree, 'MADE DRIVER');
  assert.deepEqual(files.files.map(({ path }) => path).sort(), [
    'drivers/made/Kconfig',
    'drivers/made/deep/made_kunit.c',
    'drivers/made/made.c',
    'include/linux/made_up.h',
    'tools/testing/selftests/made/run.sh',
  ]);
  assert.deepEqual(figures, {
    files: 5,
    unreadable: 0,
    lines: 8,
    bytes: 10 + 12 + 31 + 13 + 16,
    languages: [
      { language: 'C', files: 2, lines: 3 },
      { language: 'Shell', files: 1, lines: 3 },
      { language: 'C headers', files: 1, lines: 1 },
      { language: 'Kconfig and Makefiles', files: 1, lines: 1 },
    ],
    selftests: ['tools/testing/selftests/made'],
    kunit: ['drivers/made/deep/made_kunit.c'],
    inQemu: {
      verdict: 'holds',
      seen: '83 % of its code can be tested in a plain guest: tools/testing/selftests/made/ (runs in the guest), drivers/made/deep/made_kunit.c (tests that need no device).',
      share: 5 / 6,
      place: 'tools/testing/selftests/made/',
    },
  });
});

test('a section that owns nothing here', (t) => {
  const tree = treeOf(t, { MAINTAINERS: 'GONE\nM:\tA <a@made.example>\nF:\tdrivers/gone/\nF:\tgone.c\n' });
  const { figures } = measured(tree, 'GONE');
  assert.deepEqual([figures.files, figures.languages, figures.inQemu.verdict], [0, [], 'unknown']);
});

test('U-Boot has suites of its own, and sandbox', (t) => {
  const tree = treeOf(t, {
    MAINTAINERS: 'TEST\nF:\ttest/\n',
    Kconfig: 'mainmenu "U-Boot $(UBOOTVERSION) Configuration"\n',
    'test/dm/made.c': 'static int dm_test_made(void)\n{\n}\nDM_TEST(dm_test_made, UTF_SCAN_PDATA);\n',
    'test/dm/other.c': 'int other;\n',
  });
  const { figures } = measured(tree, 'TEST');
  assert.deepEqual([figures.kunit, figures.inQemu.verdict], [['test/dm/made.c'], 'holds']);
});

test('a file that goes away between two looks is said, not thrown', (t) => {
  const tree = treeOf(t, { MAINTAINERS: MADE, 'drivers/made/made.c': 'int made;\n' });
  const files = sectionFilesOf(host, tree, sectionIn(tree, 'MADE DRIVER'));
  rmSync(join(tree, 'drivers/made/made.c'));
  const figures = treeFiguresOf(host, tree, files);
  assert.deepEqual([figures.files, figures.lines, figures.unreadable], [1, 0, 1]);
});

test('the kernel’s memory management and network drivers, with the time they take', (t) => {
  const tree = kernelTree();
  if (tree === undefined) return t.skip(noKernelTree);
  for (const [title, atLeast] of [
    ['MEMORY MANAGEMENT', 200],
    ['NETWORKING DRIVERS', 4000],
  ] as const) {
    const began = performance.now();
    const { files, figures } = measured(tree, title);
    t.diagnostic(
      `${title}: ${figures.files} files, ${figures.lines} lines in ${Math.round(performance.now() - began)} ms`,
    );
    assert.ok(figures.files > atLeast);
    assert.equal(figures.languages[0]?.language, 'C');
    assert.equal(figures.unreadable, 0);
    assert.equal(figures.inQemu.verdict, title === 'MEMORY MANAGEMENT' ? 'holds' : 'fails');
    // In 6.1 no network driver has a KUnit suite yet, and the section names no selftests.
    const older = title === 'NETWORKING DRIVERS' ? olderThan(tree, '6.12') : undefined;
    if (older !== undefined) t.diagnostic(`${title}: tests are counted, not asked for, ${older}`);
    else assert.ok(figures.kunit.length > 0 && figures.selftests.length > 0);
    const isSelftest = ({ path }: { path: string }): boolean => path.startsWith('tools/testing/selftests/');
    assert.equal(figures.selftests.length > 0, files.files.some(isSelftest));
  }
});
