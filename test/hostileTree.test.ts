import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { newPerson } from './world/runPatchling.ts';
import { smallTree } from './world/smallTree.ts';

const person = newPerson();
const evil = '\u001b[2J\u001b]0;x\u0007';
const tree = smallTree({
  Makefile: `VERSION = 6\nPATCHLEVEL = 19\nSUBLEVEL = 0\nEXTRAVERSION = -rc1${evil}\nNAME = x\n`,
  MAINTAINERS: `List\n\nMADE ${evil}DRIVER\nM:\tAda <a@b.example>\nT:\tgit ${evil}\nS:\tMaintained\nF:\tdrivers/made/\n`,
  'scripts/get_maintainer.pl': 'print "Ada \\e[2J\\e[31m <ada\\e]0;x\\a@made.example> (maintainer:MADE \\e[2J)\\n";\n',
  'scripts/checkpatch.pl':
    'print "ERROR:FOO: \\e[2J bad\\n\\e[2J\\n\\ntotal: 1 errors, \\e[2J0 warnings\\n"; exit 1;\n',
  'drivers/made/made.c': `static int made(int n)
{
	u32 *table; /* ${evil} */

	table = kmalloc(n * /* ${evil} */ sizeof(*table), GFP_KERNEL); /* \u009b2J */
	return !table;
}
`,
});
const out = mkdtempSync(join(tmpdir(), 'patchling-out-'));
after(() => {
  for (const folder of [tree, out, person.home]) rmSync(folder, { recursive: true });
});

test('no control character of a tree, its scripts or its names reaches a terminal, only our own colours', () => {
  const commands = [
    ['find', '--all', '--explain', '--diff'],
    ['find', '--json', '--diff'],
    ['rules'],
    ['fix', 'drivers/made/made.c:5', '--out', out],
    ['start', '--no-compile'],
  ];
  for (const words of commands) {
    const { stdout, stderr, status } = person.run([...words, '--color=always', '--tree', tree]);
    assert.equal(status, 0, stderr);
    const rest = (stdout + stderr).replace(/\u001b\[(?:1|2|4|22|24|31|32|33|39)m/g, '');
    assert.doesNotMatch(rest, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/, words.join(' '));
  }
});

test('a tree with links in a circle, and MAINTAINERS without a section, is worked on, and that is said', () => {
  const damaged = smallTree({ MAINTAINERS: 'List of main' });
  symlinkSync('loop', join(damaged, 'loop'));
  symlinkSync('.', join(damaged, 'drivers/self'));
  const { status, stderr, stdout } = person.run(['find', '--tree', damaged]);
  assert.equal(status, 0);
  assert.match(stderr, /MAINTAINERS of this tree names no section/);
  assert.match(stdout, /3 sites/);
  assert.match(person.run(['find', '--tree', join(damaged, 'loop')]).stderr, /There is no folder/);
  rmSync(damaged, { recursive: true });
});
