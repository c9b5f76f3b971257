import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneSubsystem } from './oneSubsystem.ts';

const site = (path: string, ...subsystems: readonly string[]) => ({ path, subsystems });

const table: readonly { name: string; sites: ReturnType<typeof site>[]; is: string }[] = [
  { name: 'one section', sites: [site('fs/a.c', 'FS'), site('fs/b.c', 'FS')], is: 'one: FS' },
  {
    name: 'two drivers of one subsystem: the section that both have',
    sites: [site('media/a.c', 'A DRIVER', 'MEDIA'), site('media/b.c', 'B DRIVER', 'MEDIA', 'ARM')],
    is: 'one: MEDIA',
  },
  {
    name: 'the most specific of several that they share',
    sites: [site('a/a.c', 'A', 'ALL A', 'ALL'), site('a/b.c', 'ALL A', 'ALL')],
    is: 'one: ALL A',
  },
  {
    name: 'two subsystems',
    sites: [site('fs/a.c', 'FS'), site('mm/a.c', 'MM'), site('fs/b.c', 'FS', 'MM')],
    is: 'several: FS (fs/a.c fs/b.c), MM (mm/a.c)',
  },
  { name: 'nobody’s, from one folder', sites: [site('lib/a.c'), site('lib/b.c')], is: 'one: ' },
  { name: 'nobody’s, from two folders', sites: [site('lib/a.c'), site('x/b.c')], is: 'several:  (lib/a.c x/b.c)' },
  {
    name: 'nobody’s and somebody’s',
    sites: [site('lib/a.c'), site('lib/b.c', 'LIB')],
    is: 'several:  (lib/a.c), LIB (lib/b.c)',
  },
];

for (const { name, sites, is } of table) {
  test(name, () => {
    const found = oneSubsystem(sites);
    const said =
      found.kind === 'one'
        ? (found.title ?? '')
        : found.parts.map((part) => `${part.title} (${part.sites.map(({ path }) => path).join(' ')})`).join(', ');
    assert.equal(`${found.kind}: ${said}`, is);
  });
}
