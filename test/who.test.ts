import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gitFolder, inGit } from './world/gitFolder.ts';
import { newPerson } from './world/runPatchling.ts';
import { smallTree } from './world/smallTree.ts';

const MAINTAINERS = `List of maintainers

	S: *Status*, one of the following:
	   Odd Fixes:	It has a maintainer but no time.
	   Orphan:	Nobody.

BUS
M:	Ada Made <ada@made.example>
R:	"Hopper, Grace" <grace@made.example>
L:	bus@lists.example (moderated for non-subscribers)
L:	inner@lists.example (subscribers-only)
S:	Odd Fixes
P:	Documentation/bus/profile.rst
T:	git git://made.example/bus.git for-next
F:	drivers/bus/
K:	\\bbus_word\\b

LOST
S:	Orphan
F:	lib/lost.c

THE REST
M:	Linus Torvalds <torvalds@linux-foundation.org>
L:	all@lists.example
S:	Buried alive in reporters
F:	*
F:	*/
`;

const made = (files: Readonly<Record<string, string>> = {}): string =>
  smallTree({
    MAINTAINERS,
    'drivers/bus/a.c': 'int a;\n',
    'lib/lost.c': 'int lost;\n',
    'Documentation/bus/profile.rst': 'How we like bus patches\n=======================\n\nKindly.\n',
    ...files,
  });
const patch = (path: string, text = '', subject = '[PATCH] bus: a change'): string =>
  `From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\nFrom: A <a@b.example>\nDate: Mon, 1 Jan 2024 00:00:00 +0000\nSubject: ${subject}\n\n${text}\n---\ndiff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -1 +1 @@\n-int a;\n+int b;\n-- \n2.43.0\n\n`;

const { run } = newPerson();
const who = (tree: string, words: readonly string[], options: { cwd?: string; input?: string } = {}) =>
  run(['who', ...words, '--tree', tree], options);

test('a file: who, as what, why, and what to know before', () => {
  const { status, stdout } = who(made(), ['drivers/bus/a.c']);
  assert.equal(status, 0);
  const first =
    /^ {2}BUS {2}F: drivers\/bus\/ \(MAINTAINERS:15\)\n {4}To {2}Ada Made <ada@made\.example> {2}maintainer with little time/m;
  assert.match(stdout, first);
  assert.match(stdout, /^ {4}Cc {2}Hopper, Grace <grace@made\.example> {2}reviewer$/m);
  assert.match(stdout, /^To: who may apply it\. Cc: who reads along\..*^Next: ask again with the patch/ms);
  assert.match(stdout, /Its status is Odd Fixes: .*\(MAINTAINERS:4\)/s);
  assert.match(stdout, /bus@lists\.example is moderated/);
  assert.match(stdout, /inner@lists\.example takes mail from subscribers only/);
  assert.match(
    stdout,
    /rules of its own, "How we like bus patches": read them first\.\s+\(Documentation\/bus\/profile\.rst\)/,
  );
  assert.match(stdout, /a tree of its own, so base your patch on that:\s+git:\/\/made\.example\/bus\.git\s+for-next/);
  assert.match(who(made(), ['lib/lost.c']).stdout, /LOST\n {4}! Its status is Orphan: nobody minds it/);
  assert.match(who(made(), ['Makefile']).stdout, /No section of its own names Makefile/);
});

test('scripts get one line of JSON an input, or the script’s own lines', () => {
  const tree = made();
  const { stdout } = who(tree, ['--json', 'drivers/bus/a.c', 'lib/lost.c']);
  const [first, second, ...more] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(more.length, 0);
  assert.deepEqual([first.input, second.input], ['drivers/bus/a.c', 'lib/lost.c']);
  assert.deepEqual(first.recipients[1], {
    address: 'grace@made.example',
    name: 'Hopper, Grace',
    role: 'reviewer:BUS',
    subsystem: 'BUS',
    because: ['BUS: F: drivers/bus/ (MAINTAINERS:15)'],
    list: false,
    header: 'Cc',
    line: '"Hopper, Grace" <grace@made.example> (reviewer:BUS)',
  });
  assert.equal(
    who(tree, ['--format', 'get_maintainer', 'drivers/bus/a.c']).stdout,
    'Ada Made <ada@made.example> (odd fixer:BUS)\n"Hopper, Grace" <grace@made.example> (reviewer:BUS)\nbus@lists.example (moderated list:BUS)\nall@lists.example (open list)\n',
  );
  const list = join(mkdtempSync(join(tmpdir(), 'patchling-list-')), 'list');
  writeFileSync(list, 'drivers/bus/a.c\n\nlib/lost.c\n');
  assert.equal(who(tree, ['--json', '--files-from', list]).stdout, stdout);
  assert.equal(who(tree, ['--json', '--files-from', '-'], { input: 'drivers/bus/a.c\nlib/lost.c\n' }).stdout, stdout);
});

test('a patch by file, by standard input, in the tree and beside it; a word that a section minds', () => {
  const tree = made({ '0001-x': patch('Makefile', 'It says bus_word.') });
  const folder = mkdtempSync(join(tmpdir(), 'patchling-mail-'));
  writeFileSync(join(folder, 'a.patch'), patch('Makefile', 'It says bus_word.'));
  const words = ['--format', 'get_maintainer'];
  const expected = /^Ada Made <ada@made\.example> \(odd fixer:BUS:Keyword:\\bbus_word\\b\)\n/;
  assert.match(who(tree, [...words, join(folder, 'a.patch')]).stdout, expected);
  assert.match(who(tree, [...words, 'a.patch'], { cwd: folder }).stdout, expected);
  assert.match(who(tree, [...words, '-'], { input: patch('Makefile', 'It says bus_word.') }).stdout, expected);
  assert.match(who(tree, [...words, '0001-x']).stdout, expected);
  assert.equal(who(tree, [...words, '-f', '0001-x']).stdout, 'all@lists.example (open list)\n');
});

test('a series gets one answer, with who gets which mail; the cover goes to all', () => {
  const tree = made();
  const folder = join(mkdtempSync(join(tmpdir(), 'patchling-series-')), 'out');
  mkdirSync(folder);
  writeFileSync(join(folder, '0000-cover-letter.patch'), 'From: A <a@b.example>\nSubject: [PATCH 0/2] two\n\nBoth.\n');
  writeFileSync(join(folder, '0001-a.patch'), patch('drivers/bus/a.c', '', '[PATCH 1/2] bus: one'));
  writeFileSync(join(folder, '0002-b.patch'), patch('Makefile', '', '[PATCH 2/2] kbuild:\n two'));
  const { stdout } = who(tree, [folder]);
  assert.match(
    stdout,
    /^Who gets the 3 mails\n {2}1 \[PATCH 0\/2\] two\n {2}2 \[PATCH 1\/2\] bus: one\n {2}3 \[PATCH 2\/2\] kbuild: two$/m,
  );
  assert.match(stdout, /^Mails 1, 2\n {2}BUS .*\n {4}To {2}Ada Made/m);
  assert.match(stdout, /^All mails\n {2}THE REST .*\n {4}Cc {2}all@lists\.example/m);
  const mbox = join(folder, 'all.mbox');
  writeFileSync(mbox, patch('drivers/bus/a.c') + patch('Makefile', '', '[PATCH] second'));
  const lines = who(tree, ['--json', mbox])
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map(({ mail, subject, recipients }) => [mail, subject, recipients.length]),
    [
      [1, '[PATCH] bus: a change', 4],
      [2, '[PATCH] second', 1],
    ],
  );
});

test('a name means what it means where one is: the working folder first, when it lies in the tree', () => {
  const tree = made({ 'drivers/bus/Makefile': 'obj-y += a.o\n' });
  const title = (cwd: string, name: string): string | undefined => who(tree, [name], { cwd }).stdout.split('\n')[0];
  const bus = join(tree, 'drivers/bus');
  assert.equal(title(bus, 'Makefile'), 'Who gets drivers/bus/Makefile');
  assert.equal(title(bus, '../../Makefile'), 'Who gets Makefile');
  assert.equal(title(bus, '.'), 'Who gets drivers/bus/');
  assert.equal(title(bus, 'lib/lost.c'), 'Who gets lib/lost.c');
  assert.equal(title(bus, 'a.c:1:5'), 'Who gets drivers/bus/a.c');
  assert.equal(title(tree, '.'), 'Who gets the tree as a whole');
  assert.equal(title('/', join(bus, 'a.c')), 'Who gets drivers/bus/a.c');
});

test('a new file is no file of a folder dev; a cover letter alone; what is fixed, where there is no history', () => {
  const added = patch('drivers/bus/new.c', 'Fixes: 0123456789ab ("x")').replace(
    '--- a/drivers/bus/new.c',
    '--- /dev/null',
  );
  const { stdout, stderr } = who(made(), ['--json', '-'], { input: added });
  const { files, traps } = JSON.parse(stdout) as { files: string[]; traps: { kind: string }[] };
  assert.deepEqual([files, traps.some(({ kind }) => kind === 'nobody')], [['drivers/bus/new.c'], false]);
  assert.match(stderr, /could not say: who made 0123456789ab, which the patch fixes: this tree has no history/);
  const cover = 'From: A <a@b.example>\nSubject: [PATCH 0/2] two\n\nBoth.\n';
  assert.match(who(made(), ['-'], { input: cover }).stdout, /A cover letter changes no file: name its whole series/);
});

test('standard input may come slowly', () => {
  const program = fileURLToPath(new URL('../bin/patchling', import.meta.url));
  const words = [program, 'who', '--files-from', '-', '--format', 'get_maintainer', '--tree', made()];
  const slowly = `(sleep 0.5; echo Makefile) | ${words.join(' ')}`;
  assert.equal(execFileSync('sh', ['-c', slowly], { encoding: 'utf8' }), 'all@lists.example (open list)\n');
});

test('--check hands nothing to the script that a shell would read', () => {
  const chief = 'my @penguin_chief;\npush(@penguin_chief, "Linus Torvalds:torvalds\\@linux-foundation.org");\n';
  const tree = made({ 'scripts/get_maintainer.pl': `${chief}print "all\\@lists.example (open list)\\n";\n` });
  const evil = join(mkdtempSync(join(tmpdir(), 'patchling-mail-')), 'a.patch');
  writeFileSync(evil, patch('$(touch${IFS}x)'));
  assert.equal(who(tree, ['--check', 'Makefile']).status, 0);
  const { status, stdout } = who(tree, ['--check', evil]);
  assert.deepEqual([status, /hands names to a shell/.test(stdout)], [3, true]);
  assert.match(who(tree, ['--check', '-'], { input: patch('Makefile') }).stderr, /--check needs a file/);
});

test('what cannot be read is named, the others are answered, and the status says so', () => {
  const tree = made();
  const none = who(tree, ['drivers/none.c']);
  assert.equal(none.status, 2);
  assert.match(none.stderr, /There is no drivers\/none\.c/);
  const some = who(tree, ['--format', 'get_maintainer', 'drivers/none.c', 'Makefile']);
  assert.deepEqual([some.status, some.stdout], [2, 'all@lists.example (open list)\n']);
  const folder = mkdtempSync(join(tmpdir(), 'patchling-mail-'));
  writeFileSync(join(folder, 'notes.txt'), 'hello\n');
  assert.match(who(tree, [join(folder, 'notes.txt')]).stderr, /is no patch: no line of it says which file/);
  assert.equal(who(tree, []).status, 2);
  assert.match(who(tree, ['', 'Makefile']).stderr, /One of the names is empty/);
  assert.match(who(tree, ['-']).stderr, /What came on standard input is empty/);
  const list = join(folder, 'list');
  writeFileSync(list, Array.from({ length: 9 }, (_, at) => `none${at}.c\n`).join(''));
  const many = who(tree, ['Makefile', '--files-from', list]).stderr;
  assert.deepEqual([many.match(/There is no none/g)?.length, /9 of 10 could not be read/.test(many)], [5, true]);
  assert.equal(who(tree, ['Makefile', '--format', 'xml']).status, 2);
});

test('MAINTAINERS empty, cut, huge, with CRLF or in Latin-1', () => {
  const empty = who(made({ MAINTAINERS: '' }), ['Makefile']);
  assert.deepEqual([empty.status, empty.stdout], [2, '']);
  assert.match(empty.stderr, /names no section/);
  const cut = who(made({ MAINTAINERS: MAINTAINERS.slice(0, 400) }), ['drivers/bus/a.c']);
  assert.equal(cut.status, 0);
  assert.match(cut.stderr, /no section THE REST, .*it may be cut off/);
  const windows = who(made({ MAINTAINERS: MAINTAINERS.replaceAll('\n', '\r\n') }), ['drivers/bus/a.c']);
  assert.match(windows.stdout, /Ada Made <ada@made\.example> {2}maintainer with little time/);
  assert.match(windows.stderr, /Windows line ends \(CRLF\)/);
  const latin = who(made({ MAINTAINERS: MAINTAINERS.replace('Ada', 'Ad\xe4') }), [
    '--format',
    'get_maintainer',
    'drivers/bus/a.c',
  ]);
  assert.match(latin.stdout, /^"Ad\\xE4 Made" <ada@made\.example>/);
  const huge = made();
  truncateSync(join(huge, 'MAINTAINERS'), 200 * 2 ** 20);
  const { status, stderr } = who(huge, ['Makefile']);
  assert.equal(status, 2);
  assert.match(stderr, /MAINTAINERS is 200 MB large, and was not read/);
});

test('patterns that perl reads and we do not are named, never passed over', () => {
  const { stderr, status } = who(made({ MAINTAINERS: `${MAINTAINERS}N:\t(?R)x\n` }), ['drivers/bus/a.c']);
  assert.equal(status, 0);
  assert.match(stderr, /MAINTAINERS:28: N: \(\?R\)x cannot be read:/);
});

test('with git: a tracked patch is a file of the tree, and the history names people', () => {
  const tree = made({ 'fixes/0001-x.patch': patch('Makefile') });
  gitFolder(tree, { 'drivers/bus/b.c': 'int b;\n' });
  const words = ['--format', 'get_maintainer'];
  assert.match(who(tree, [...words, 'fixes/0001-x.patch']).stderr, /^$/);
  const untracked = who(tree, ['--json', '--no-git', 'fixes/0001-x.patch']).stdout;
  assert.deepEqual(JSON.parse(untracked).files, ['Makefile']);
  inGit(tree, 'add', 'fixes');
  assert.equal(JSON.parse(who(tree, ['--json', '--no-git', 'fixes/0001-x.patch']).stdout).files, undefined);
});
