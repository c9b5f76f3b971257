import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { newPerson } from './world/runPatchling.ts';
import { smallTree } from './world/smallTree.ts';

const made: string[] = [];
const folder = (path: string): string => {
  made.push(path);
  return path;
};
after(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});
const temporary = (): string => folder(mkdtempSync(join(tmpdir(), 'patchling-out-')));
const someone = () => {
  const person = newPerson();
  folder(person.home);
  return person;
};

test('a why that stands in the patch is kept when the sign-off is added', () => {
  const out = temporary();
  const fix = ['fix', 'drivers/made/made.c:13', '--out', out, '--tree', folder(smallTree())];
  const person = someone();
  person.run([...fix, '--why', 'The count comes from user space.']);
  const { status, stdout } = person.run([...fix, '--signoff']);
  assert.equal(status, 0);
  assert.match(stdout, /the why is written, and it is signed off/);
  const [name = ''] = readdirSync(out);
  assert.match(readFileSync(join(out, name), 'utf8'), /\n\nThe count comes from user space\.\n\nUse kmalloc_array/);
});

test('the patch of another site is not written over', () => {
  const source = `static int made(int n)\n{\n\tu32 *a = kmalloc(n * sizeof(*a), GFP_KERNEL);\n\tu32 *b = kmalloc(n * sizeof(*b), GFP_KERNEL);\n\n\treturn a && b;\n}\n`;
  const on = ['--out', temporary(), '--tree', folder(smallTree({ 'drivers/made/made.c': source }))];
  const person = someone();
  assert.equal(person.run(['fix', 'drivers/made/made.c:3', ...on]).status, 0);
  const { status, stderr } = person.run(['fix', 'drivers/made/made.c:4', ...on]);
  assert.equal(status, 2);
  assert.match(stderr, /is the patch of drivers\/made\/made\.c:3/);
});

test('each tree has drafts of its own', () => {
  const person = someone();
  const start = (tree: string): string => {
    const { stdout } = person.run(['start', '--no-compile', '--seed', '1', '--json', '--tree', tree]);
    return (JSON.parse(stdout) as { patch: string }).patch;
  };
  assert.notEqual(start(folder(smallTree())), start(folder(smallTree())));
});

test('a draft that the person edits is theirs; one whose file has changed is said to be past', () => {
  const person = someone();
  const tree = folder(smallTree());
  const start = (...words: string[]) => person.run(['start', '--no-compile', '--tree', tree, ...words]);
  const { patch } = JSON.parse(start('--json', '--seed', '1').stdout) as { patch: string };
  appendFileSync(patch, '\n');
  assert.match(
    start().stdout,
    /You have worked on its file[\s\S]*write into the patch itself[\s\S]*Next: \$\{EDITOR:-vi\} /,
  );
  const again = start('--seed', '1');
  assert.equal(again.status, 0, again.stderr);
  assert.match(again.stdout, /The seed drew a site that you have worked on already/);
  writeFileSync(join(tree, 'drivers/made/made.c'), 'int changed;\n');
  assert.match(start().stdout, /has changed since this draft was written[\s\S]*Next: \S+ start --another/);
});

test('a journal that is damaged costs only its lines, and a tree that went away is named', () => {
  const person = someone();
  const tree = folder(smallTree());
  person.run(['start', '--no-compile', '--tree', tree]);
  appendFileSync(
    join(person.home, '.local/share/patchling/journal.ndjson'),
    '\u0000garbage\n{"v":9,"kind":"moon"}\n{"at":',
  );
  const { status, stderr, stdout } = person.run(['start', '--no-compile', '--tree', tree]);
  assert.equal(status, 0);
  assert.match(stderr, /lines? of \S+journal\.ndjson cannot be read/);
  assert.match(stdout, /You have a draft/);
  rmSync(tree, { recursive: true });
  assert.match(person.run(['find']).stderr, /the one used last, \S+, is not there any more/);
});

test('what cannot be written is said without a stack trace, and a patch outlives a journal that cannot', () => {
  const tree = folder(smallTree());
  const out = temporary();
  const person = someone();
  const file = join(out, 'file');
  writeFileSync(file, '');
  const fix = (where: string, env: Record<string, string> = {}) =>
    person.run(['fix', 'drivers/made/made.c:13', '--tree', tree, '--out', where], { env });
  for (const where of [file, join(file, 'below'), '/dev/null', '/proc/none']) {
    const { status, stderr } = fix(where);
    assert.ok(status === 2 || status === 4, where);
    assert.match(stderr, /could not be made[\s\S]*next: /);
    assert.doesNotMatch(stderr, /\.ts:\d+/);
  }
  const { status, stderr } = fix(join(out, 'new'), { XDG_DATA_HOME: '/proc/none' });
  assert.equal(status, 0);
  assert.match(stderr, /The journal could not be written/);
  assert.equal(readdirSync(join(out, 'new')).length, 1);
});
