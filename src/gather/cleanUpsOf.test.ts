import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { kernelTree, noKernelTree } from '../../test/world/kernelTree.ts';
import { smallTree } from '../../test/world/smallTree.ts';
import type { HistoryFigures, Known } from '../core/subsystem/card.ts';
import { heldIn } from '../core/subsystem/stance.ts';
import { createHost } from '../edge/host.ts';
import { type CleanUpsOrder, cleanUpsOf } from './cleanUpsOf.ts';
import { ownersOf } from './ownersOf.ts';
import { sectionFilesOf } from './sectionFilesOf.ts';
import { stancesOf } from './stancesOf.ts';

const host = createHost();
const said = { by: 'Ada Made', date: '2026-11-03', mail: 'https://lists.made.example/1' };
const profile = 'Profile\n=======\n\nClean-ups\n---------\n\nWe take clean-ups with other work only.\n';
const stances = heldIn(
  [
    { sections: ['MADE DRIVER'], stance: 'none', source: said },
    { folders: ['drivers/one/'], stance: 'welcome', source: { file: 'one/list', phrase: 'fix the style' } },
    { folders: ['drivers/two/'], stance: 'welcome', source: { file: 'two/list', phrase: 'fix the style' } },
    {
      folders: ['drivers/three/'],
      stance: 'only with other work',
      source: { file: 'profile.rst', heading: 'Clean-ups', phrase: 'with other work only' },
    },
  ],
  (file) => (file === 'profile.rst' ? profile : '- fix the style\n'),
);

const coding =
  'Coding\n======\n\nCoding style\n------------\n\nBut pure coding style fixes are seen as noise here. So avoid them.\n';

const treeOf = (t: TestContext): string => {
  const tree = smallTree({ 'Documentation/process/4.Coding.rst': coding });
  t.after(() => rmSync(tree, { recursive: true, force: true }));
  return tree;
};

/** Only what the answer hangs on is given. */
const year = (newcomerCleanUps: number): Known<HistoryFigures> => ({
  kind: 'known',
  value: { newcomerCleanUps, until: '2026-08-14T10:00:00Z' } as HistoryFigures,
});

const ask = (t: TestContext, order: Partial<CleanUpsOrder>) =>
  cleanUpsOf(host, { tree: treeOf(t), title: 'A', paths: ['fs/a.c'], stances, titlesOf: () => [], ...order });

test('a maintainer’s word, by the section’s title', (t) => {
  assert.deepEqual(ask(t, { title: 'MADE DRIVER', history: year(7) }), {
    stance: 'none',
    because: 'Ada Made in https://lists.made.example/1, 2026-11-03 wants no clean-ups that a tool has found.',
  });
});

test('what holds for most of its code, documents and headers apart', (t) => {
  const paths = [
    'drivers/three/a.c',
    'drivers/three/b.c',
    'fs/c.c',
    ...Array.from({ length: 9 }, (_, n) => `a${n}.rst`),
  ];
  assert.deepEqual(ask(t, { paths }), {
    stance: 'only with other work',
    because: 'For 2 of its 3 files, profile.rst, "Clean-ups" says: "We take clean-ups with other work only".',
  });
  const two = ask(t, { paths: ['drivers/one/a.c', 'drivers/two/a.c', 'drivers/three/a.c'] });
  assert.deepEqual(two, {
    stance: 'welcome',
    because: 'For 2 of its 3 files, one/list says: "fix the style", and one other says the like.',
  });
});

test('the history’s own evidence where nobody has said anything', (t) => {
  assert.deepEqual(ask(t, { history: year(1) }), {
    stance: 'welcome',
    because: '1 clean-up by a newcomer was merged in the year before 2026-08-14.',
  });
  const { stance, because } = ask(t, { paths: ['fs/a.c', 'fs/b.c', 'drivers/three/a.c'], history: year(12) });
  assert.equal(stance, 'welcome');
  assert.match(because, /^For 1 of its 3 files, profile\.rst.*\. 12 clean-ups by newcomers were merged/);
});

test('unknown, with what is said to everybody and what would settle it', (t) => {
  const none = ask(t, { history: year(0) });
  assert.equal(none.stance, 'unknown');
  assert.equal(
    none.because,
    'No document of this tree that Patchling knows says it, and in the year before 2026-08-14 no clean-up by a newcomer was merged; its list can be asked. To everybody, Documentation/process/4.Coding.rst, "Coding style" says: "But pure coding style fixes are seen as noise here".',
  );
  const plain = ask(t, { history: { kind: 'unknown', because: 'no repository', settle: 'git clone made' } });
  assert.deepEqual([plain.stance, plain.settle], ['unknown', 'git clone made']);
  assert.match(plain.because, /there is no history to show whether any were merged\./);
  assert.equal(ask(t, { paths: [] }).stance, 'unknown');
});

test('on the kernel tree', (t) => {
  const tree = kernelTree();
  if (tree === undefined) return t.skip(noKernelTree);
  const owners = ownersOf(host, tree);
  const titlesOf = (path: string): string[] => owners.of(path).map(({ section }) => section.title);
  const held = stancesOf(host, tree);
  const stanceOf = (title: string): string | undefined => {
    const section = owners.sections().find((one) => one.title === title);
    if (!section) return undefined;
    const paths = sectionFilesOf(host, tree, section).files.map(({ path }) => path);
    const { stance, because } = cleanUpsOf(host, { tree, title, paths, stances: held, titlesOf });
    t.diagnostic(`${title}: ${stance}. ${because}`);
    return stance;
  };
  const isTold = held.some(({ sections }) => sections?.includes('NETWORKING DRIVERS'));
  assert.equal(stanceOf('NETWORKING DRIVERS'), isTold ? 'discouraged' : 'unknown');
  assert.equal(stanceOf('NETWORKING [TLS]') ?? 'unknown', isTold ? 'discouraged' : 'unknown');
  assert.equal(stanceOf('BLUETOOTH SUBSYSTEM'), 'unknown');
  assert.equal(stanceOf('MEDIA INPUT INFRASTRUCTURE (V4L/DVB)'), 'only with other work');
  assert.equal(stanceOf('DRM DRIVERS'), 'welcome');
  assert.equal(stanceOf('COMEDI DRIVERS'), 'welcome');
  assert.equal(stanceOf('XFS FILESYSTEM'), 'unknown');
});
