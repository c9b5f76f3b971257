import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { kernelTree, noKernelTree } from '../../../test/world/kernelTree.ts';
import { olderThan } from '../../../test/world/olderThan.ts';
import { hasTestSuites, mayHoldSuite, selftestFolders, selftestTargets } from './testSuites.ts';

test('a suite is a call at the start of a line', () => {
  for (const [text, project, expected] of [
    ['static int a;\nkunit_test_suite(damon_suite);\n', 'Linux', true],
    ['kunit_test_suites(&one,\n\t&two);\n', 'Linux', true],
    ['kunit_test_init_section_suites(&one);', 'Linux', true],
    ['#define kunit_test_suite(suite)\tkunit_test_suites(&suite)\n', 'Linux', false],
    [' * kunit_test_suites() - what registers\n', 'Linux', false],
    ['kunit_test_suites_run(&one);\n', 'Linux', false],
    ['DM_TEST(dm_test_acpi, UTF_SCAN_PDATA);\n', 'U-Boot', true],
    ['LOG_TEST_FLAGS(log_test, 0);\n', 'U-Boot', true],
    ['#define DM_TEST(_name, _flags)\tUNIT_TEST(_name, UTF_DM | _flags, dm)\n', 'U-Boot', false],
    ['START_TEST("");\n', 'U-Boot', false],
    ['kunit_test_suite(damon_suite);\n', 'U-Boot', false],
  ] as const) {
    assert.equal(hasTestSuites(text, project), expected, text);
  }
  assert.deepEqual(['mm/a.c', 'mm/tests/a.h', 'include/kunit/test.h', 'Documentation/a.rst'].map(mayHoldSuite), [
    true,
    true,
    false,
    false,
  ]);
});

test('the folders of selftests, by the targets that their Makefile names', () => {
  const targets = selftestTargets('# x\nTARGETS += drivers/net\nTARGETS += drivers/net/bonding\nTARGETS = mm net\n');
  const below = (...paths: string[]): readonly string[] =>
    selftestFolders(
      paths.map((path) => `tools/testing/selftests/${path}`),
      targets,
    ).map((folder) => folder.slice('tools/testing/selftests/'.length));
  assert.deepEqual(below('mm/a.c', 'mm/deep/down/b.c'), ['mm']);
  assert.deepEqual(below('drivers/net/bonding/deep/a.sh', 'drivers/net/a.py'), ['drivers/net', 'drivers/net/bonding']);
  assert.deepEqual(below('unknown/deep/a.sh', 'Makefile'), ['unknown']);
  assert.deepEqual(selftestFolders(['mm/slub.c', 'tools/testing/a.c'], targets), []);
});

test('every target of the kernel tree is a folder of its selftests', (t) => {
  const tree = kernelTree();
  if (tree === undefined) return t.skip(noKernelTree);
  const targets = selftestTargets(readFileSync(join(tree, 'tools/testing/selftests/Makefile'), 'utf8'));
  const memory = olderThan(tree, '6.3') === undefined ? 'mm' : 'vm'; // its name until then
  assert.ok(targets.size > 50 && targets.has(memory) && targets.has('drivers/net/bonding'), [...targets].join(' '));
});
