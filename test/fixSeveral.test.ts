import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { shellCommand } from '../src/edge/shellCommand.ts';
import { inGit } from './world/gitFolder.ts';
import { newPerson } from './world/runPatchling.ts';
import { smallTree } from './world/smallTree.ts';
import { noTerminal, terminalTalk } from './world/terminalTalk.ts';

const made: string[] = [];
const folder = (path: string): string => {
  made.push(path);
  return path;
};
after(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});
const temporary = (): string => folder(mkdtempSync(join(tmpdir(), 'patchling-several-')));
const someone = () => {
  const person = newPerson();
  folder(person.home);
  return person;
};

const MORE = `#include <linux/slab.h>

static u32 *more(int n)
{
	return kzalloc(n * sizeof(u32), GFP_KERNEL);
}
`;
const OTHER = '\nOTHER DRIVER\nM:\tOla Other <ola@other.example>\nS:\tMaintained\nF:\tdrivers/other/\n';
const MAINTAINERS = `List of maintainers\n\nMADE DRIVER\nM:\tAda Made <ada@made.example>\nS:\tMaintained\nF:\tdrivers/made/\n${OTHER}`;

const tree = folder(
  smallTree({ MAINTAINERS, 'drivers/made/more.c': MORE, 'drivers/made/deep/m.c': MORE, 'drivers/other/o.c': MORE }),
);
const [MADE_1, MADE_2, MORE_1, DEEP_1] = [
  'drivers/made/made.c:13',
  'drivers/made/made.c:16',
  'drivers/made/more.c:5',
  'drivers/made/deep/m.c:5',
];

interface SaidPatch {
  readonly patch: string;
  readonly subject: string;
  readonly sites: readonly { readonly path: string; readonly line: number }[];
  readonly needs: readonly string[];
}

const fixJson = (places: readonly string[], on = tree, person = someone()) => {
  const out = temporary();
  const { status, stdout, stderr } = person.run(['fix', ...places, '--json', '--out', out, '--tree', on]);
  assert.equal(status, 0, stderr);
  const { patches } = JSON.parse(stdout) as { patches: SaidPatch[] };
  return { out, patches, person };
};

/** A repository of a tree, to try patches in. */
const repositoryOf = (from: string): string => {
  const to = temporary();
  inGit(to, 'init', '--quiet', '--initial-branch=main');
  inGit(to, '--git-dir', join(to, '.git'), '--work-tree', from, 'add', '--all');
  inGit(to, 'commit', '--quiet', '--message=made');
  inGit(to, 'reset', '--quiet', '--hard');
  return to;
};

const inside = (repository: string, path: string): string => readFileSync(join(repository, path), 'latin1');

const withoutDate = (mail: string): string => mail.replace(/^Date: .*$/m, '');

test('a patch a file, in the order of the paths; git am takes them in any order', () => {
  const { patches, out } = fixJson([MORE_1, MADE_2, DEEP_1, MADE_1]);
  assert.deepEqual(
    patches.map(({ sites }) => sites.map(({ path, line }) => `${path}:${line}`)),
    [[DEEP_1], [MADE_1, MADE_2], [MORE_1]],
  );
  assert.deepEqual(
    readdirSync(out).toSorted(),
    patches.map(({ patch }) => patch.slice(out.length + 1)),
  );
  assert.deepEqual(
    patches.map(({ patch }) => /\/(\d+)-/.exec(patch)?.[1]),
    ['0001', '0002', '0003'],
  );
  for (const { needs } of patches) assert.deepEqual(needs, ['why', 'signoff']);
  for (const order of [patches, patches.toReversed()]) {
    const repository = repositoryOf(tree);
    for (const { patch } of order) inGit(repository, 'am', '--quiet', patch);
    assert.match(inside(repository, 'drivers/made/made.c'), /kmalloc_array\(n, [\s\S]*struct_size\(made, items, n\)/);
    assert.match(inside(repository, 'drivers/made/more.c'), /kcalloc\(n, sizeof\(u32\), GFP_KERNEL\)/);
    assert.equal(inGit(repository, 'status', '--porcelain'), '');
  }
});

test('no two patches are headed alike, and no number stands in a subject', () => {
  const { patches } = fixJson([MORE_1, DEEP_1]);
  const subjects = patches.map(({ subject }) => subject);
  assert.deepEqual(subjects, ['deep: use kcalloc() in more()', 'made: use kcalloc() in more()']);
  for (const { patch, subject } of patches)
    assert.ok(readFileSync(patch, 'utf8').includes(`\nSubject: [PATCH] ${subject}\n`));
  const twice = smallTree({ MAINTAINERS, 'drivers/made/a.c': MORE, 'drivers/made/b.c': MORE });
  const alike = fixJson(['drivers/made/a.c:5', 'drivers/made/b.c:5'], folder(twice));
  assert.deepEqual(
    alike.patches.map(({ subject }) => subject),
    ['made: use kcalloc() in a.c', 'made: use kcalloc() in b.c'],
  );
});

test('a second run gives the same bytes but for the date, and keeps the why; in another order too', () => {
  const person = someone();
  const out = temporary();
  const run = (...words: string[]) => {
    const { status, stderr } = person.run(['fix', ...words, '--out', out, '--tree', tree]);
    assert.equal(status, 0, stderr);
    return readdirSync(out)
      .toSorted()
      .map((name) => withoutDate(readFileSync(join(out, name), 'utf8')));
  };
  const first = run(MADE_1, MADE_2, MORE_1, '--why', 'The count comes from user space.');
  assert.equal(first.length, 2);
  for (const mail of first) assert.match(mail, /\n\nThe count comes from user space\.\n\n(?:Use|Let) /);
  assert.deepEqual(run(MORE_1, MADE_2, MADE_1), first);
  for (const mail of run(MORE_1, MADE_2, MADE_1, '--signoff')) {
    assert.match(mail, /\n\nThe count comes from user space\.\n\n/);
    assert.match(mail, /\n\nSigned-off-by: Grace Made <grace@made\.example>\n/);
  }
});

test('what was written is told with its next step; other patches in the folder are left out of it', () => {
  const person = someone();
  const out = temporary();
  const run = () => person.run(['fix', MADE_1, MORE_1, '--out', out, '--tree', tree]).stdout;
  const said = run();
  assert.match(said, /^2 patches are written, for 2 places\.\n {2}One patch a file\.\n {2}They change different files/);
  assert.match(said, /All of it goes to MADE DRIVER\./);
  assert.match(said, /→ the why: --why/);
  assert.match(said, new RegExp(`\\nNext: \\S+ prepare ${out} --tree ${tree}\n$`));
  writeFileSync(join(out, '0001-mine.patch'), 'mine');
  assert.match(run(), /prepare \S+\/0001-made-\S+\.patch \S+\/0002-made-\S+\.patch --tree/);
});

test('one place named twice is one place, whose answer is as it always was', () => {
  const out = temporary();
  const words = ['fix', MADE_1, join(tree, MADE_1), `${MADE_1}:10`, '--json', '--out', out, '--tree', tree];
  const { status, stdout, stderr } = someone().run(words);
  assert.equal(status, 0, stderr);
  const said = JSON.parse(stdout) as Record<string, unknown>;
  assert.deepEqual(Object.keys(said), ['patch', 'subject', 'site', 'needs', 'prefix']);
  assert.equal(readdirSync(out).length, 1);
});

test('where one place is not for a machine, it is named with why, and nothing is written', () => {
  const out = join(temporary(), 'new');
  const words = ['fix', MADE_1, 'drivers/made/made.c:24', MORE_1, '--out', out, '--tree', tree];
  const { status, stderr } = someone().run(words);
  assert.equal(status, 1);
  assert.match(stderr, /made\.c:24 is for a person to change\.\n {2}why: n \+ 1 is computed too/);
  assert.match(stderr, /1 of the 3 places cannot be changed by a machine, so nothing was written/);
  assert.ok(!existsSync(out));
  const json = someone().run([...words, '--json']);
  assert.equal(json.status, 1);
  const { patches, left } = JSON.parse(json.stdout) as { patches: unknown[]; left: { line: number }[] };
  assert.deepEqual([patches, left.map(({ line }) => line)], [[], [24]]);
});

test('two subsystems are two series', () => {
  const out = join(temporary(), 'new');
  const words = ['fix', MADE_1, 'drivers/other/o.c:5', MORE_1, '--out', out, '--tree', tree];
  const { status, stderr } = someone().run(words);
  assert.equal(status, 2);
  assert.match(stderr, /belong to 2 subsystems, and a series goes to one/);
  assert.match(stderr, /MADE DRIVER: drivers\/made\/made\.c:13, drivers\/made\/more\.c:5; OTHER DRIVER: /);
  assert.match(
    stderr,
    /next: [^\n]*fix drivers\/made\/made\.c:13 drivers\/made\/more\.c:5; \S+ fix drivers\/other\/o\.c:5/,
  );
  assert.ok(!existsSync(out));
});

test('all or nothing: a patch that the person has worked on keeps the others from being written', () => {
  const person = someone();
  const { patches, out } = fixJson([MADE_1, MORE_1], tree, person);
  const [first = assert.fail(), second = assert.fail()] = patches;
  writeFileSync(second.patch, 'my words');
  const before = readFileSync(first.patch, 'utf8');
  const again = ['fix', MADE_1, MORE_1, '--why', 'Because.', '--out', out, '--tree', tree];
  const { status, stderr } = person.run(again);
  assert.equal(status, 2);
  assert.match(stderr, /0002-\S+ is there already, and not as Patchling wrote it/);
  assert.deepEqual([readFileSync(first.patch, 'utf8'), readFileSync(second.patch, 'utf8')], [before, 'my words']);
});

test('the patch of more sites is not written over by that of one of them', () => {
  const person = someone();
  const source = MORE.replace('\treturn', '\tkfree(kzalloc(n * sizeof(u32), GFP_KERNEL));\n\treturn');
  const on = folder(smallTree({ MAINTAINERS, 'drivers/made/more.c': source }));
  const { out, patches } = fixJson(['drivers/made/more.c:5', 'drivers/made/more.c:6'], on, person);
  assert.equal(patches.length, 1);
  const { status, stderr } = person.run(['fix', 'drivers/made/more.c:5', '--out', out, '--tree', on]);
  assert.equal(status, 2);
  assert.match(stderr, /is the patch of drivers\/made\/more\.c:5, drivers\/made\/more\.c:6\./);
});

test('each site is a fact of the journal, and start draws another instead of taking one patch out of a series', () => {
  const person = someone();
  const { patches } = fixJson([MADE_1, MADE_2, MORE_1], tree, person);
  const facts = readFileSync(join(person.home, '.local/share/patchling/journal.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as { kind: string; patch: string; sha256: string; site: { path: string; line: number } },
    );
  const [first = assert.fail(), second = assert.fail()] = patches;
  assert.deepEqual(
    facts.map(({ kind, patch, site }) => [kind, patch, `${site.path}:${site.line}`]),
    [
      ['patch-written', first.patch, MADE_1],
      ['patch-written', first.patch, MADE_2],
      ['patch-written', second.patch, MORE_1],
    ],
  );
  assert.equal(facts[0]?.sha256, facts[1]?.sha256);
  const start = person.run(['start', '--no-compile', '--json', '--tree', tree]);
  assert.equal(start.status, 0, start.stderr);
  const { patch } = JSON.parse(start.stdout) as { patch: string };
  assert.ok(![first.patch, second.patch].includes(patch), patch);
  const again = person.run(['start', '--no-compile', '--json', '--tree', tree]);
  assert.equal((JSON.parse(again.stdout) as { patch: string }).patch, patch, 'what start began, it goes on with');
});

test('at a terminal the why is asked once for all, with every place in sight, and stands in each patch', {
  skip: noTerminal,
}, async () => {
  const person = someone();
  const out = temporary();
  const program = new URL('../bin/patchling', import.meta.url).pathname;
  const words = [program, 'fix', MADE_1, MORE_1, '--tree', tree, '--out', out];
  const shown = join(temporary(), 'shown');
  const env = {
    PATH: process.env['PATH'],
    HOME: person.home,
    TERM: 'xterm',
    EDITOR: `tee -a ${shown} <`,
    ...person.identity,
  };
  const screen = await terminalTalk(`${shellCommand(words)}; echo "status $?"`, env, [
    [/1\. [\s\S]*> /, 'It comes from user space.\r'],
    [/2\. [\s\S]*> /, '\r'],
    [/3\. [\s\S]*> /, '\r'],
    [/sign off as Grace Made <grace@made\.example>\? \[y\/N\] /, 'y\r'],
  ]);
  assert.match(screen, /status 0/);
  assert.equal(screen.match(/Three questions, then your editor/g)?.length, 1);
  assert.match(readFileSync(shown, 'utf8'), /^# Place: drivers\/made\/made\.c:13\n#\s+drivers\/made\/more\.c:5$/m);
  const mails = readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'));
  assert.equal(mails.length, 2);
  for (const mail of mails) {
    assert.match(mail, /\n\nIt comes from user space\.\n\nUse /);
    assert.match(mail, /^Signed-off-by: Grace Made/m);
  }
});

test('find names the fix of all that it offers, where they are few and of one subsystem', () => {
  const find = (...words: string[]): string => someone().run(['find', ...words, '--tree', tree]).stdout;
  const [, places = ''] = /To change all of them: \S+ fix (.*) --tree /.exec(find('--subsystem', 'made')) ?? [];
  assert.deepEqual(places.split(' ').toSorted(), [DEEP_1, MADE_1, MADE_2, MORE_1].toSorted());
  assert.doesNotMatch(find(), /To change all/);
  assert.doesNotMatch(find('--subsystem', 'other'), /To change all/);
});

test('without a name nothing can be signed off, and nothing is asked or written before that is said', () => {
  const person = newPerson({ GIT_AUTHOR_NAME: '', GIT_AUTHOR_EMAIL: '' });
  folder(person.home);
  const out = join(temporary(), 'new');
  const { status, stderr } = person.run(['fix', MADE_1, MORE_1, '--signoff', '--out', out, '--tree', tree]);
  assert.notEqual(status, 0);
  assert.match(stderr, /Git does not know who you are/);
  assert.ok(!existsSync(out));
});
