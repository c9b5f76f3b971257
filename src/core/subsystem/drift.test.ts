import assert from 'node:assert/strict';
import test from 'node:test';
import { kernelVersion } from '../tree/kernelVersion.ts';
import { countDrift, type KnownTree, olderTreeOf } from './drift.ts';

const tree = (text: string, project: KnownTree['project'] = 'Linux'): KnownTree => {
  const [, version, patchlevel, sublevel = '0', extra = ''] = /^(\d+)\.(\d+)(?:\.(\d+))?(-rc\d+)?$/.exec(text) ?? [];
  const makefile = `VERSION = ${version}\nPATCHLEVEL = ${patchlevel}\nSUBLEVEL = ${sublevel}\nEXTRAVERSION = ${extra}\n`;
  return { folder: `/trees/${text}`, project, version: kernelVersion(makefile).version };
};

test('the newest of the older releases of the same project', () => {
  const trees = ['6.1.170', '6.12.117', '5.10.3', '6.12.3', '6.19-rc1'].map((text) => tree(text));
  const older = (text: string): string => {
    const found = olderTreeOf(trees, tree(text));
    return found.kind === 'known' ? found.value.folder : 'unknown';
  };
  assert.equal(older('6.12.117'), '/trees/6.1.170');
  assert.equal(older('6.13'), '/trees/6.12.117');
  assert.equal(older('6.20'), '/trees/6.19-rc1');
  assert.equal(older('5.10.3'), 'unknown');
});

test('none: what gets one is said', () => {
  const other = [tree('2024.01', 'U-Boot'), { ...tree('6.1'), version: undefined }];
  assert.deepEqual(olderTreeOf(other, tree('6.12.117')), {
    kind: 'unknown',
    because: 'No older Linux tree is known on this machine to hold 6.12.117 against.',
    settle: 'sudo apt-get install linux-source-6.1 && tar -C .. -xf /usr/src/linux-source-6.1.tar.xz',
  });
  assert.deepEqual(Object.keys(olderTreeOf([tree('6.1')], tree('2026.10-rc3', 'U-Boot'))), ['kind', 'because']);
  assert.deepEqual(Object.keys(olderTreeOf([], tree('5.10.3'))), ['kind', 'because']);
  assert.equal(olderTreeOf([tree('6.1')], { ...tree('6.12'), version: undefined }).kind, 'unknown');
});

test('what became of the files', () => {
  assert.deepEqual(
    countDrift([
      { is: 'added', lines: 10 },
      { is: 'removed', lines: -30 },
      { is: 'changed', lines: 5 },
      { is: 'changed', lines: -1 },
      { is: 'same' },
    ]),
    { filesAdded: 1, filesRemoved: 1, filesChanged: 2, filesSame: 1, lines: -16 },
  );
});
