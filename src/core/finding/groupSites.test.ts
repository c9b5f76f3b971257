import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupSites } from './groupSites.ts';

const wishedFor = (path: string) => {
  const folder = /^media\/[^/]+(?=\/)/.exec(path)?.[0];
  return folder === undefined ? undefined : { folder, where: 'a document' };
};

/** `a.c:12` as a site; each group as its places, with its folder before where one was asked for. */
const grouped = (...places: readonly string[]): string[] => {
  const found = places.map((place) => {
    const [path = '', at = ''] = place.split(':');
    return { site: { path, at: Number(at) } };
  });
  return groupSites(found, wishedFor).map(({ sites, wished }) => {
    const words = sites.map(({ site }) => `${site.path}:${site.at}`).join(' ');
    return wished ? `${wished.folder} = ${words}` : words;
  });
};

test('one patch a file, whatever the order they were named in', () => {
  const both = ['fs/a.c:9 fs/a.c:30', 'fs/b.c:1'];
  assert.deepEqual(grouped('fs/b.c:1', 'fs/a.c:30', 'fs/a.c:9'), both);
  assert.deepEqual(grouped('fs/a.c:9', 'fs/b.c:1', 'fs/a.c:30'), both);
});

test('one patch a folder where that is asked for, beside one a file', () => {
  assert.deepEqual(grouped('media/usb/b.c:2', 'fs/b.c:1', 'media/pci/x/b.c:4', 'media/usb/a.c:7', 'media/top.c:1'), [
    'fs/b.c:1',
    'media/pci/x/b.c:4',
    'media/top.c:1',
    'media/usb = media/usb/a.c:7 media/usb/b.c:2',
  ]);
});

test('a folder of which only one file changes is a patch of that file', () => {
  assert.deepEqual(grouped('media/usb/b.c:2', 'media/usb/b.c:1'), ['media/usb/b.c:1 media/usb/b.c:2']);
});

test('nothing makes no patch', () => assert.deepEqual(grouped(), []));
