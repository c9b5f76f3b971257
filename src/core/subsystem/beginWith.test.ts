import assert from 'node:assert/strict';
import test from 'node:test';
import { candidate, known, year } from '../../../test/subsystem/candidate.ts';
import { beginWith } from './beginWith.ts';
import type { Candidate } from './candidate.ts';

const site = { path: 'net/made/a.c', line: 12, rule: 'allocator-arithmetic' };
const unwanted = { stance: 'discouraged', because: 'x' } as const;
const none = { stance: 'none', because: 'x' } as const;
const partly = { inQemu: { verdict: 'fails', seen: 'x', share: 0.15, place: 'net/core/' } } as const;
const hardly = { inQemu: { ...partly.inQemu, share: 0.01 } };
const kunit = known(['fs/made/deep/inode-test.c']);
const selftests = ['tools/testing/selftests/net/made'];
const ready = known([{ rule: 'r', ready: 2, byHand: 1, refused: 0 }]);
const own = { about: { ...candidate().about, profile: 'Documentation/process/made.rst' } };
const byHand = known([{ rule: 'r', ready: 0, byHand: 1, refused: 0 }]);
const has = (path: string): boolean => ['fs/made/.kunitconfig', 'tools/testing/kunit/kunit.py'].includes(path);

const table: readonly (readonly [string, Partial<Candidate>, string])[] = [
  ['a site', { site, kunit }, 'patchling fix net/made/a.c:12'],
  ['ready sites, none drawn', { sites: ready, kunit }, 'patchling find --subsystem MADE NETWORK --diff'],
  ['U-Boot’s unit tests', { kunit: known(['test/dm/blkmap.c']) }, 'make sandbox_defconfig all'],
  [
    'clean-ups unwanted: its tests',
    { site, cleanUps: unwanted, kunit },
    'tools/testing/kunit/kunit.py run --kunitconfig=fs/made',
  ],
  ['no tool-found clean-ups: its tests', { site, cleanUps: none, kunit: known(['lib/a.c']) }, 'less lib/a.c'],
  ['a suite without a config is read', { kunit: known(['lib/list-test.c']) }, 'less lib/list-test.c'],
  ['selftests', { selftests }, 'make headers kselftest-all TARGETS=net/made'],
  [
    'U-Boot’s tests',
    { testFiles: ['test/dm/net.c', 'test/py/tests/test_net.py'] },
    'test/py/test.py --bd sandbox --build -k net',
  ],
  ['tests to be read', { testFiles: ['test/dm/net.c'] }, 'less test/dm/net.c'],
  ['its document', { ...own, site, cleanUps: unwanted }, 'less Documentation/process/made.rst'],
  ['its folder of documents', { folders: [{ folder: 'doc/made/', files: 3 }] }, 'ls doc/made/'],
  ['what was merged last', { history: known(year()) }, 'git log --patch --max-count=10 -- net/made/'],
  ['sites for a person', { sites: byHand }, 'patchling find --subsystem MADE NETWORK --all'],
  ['nothing else', {}, 'ls -lSr net/made/'],
  ['the part that needs no device', partly, 'ls -lSr net/core/'],
  [
    'what was merged last in that',
    { ...partly, history: known(year()) },
    'git log --patch --max-count=10 -- net/core/',
  ],
  ['such a part, if there is hardly any', hardly, 'ls -lSr net/made/'],
];

for (const [name, more, command] of table) {
  test(name, () => {
    const first = beginWith(candidate(more), has);
    assert.equal(first.command.join(' '), command);
    assert.match(first.begin, /^You would begin .*\.$/);
  });
}

test('a site where a device is needed: what needs none is said beside it', () => {
  const begin = (path: string): string => beginWith(candidate({ ...partly, site: { ...site, path } }), has).begin;
  assert.match(begin('net/made/a.c'), /What needs no device is in net\/core\/\.$/);
  assert.doesNotMatch(begin('net/core/a.c'), /device/);
});
