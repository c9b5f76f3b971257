import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { commandGroups, commandTable } from '../src/cli/commandTable.ts';
import { newPerson } from './world/runPatchling.ts';
import { smallTree } from './world/smallTree.ts';

const person = newPerson();
const tree = smallTree();
const on = ['--tree', tree];

const lines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('find lists what is ready and by hand, with --all what is refused, as one JSON object a line', () => {
  const found = lines(person.run(['find', '--json', ...on]).stdout);
  assert.deepEqual(found.map(({ fix }) => fix).toSorted(), ['by hand', 'ready', 'ready']);
  const all = lines(person.run(['find', '--json', '--all', '--sort=rank', ...on]).stdout);
  assert.equal(all.length, 4);
  assert.deepEqual(
    all.map(({ rank }) => rank),
    all.map(({ rank }) => rank as number).toSorted((a, b) => a - b),
  );
  for (const name of [
    'rule',
    'path',
    'line',
    'column',
    'end_line',
    'function',
    'expression',
    'fix',
    'because',
    'replacement',
    'subsystems',
    'rank',
  ]) {
    assert.ok(name in (all[0] ?? {}), name);
  }
  assert.deepEqual(all[0]?.['subsystems'], ['MADE DRIVER']);
});

test('the text form is sorted by rank and says the totals', () => {
  const { stdout, status } = person.run(['find', ...on]);
  assert.equal(status, 0);
  assert.match(stdout, /3 sites in Linux 6\.19-rc1: 2 ready, 1 by hand\./);
});

test('paths and subsystems narrow it; --diff shows the edit', () => {
  assert.equal(lines(person.run(['find', 'include', '--json', ...on]).stdout).length, 0);
  assert.equal(lines(person.run(['find', '--subsystem', 'made', '--json', ...on]).stdout).length, 3);
  assert.equal(lines(person.run(['find', '--subsystem', 'btrfs', '--json', ...on]).stdout).length, 0);
  assert.match(
    person.run(['find', 'drivers/made', '--diff', ...on]).stdout,
    /\+\ttable = kmalloc_array\(n, sizeof\(\*table\), GFP_KERNEL\);/,
  );
});

test('fix writes a patch that git am takes, and asks for what is the person’s', () => {
  const out = mkdtempSync(join(tmpdir(), 'patchling-out-'));
  const said = person.run(['fix', 'drivers/made/made.c:13', '--json', '--out', out, ...on]);
  assert.equal(said.status, 0, said.stderr);
  const [{ patch, needs } = assert.fail()] = lines(said.stdout);
  assert.deepEqual(needs, ['why', 'signoff']);
  const repository = smallTree();
  const git = (...words: string[]): string =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=A', '-c', 'user.email=a@b.example', ...words], {
      encoding: 'utf8',
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'made');
  git('am', '-q', String(patch));
  assert.match(
    readFileSync(join(repository, 'drivers/made/made.c'), 'utf8'),
    /kmalloc_array\(n, sizeof\(\*table\), GFP_KERNEL\)/,
  );
  assert.match(git('log', '-1', '--format=%B'), /\[Missing: why/);
});

test('the why and the sign-off are taken as they are given, and the tree is left alone', () => {
  const out = mkdtempSync(join(tmpdir(), 'patchling-out-'));
  const before = readFileSync(join(tree, 'drivers/made/made.c'));
  const words = ['fix', 'drivers/made/made.c:16', '--why-file', '-', '--signoff', '--json', '--out', out, ...on];
  const [{ needs, patch } = assert.fail()] = lines(
    person.run(words, { input: 'The count comes from user space.\n' }).stdout,
  );
  assert.deepEqual(needs, []);
  const mail = readFileSync(String(patch), 'utf8');
  assert.match(mail, /The count comes from user space\./);
  assert.match(mail, /^Signed-off-by: Grace Made <grace@made\.example>$/m);
  assert.match(mail, /^\+\tmade = kmalloc\(struct_size\(made, items, n\), GFP_KERNEL\);$/m);
  assert.deepEqual(readFileSync(join(tree, 'drivers/made/made.c')), before);
});

test('a patch that the person has worked on is not written over', () => {
  const out = mkdtempSync(join(tmpdir(), 'patchling-out-'));
  const words = ['fix', 'drivers/made/made.c:13', '--out', out, ...on];
  assert.equal(person.run(words).status, 0);
  assert.equal(person.run(words).status, 0, 'as we wrote it, it may be written again');
  const [name = ''] = readdirSync(out);
  writeFileSync(join(out, name), 'my words');
  const { status, stderr } = person.run(words);
  assert.equal(status, 2);
  assert.match(stderr, /not as Patchling wrote it/);
  assert.equal(readFileSync(join(out, name), 'utf8'), 'my words');
});

test('a site that is not for a machine: exit 1, the reason, and no file', () => {
  const out = mkdtempSync(join(tmpdir(), 'patchling-out-'));
  const { status, stderr } = person.run(['fix', 'drivers/made/made.c:24', '--out', out, ...on]);
  assert.equal(status, 1);
  assert.match(
    stderr,
    /for a person to change[\s\S]*may wrap before[\s\S]*size_mul\(size_add\(n, 1\), sizeof\(\*more\)\)/,
  );
  assert.deepEqual(readdirSync(out), []);
});

test('start without a terminal ends with a patch; again, it goes on with the draft; --another draws', () => {
  const other = newPerson();
  const first = other.run(['start', '--no-compile', '--json', ...on]);
  assert.equal(first.status, 0, first.stderr);
  const [one = assert.fail()] = lines(first.stdout);
  assert.ok(existsSync(String(one['patch'])));
  const checks = one['checks'] as { check: string; verdict: string }[];
  assert.equal(checks.find(({ check }) => check === 'git apply --check')?.verdict, 'holds');
  assert.equal(checks.find(({ check }) => check === 'checkpatch --strict')?.verdict, 'unknown', 'this tree has none');
  const [again = assert.fail()] = lines(other.run(['start', '--no-compile', '--json', ...on]).stdout);
  assert.equal(again['patch'], one['patch']);
  const text = other.run(['start', '--no-compile', '--seed', '7', ...on]).stdout;
  assert.match(
    text,
    /One place is worth changing\.[\s\S]*things are yours to do[\s\S]*Next: \S*patchling fix drivers\/made\/made\.c/,
  );
});

test('rules and explain read the tree’s own document; without a tree they say so', () => {
  assert.match(person.run(['rules', ...on]).stdout, /risk of them overflowing/);
  assert.match(person.run(['explain', 'header-and-array', ...on]).stdout, /struct_size\(b, items, n\)/);
  const [rule] = lines(newPerson().run(['rules', '--json']).stdout);
  assert.equal(rule?.['words'], null);
});

test('wrong usage and unreadable input: exit 2, with the next step', () => {
  const empty = mkdtempSync(join(tmpdir(), 'patchling-empty-'));
  const wrong: [string[], RegExp][] = [
    [['find', '--tree', empty], /lacks MAINTAINERS and Makefile/],
    [['find', '--tree', join(empty, 'gone')], /There is no folder/],
    [['find', '--tree', smallTree({ MAINTAINERS: undefined })], /lacks MAINTAINERS/],
    [['find', 'nowhere', ...on], /nowhere is not in the tree/],
    [['find', '--rule', 'strcpy', ...on], /There is no rule strcpy/],
    [['fix', 'drivers/made/made.c', ...on], /is not a place/],
    [['fix', 'drivers/made/made.c:1', ...on], /nearest sites/],
    [['fix', 'drivers/made/gone.c:1', ...on], /is not in the tree/],
    [['explain', 'nothing', ...on], /There is no rule nothing/],
    [['find', '--wrong', ...on], /unknown option/],
    [['nonsense'], /unknown command/],
    [[], /^$/],
  ];
  for (const [words, says] of wrong) {
    const { status, stderr } = person.run(words);
    assert.equal(status, 2, words.join(' '));
    assert.match(stderr, says, words.join(' '));
    assert.doesNotMatch(stderr, /\bat .*\.ts:\d+/, 'no stack trace');
  }
  assert.match(newPerson().run(['find']).stderr, /There is no kernel tree to work on/);
});

test('a sign-off without an identity is unknown, exit 3, with the command that settles it', () => {
  const nobody = newPerson({ GIT_AUTHOR_NAME: '', GIT_AUTHOR_EMAIL: '', GIT_CONFIG_NOSYSTEM: '1' });
  const { status, stderr } = nobody.run(['fix', 'drivers/made/made.c:13', '--signoff', ...on], {
    env: { GIT_CONFIG_GLOBAL: '/dev/null' },
  });
  assert.equal(status, 3, stderr);
  assert.match(stderr, /git config --global user\.name/);
});

test('every command has help that ends with two examples, and colour is off without a terminal', () => {
  const all = [
    ...commandTable.map(({ name, examples }) => ({ words: [name], examples })),
    ...commandGroups.flatMap((group) =>
      group.commands.map(({ name, examples }) => ({ words: [group.name, name], examples })),
    ),
  ];
  for (const { words, examples } of all) {
    const { stdout, status } = person.run([...words, '--help']);
    assert.equal(status, 0);
    assert.ok(stdout.trimEnd().endsWith(examples.join('\n  ')), words.join(' '));
  }
  assert.doesNotMatch(person.run(['find', ...on]).stdout, /\u001b/);
  assert.match(person.run(['find', '--color=always', ...on]).stdout, /\u001b\[/);
});

test('a pipe that is closed early is not an error', () => {
  const script = `"$0" find --all --json --tree "$1" | head -n 1; echo "\${PIPESTATUS[0]}"`;
  const program = new URL('../bin/patchling', import.meta.url).pathname;
  const said = execFileSync('bash', ['-c', script, program, tree], {
    encoding: 'utf8',
    env: { ...process.env, HOME: person.home },
  });
  assert.equal(said.trim().split('\n').at(-1), '0');
});
