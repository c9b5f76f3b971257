import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'patchling-apt-'));
after(() => rmSync(folder, { recursive: true }));
process.env['XDG_CACHE_HOME'] = join(folder, 'cache'); // where the logs go, looked up when the module is read
const { installOnOffer } = await import('./installOnOffer.js');

/**
 * Programs in apt's place, in a folder of their own: `lists` are the names they know, `archive` those they know once
 * they are read anew (none: there is no network), `gone` what the archive no longer has under its old name.
 *
 * @param {{ lists: string[], archive?: string[], gone?: boolean }} world
 */
const apt = ({ lists, archive, gone = false }) => {
  const own = mkdtempSync(join(folder, 'world-'));
  const bin = join(own, 'bin');
  mkdirSync(bin);
  const file = (/** @type {string} */ name) => join(own, name);
  writeFileSync(file('lists'), `${lists.join('\n')}\n`);
  if (archive) writeFileSync(file('archive'), `${archive.join('\n')}\n`);
  writeFileSync(file('done'), '');
  const program = (/** @type {string} */ name, /** @type {string[]} */ lines) =>
    writeFileSync(join(bin, name), ['#!/bin/sh', `cd '${own}' || exit 1`, ...lines, ''].join('\n'), { mode: 0o755 });
  program('apt-cache', [
    'if [ "$1" = pkgnames ]; then grep "^$2" lists; exit; fi',
    'for name; do grep -qx -- "$name" lists && printf "Package: %s\\nSize: 1000\\n\\n" "$name"; done',
  ]);
  program('apt-get', [
    'while [ "$1" = -o ]; do shift 2; done',
    'if [ "$1" = update ]; then echo update >> done; cp archive lists; exit; fi',
    'shift 3', // install -qy --no-install-recommends
    gone ? '[ "$(grep -c update done)" -gt 0 ] || exit 100' : '',
    'echo "install $*" >> done',
  ]);
  process.env['PATH'] = [bin, process.env['PATH']].join(delimiter);
  return () => readFileSync(file('done'), 'utf8').trim().split('\n');
};

const kernel = 'linux-source-*';
const cases = [
  {
    name: 'a pattern gets what is newest today, not when the image was made',
    world: { lists: ['bc', 'linux-source-6.1'], archive: ['bc', 'linux-source-6.1', 'linux-source-6.12'] },
    wanted: ['bc', kernel],
    done: ['update', 'install bc linux-source-6.12'],
  },
  {
    name: 'offline the lists at hand have to do, and it is tried once',
    world: { lists: ['bc', 'linux-source-6.1'] },
    wanted: ['bc', kernel],
    done: ['update', 'install bc linux-source-6.1'],
  },
  {
    name: 'names that are on offer need no newer lists',
    world: { lists: ['bc', 'flex'], archive: ['bc', 'flex'] },
    wanted: ['bc', 'flex'],
    done: ['install bc flex'],
  },
  {
    name: 'what is not on offer is looked for in newer lists',
    world: { lists: ['bc'], archive: ['bc', 'flex'] },
    wanted: ['bc', 'flex'],
    done: ['update', 'install bc flex'],
  },
  {
    name: 'files that are gone are looked for in newer lists',
    world: { lists: ['bc'], archive: ['bc'], gone: true },
    wanted: ['bc'],
    done: ['update', 'install bc'],
  },
];

for (const { name, world, wanted, done } of cases) {
  test(`install: ${name}`, async () => {
    const seen = apt(world);
    assert.equal(await installOnOffer(wanted, false), true);
    assert.deepEqual(seen(), done);
  });
}

test('install: what nobody offers is no success, and the rest is installed', async () => {
  const seen = apt({ lists: ['bc'], archive: ['bc'] });
  assert.equal(await installOnOffer(['bc', kernel], false), false);
  assert.deepEqual(seen(), ['update', 'install bc']);
});
