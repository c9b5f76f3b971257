import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commitFiles, gitFolder, inGit, writeFiles } from '../../../test/world/gitFolder.ts';
import type { Facts } from '../../core/preflight/facts.ts';
import { readSeries } from '../../core/series/readSeries.ts';
import { createHost } from '../../edge/host.ts';
import { withTempFolder } from '../../edge/tempFolder.ts';
import { type FactsOrder, gatherFacts } from './gatherFacts.ts';

const MAINTAINERS = `List of maintainers

MADE DRIVER
M:	Ada Made <ada@made.example>
L:	made@lists.example
S:	Maintained
P:	Documentation/process/made.rst
T:	git git://made.example/made.git
F:	drivers/made/

THE REST
M:	Linus <linus@made.example>
L:	all@lists.example
S:	Buried
F:	*
F:	*/
`;

const FILES = {
  MAINTAINERS,
  Makefile: 'VERSION = 6\nPATCHLEVEL = 13\nSUBLEVEL = 0\nEXTRAVERSION = -rc4\n',
  'drivers/made/a.c': 'int a;\n',
  'drivers/made/b.c': 'int b;\n',
  'Documentation/process/made.rst': 'Made\n====\n',
};

const gather = (tree: string, source: string, more: Partial<FactsOrder> = {}): Promise<Facts> => {
  const series = readSeries([{ file: 'p.mbox', source: `${source}\n` }]);
  const host = { ...createHost(), now: () => new Date('2026-11-23T12:00:00Z') };
  return gatherFacts(host, { tree, series, content: false, ...more });
};

/** A repository with a release, a commit that is to be fixed, and two commits of a topic. */
const madeTree = (folder: string): { readonly tree: string; readonly source: string; readonly fixed: string } => {
  const tree = gitFolder(join(folder, 'tree'), FILES);
  const fixed = commitFiles(tree, { 'drivers/made/a.c': 'int a = 1;\n' }, 'made: a: Begin with one');
  inGit(tree, 'tag', '--annotate', '--message=x', 'v6.13-rc4');
  commitFiles(
    tree,
    { 'drivers/made/a.c': 'int a = 2;\n' },
    `made: a: Begin with two\n\nFixes: ${fixed.slice(0, 12)} ("x")`,
  );
  commitFiles(tree, { 'drivers/made/a.c': 'int a = 3;\n' }, `made: Again\n\nSince commit 1abcdef01234 ("y").`);
  return { tree, fixed, source: inGit(tree, 'format-patch', '--stdout', 'HEAD~2') };
};

test('in a repository everything is known that needs no answer of the person', async () => {
  await withTempFolder(async (folder) => {
    const { tree, source, fixed } = madeTree(folder);
    const facts = await gather(tree, source, { tools: 'none' });
    assert.equal(facts.version?.text, '6.13-rc4');
    assert.equal(facts.document('Documentation/process/made.rst'), 'Made\n====\n');
    assert.deepEqual([facts.isInTree('drivers/made/b.c'), facts.isInTree('../tree/Makefile')], [true, false]);
    assert.ok(facts.recipients.known);
    assert.deepEqual(
      facts.recipients.value.map((one) => one.map(({ address, header }) => `${header} ${address}`)),
      [1, 2].map(() => [
        'To ada@made.example',
        'Cc linus@made.example',
        'Cc made@lists.example',
        'Cc all@lists.example',
      ]),
    );
    assert.deepEqual(facts.sections('drivers/made/a.c'), [
      {
        title: 'MADE DRIVER',
        profiles: ['Documentation/process/made.rst'],
        trees: ['git git://made.example/made.git'],
        lists: ['made@lists.example'],
      },
    ]);
    assert.deepEqual(facts.sections('kernel/none.c'), []);
    const date = '2024-01-02T03:04:05.000Z';
    assert.deepEqual(facts.calendar, {
      known: true,
      value: { tag: 'v6.13-rc4', date, isMergeWindow: false, candidate: 4, isStale: true },
    });
    assert.ok(facts.commits.known);
    assert.deepEqual(
      [...facts.commits.value],
      [
        [
          fixed.slice(0, 12),
          { found: 'one', sha: fixed, subject: 'made: a: Begin with one', isAncestor: true, release: 'v6.13-rc4' },
        ],
        ['1abcdef01234', { found: 'none' }],
      ],
    );
    assert.ok(facts.formerSubjects.known);
    assert.equal(facts.formerSubjects.value.get('drivers/made/a.c')?.file?.length, 4);
    assert.ok(facts.applied.known);
    assert.deepEqual(
      facts.applied.value.map(({ verdict }) => verdict),
      ['holds', 'holds'],
    );
    assert.ok(facts.settings.known);
    assert.deepEqual(facts.tools, { known: true, value: { used: false } });
    assert.equal(inGit(tree, 'status', '--porcelain'), '');
  });
});

test('in a plain folder, what is not known says what would settle it', async () => {
  await withTempFolder(async (folder) => {
    const { tree: made, source } = madeTree(folder);
    inGit(made, 'checkout', '--quiet', 'HEAD~2');
    const tree = join(folder, 'plain');
    writeFiles(tree, { ...FILES, 'drivers/made/a.c': 'int a = 1;\n' });
    const facts = await gather(tree, source, { saidBefore: { used: true, says: 'a spell checker' } });
    assert.ok(!facts.calendar.known);
    const because = 'Its Makefile says 6.13-rc4, but without its history nobody can tell how old this tree is.';
    assert.equal(facts.calendar.because, because);
    assert.ok(facts.applied.known);
    assert.deepEqual(
      facts.applied.value.map(({ verdict }) => verdict),
      ['holds', 'holds'],
    );
    for (const fact of [facts.commits, facts.formerSubjects]) {
      assert.ok(!fact.known);
      assert.equal(fact.because, "This tree's history cannot be read: it is a plain folder, no git repository.");
      assert.match(fact.settle, /^git clone /);
    }
    assert.ok(!facts.checkpatch.known);
    assert.match(facts.checkpatch.settle, /scripts\/checkpatch\.pl --strict p\.mbox$/);
    assert.ok(!facts.thread.known && /--thread MBOX$/.test(facts.thread.settle));
    assert.ok(!facts.tested.known && /W=1 drivers\/made\/a\.o/.test(facts.tested.settle));
    assert.ok(!facts.claims.known);
    assert.deepEqual(facts.tools, { known: true, value: { used: true, says: 'a spell checker' } });
  });
});

test('the last commits to the same files, to learn from their messages', async () => {
  await withTempFolder(async (folder) => {
    const { tree, source } = madeTree(folder);
    const { formerMessages } = await gather(tree, source);
    assert.deepEqual(formerMessages.map(({ subject }) => subject).slice(0, 3), [
      'made: Again',
      'made: a: Begin with two',
      'made: a: Begin with one',
    ]);
    assert.match(formerMessages[0]?.body ?? '', /^Since commit/);
  });
});

test('without MAINTAINERS nobody can be named; a final release in a plain folder says no date', async () => {
  await withTempFolder(async (folder) => {
    const { source } = madeTree(folder);
    const tree = join(folder, 'plain');
    writeFiles(tree, { ...FILES, Makefile: 'VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 0\n' });
    rmSync(join(tree, 'MAINTAINERS'));
    const facts = await gather(tree, source);
    assert.ok(!facts.recipients.known);
    assert.equal(facts.recipients.because, 'MAINTAINERS could not be read.');
    assert.deepEqual(facts.sections('drivers/made/a.c'), []);
    assert.ok(!facts.calendar.known);
    assert.ok(!facts.tools.known);
  });
});

test('mails that the person named are read as the thread; documents may be another tree’s', async () => {
  await withTempFolder(async (folder) => {
    const { tree, source } = madeTree(folder);
    const documents = join(folder, 'documents');
    writeFiles(documents, { 'Documentation/process/made.rst': 'Newer\n', MAINTAINERS: 'x' });
    const former = readSeries([{ file: 'old.mbox', source: `${source}\n` }]);
    const again = source.replaceAll('[PATCH ', '[PATCH v2 ').replaceAll('int a = 2', 'int a = 7');
    const facts = await gather(tree, again, { thread: former.mails, documents });
    assert.equal(facts.document('Documentation/process/made.rst'), 'Newer\n');
    assert.equal(facts.document('MAINTAINERS'), MAINTAINERS);
    assert.ok(facts.thread.known);
    assert.equal(facts.thread.value.versions.length, 1);
    assert.match(facts.thread.value.versions[0]?.patchIds[0] ?? '', /^[0-9a-f]{40}$/);
  });
});
