import assert from 'node:assert/strict';
import test from 'node:test';
import { parseMaintainers, type Section } from '../maintainers/parseMaintainers.ts';
import { sectionPlaces } from './sectionPlaces.ts';

const placesOf = (...lines: string[]): string[] => {
  const [section] = parseMaintainers(`A SECTION\n${lines.join('\n')}\n`).sections;
  const isFolder = (path: string): boolean => ['drivers/block/zram', 'include/linux', 'mm'].includes(path);
  return sectionPlaces(section as Section, isFolder).map(({ folder, levels }) => `${folder} ${levels}`);
};

test('folders, files, beginnings of names and stars', () => {
  for (const [line, place] of [
    ['F:\tmm/', 'mm Infinity'],
    ['F:\tmm', 'mm Infinity'],
    ['F:\tdrivers/block/zram', 'drivers/block/zram Infinity'],
    ['F:\tinclude/linux/mm.h', 'include/linux 1'],
    ['F:\tmm/vm', 'mm 1'],
    ['F:\tinclude/linux/page*', 'include/linux 1'],
    ['F:\tdrivers/*/imx*', 'drivers 2'],
    ['F:\tarch/*/include/asm/kvm*', 'arch 4'],
    ['F:\tarch/*/kvm/', 'arch Infinity'],
    ['F:\t*', ' 1'],
    ['F:\tMakefile', ' 1'],
    ['F:\tdrivers/net/[a-c]*', 'drivers/net 1'],
    ['F:\ta/b|c/', ' Infinity'],
    ['N:\timx', ' Infinity'],
    ['N:\tinclude/linux/a|b', ' Infinity'],
    ['N:\t^.*/vdso/[^/]*$', ' Infinity'],
    ['N:\tasm/elf.h', ' Infinity'],
    ['N:\t/pmac', ' Infinity'],
  ] as const) {
    assert.deepEqual(placesOf(line), [place], line);
  }
});

test('a name that begins with a folder of the tree is looked for there and in its copy', () => {
  assert.deepEqual(placesOf('N:\tinclude/linux/page[-_]*', 'F:\tmm/'), [
    'include/linux Infinity',
    'tools/include/linux Infinity',
    'mm Infinity',
  ]);
});

test('no place lies in another that reaches as deep', () => {
  assert.deepEqual(placesOf('F:\tmm/', 'F:\tmm/damon/', 'F:\tmm/slub.c', 'F:\tmmc/a.c'), ['mm Infinity', 'mmc 1']);
  assert.deepEqual(placesOf('F:\tinclude/linux/a.h', 'F:\tinclude/linux/b.h'), ['include/linux 1']);
  assert.deepEqual(placesOf('F:\tdrivers/*/a*', 'F:\tdrivers/net/b*'), ['drivers 2']);
  assert.deepEqual(placesOf('F:\tdrivers/*/a*', 'F:\tdrivers/net/b/c*'), ['drivers 2', 'drivers/net/b 1']);
  assert.deepEqual(placesOf('F:\tdrivers/*/a*', 'F:\tdrivers/net/'), ['drivers 2', 'drivers/net Infinity']);
  assert.deepEqual(placesOf('N:\tmade', 'F:\tmm/', 'X:\tmm/a.c'), [' Infinity']);
  assert.deepEqual(placesOf('L:\tlist@made.example'), []);
});
