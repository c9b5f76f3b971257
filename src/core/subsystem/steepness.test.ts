import assert from 'node:assert/strict';
import test from 'node:test';
import { known, unknown } from '../../../test/subsystem/candidate.ts';
import { type Slope, steepness } from './steepness.ts';

const small: Slope = {
  name: 'MADE DRIVER',
  files: 12,
  lines: known(4000),
  maintainers: 2,
  folders: [{ folder: 'drivers/made/', files: 12 }],
  year: known({ patches: 40, authors: 12 }),
};
const at = (folder: string): Pick<Slope, 'folders'> => ({ folders: [{ folder, files: 12 }] });

const table: readonly (readonly [string, Partial<Slope>, string])[] = [
  ['a small driver', {}, 'gentle'],
  ['much to read', { lines: known(60_000) }, 'moderate'],
  ['very much to read', { lines: known(200_000) }, 'moderate'],
  ['an umbrella over everything', { lines: known(900_000) }, 'steep'],
  ['lines not counted: as many as its files make likely', { lines: unknown, files: 500, maintainers: 5 }, 'moderate'],
  ['the heart of the kernel', at('mm/'), 'steep'],
  ['below it, too', at('kernel/rcu/'), 'steep'],
  ['known to be hard, wherever its files lie', { name: 'XDP (eXpress Data Path)' }, 'steep'],
  ['the VFS, not a file system', at('fs/'), 'steep'],
  ['a file system', at('fs/made/'), 'moderate'],
  ['a protocol', at('net/made/'), 'moderate'],
  ['security', at('security/made/'), 'moderate'],
  ['device trees are no architecture', at('arch/arm/boot/dts/made/'), 'gentle'],
  ['documents about memory are not the heart', at('Documentation/mm/'), 'gentle'],
  [
    'most of it counts, not a file in passing',
    {
      folders: [
        { folder: 'mm/', files: 1 },
        { folder: 'drivers/made/', files: 9 },
      ],
    },
    'gentle',
  ],
  ['it moves fast, and many move it', { year: known({ patches: 1200, authors: 300 }) }, 'steep'],
  ['one maintainer for much', { files: 300, maintainers: 1 }, 'moderate'],
  ['only reviewers', { maintainers: 0 }, 'moderate'],
  [
    'everything at once',
    { ...at('mm/'), lines: known(200_000), year: known({ patches: 2000, authors: 400 }) },
    'very steep',
  ],
];

for (const [name, slope, steep] of table) {
  test(`${name}: ${steep}`, () => assert.equal(steepness({ ...small, ...slope }).steep, steep));
}

test('the heaviest reason stands first, and what was not looked at is named', () => {
  const said = steepness({ ...small, ...at('mm/'), lines: known(50_000), year: unknown });
  assert.match(said.because[0] ?? '', /heart of the kernel/);
  assert.match(said.because[1] ?? '', /^50 thousand lines/);
  assert.deepEqual(said.unknown, ['churn', 'people']);
});
