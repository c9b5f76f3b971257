import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { allRules } from '../src/core/preflight/allRules.ts';
import { gateTree } from './world/gateTree.ts';
import { commitFiles, inGit } from './world/gitFolder.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { newPerson } from './world/runPatchling.ts';

const kernel = kernelTree();
const person = newPerson();

interface Answer {
  readonly verdict: string;
  readonly problems: readonly {
    readonly rule: string;
    readonly place: { readonly file: string; readonly line: number };
    readonly column: number;
    readonly end_column: number;
    readonly path: string | null;
    readonly line: number | null;
    readonly text: string;
    readonly why: string;
    readonly next: string;
    readonly source: { readonly file: string; readonly words: string };
    readonly turned_off?: string;
  }[];
  readonly checks: readonly { check: string; verdict: string; seen: string; settle?: string }[];
  readonly off: readonly string[];
}

describe('check', { skip: kernel === undefined && noKernelTree }, () => {
  let tree = '';
  before(() => {
    tree = gateTree(kernel ?? '');
  });
  const check = (...words: string[]) => person.run(['check', ...words, '--tree', tree]);
  const answer = (...words: string[]): Answer => JSON.parse(check(...words, '--json').stdout) as Answer;
  const rules = ({ problems }: Answer): unknown[] => problems.map(({ rule }) => rule);

  /** A commit on a branch of its own, as git format-patch writes it. */
  const patchOf = (message: string, line: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'patchling-check-'));
    inGit(tree, 'checkout', '--quiet', '-B', 'work', 'master');
    const text = readFileSync(join(tree, 'drivers/made/made.c'), 'utf8').replace('\tone->count = 1;\n', `${line}\n`);
    commitFiles(tree, { 'drivers/made/made.c': text }, message);
    inGit(tree, 'format-patch', '--quiet', '--base=master', '-o', folder, 'master..work');
    inGit(tree, 'checkout', '--quiet', 'master');
    const file = join(folder, readdirSync(folder)[0] ?? '');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('@example.org', '@made.example'));
    return file;
  };
  const SIGNED = 'Signed-off-by: A Maker <maker@example.org>';
  const good = (): string =>
    patchOf(
      `made: Count from two\n\nA device counts itself twice, so the first one that is removed leaves\nthe sum at one, and the module cannot be unloaded.\n\nBegin with two.\n\n${SIGNED}`,
      '\tone->count = 2;',
    );

  test('a sound patch holds: status 0, no error, and what is not known is said with what settles it', () => {
    const file = good();
    assert.equal(check(file).status, 0);
    const { verdict, problems, checks } = answer(file);
    assert.equal(verdict, 'holds', JSON.stringify(problems));
    assert.ok(checks.filter((one) => one.verdict === 'holds').length > 100);
    const unknown = checks.filter((one) => one.verdict === 'unknown');
    assert.ok(unknown.length > 0 && unknown.some(({ settle }) => settle !== undefined));
  });

  test('a problem has its place, its part of the line, why, what to do and the tree’s own words', () => {
    const file = patchOf(`made: Stop at once\n\nIt must not go on.\n\n${SIGNED}`, '\tBUG_ON(one->count);');
    const problem = answer(file).problems.find(({ rule }) => rule === 'bug-added') ?? assert.fail();
    const { place, path, line, text, column, end_column: end, source, why, next } = problem;
    assert.equal(place.file, file);
    assert.equal(readFileSync(file, 'utf8').split('\n')[place.line - 1], text);
    assert.equal(text.slice(column - 1, end - 1), 'BUG_ON(');
    assert.deepEqual([path, line], ['drivers/made/made.c', 18]);
    assert.equal(source.file, 'Documentation/process/deprecated.rst');
    assert.ok([source.words, why, next].every((words) => words.length > 0));
    const { stdout } = check(file, '--color=never');
    assert.match(stdout, /\n *\d+ \| \+ {8}BUG_ON\(one->count\);\n +\| {10}\^{7}\n/);
  });

  test('an error: status 1', () => {
    const file = patchOf('made: Count from three\n\nTwo were too few for devices with a twin.', '\tone->count = 3;');
    assert.equal(check(file).status, 1);
    assert.equal(answer(file).verdict, 'fails');
  });

  test('a rule is turned off for this patch with a reason, which is kept, also when the words change', () => {
    const file = patchOf(`made: Stop there\n\nIt must not go on here.\n\n${SIGNED}`, '\tBUG_ON(!one->count);');
    const refused = check(file, '--without', 'bug-added');
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /--because/);
    assert.equal(check(file, '--without', 'no-such-rule', '--because', 'x').status, 2);
    check(file, '--without', 'bug-added', '--because', 'memory is lost already');
    writeFileSync(file, readFileSync(file, 'utf8').replace('It must not', 'The driver must not'));
    const [problem] = answer(file).problems.filter(({ rule }) => rule === 'bug-added');
    assert.equal(problem?.turned_off, 'memory is lost already');
    assert.match(check(file).stdout, /turned off for this patch: memory is lost already/);
    assert.match(readFileSync(join(person.home, '.local/share/patchling/journal.ndjson'), 'utf8'), /rule-turned-off/);
  });

  test('--fix shows what it mends, writes it, and leaves the rest of the file as it was', () => {
    const file = patchOf(`made: Count from four.\n\nThree were too few.\n\n${SIGNED}`, '\tone->count = 4;');
    const old = readFileSync(file, 'utf8');
    const { stdout, stderr } = check(file, '--fix', '--color=never');
    assert.match(stdout, /- ?Subject: .*four\.\n.*\+ ?Subject: .*four\n/);
    assert.match(stderr, /1 file written/);
    assert.equal(readFileSync(file, 'utf8'), old.replace('from four.', 'from four'));
    assert.ok(!rules(answer(file)).includes('summary-ends-in-full-stop'));
  });

  test('a thread that the person names is read for former versions, tags and questions', () => {
    const file = good();
    const v1 = readFileSync(file, 'utf8').replace('Subject:', 'Message-ID: <v1@made.example>\nSubject:');
    const review =
      'From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: Ada Made <ada@made.example>\nDate: Tue, 02 Jan 2024 10:00:00 +0000\nMessage-ID: <r@made.example>\n'
      + 'In-Reply-To: <v1@made.example>\nSubject: Re: [PATCH] made: Count from two\n\n> Begin with two.\n\nReviewed-by: Ada Made <ada@made.example>\n';
    const thread = join(mkdtempSync(join(tmpdir(), 'patchling-thread-')), 'v1.mbox');
    writeFileSync(thread, `${v1}\n${review}`);
    writeFileSync(file, v1.replace('[PATCH]', '[PATCH v2]').replace('<v1@', '<v2@'));
    const found = rules(answer(file, '--thread', thread));
    assert.ok(found.includes('tag-of-reviewer-lost'), JSON.stringify(found));
    assert.ok(found.includes('version-without-changelog'));
  });

  test('where the tree has a document on generated content, the person is asked, and the answer is kept', () => {
    const newer = gateTree(kernel ?? '');
    // As the newer tree would have it: the headings and phrases that the rules look for.
    for (const [file, sources] of Map.groupBy(
      allRules.flatMap(({ sources }) => sources.filter(({ newerThan }) => newerThan !== undefined)),
      (source) => source.file,
    )) {
      const said = sources.map(({ heading, phrase }) => `${heading}\n${'='.repeat(heading.length)}\n\n${phrase}.\n`);
      if (!existsSync(join(newer, file))) writeFileSync(join(newer, file), said.join('\n'));
    }
    const file = good();
    const ask = (...words: string[]): Answer =>
      JSON.parse(person.run(['check', file, '--tree', newer, '--json', ...words]).stdout) as Answer;
    const isAsked = ({ checks }: Answer): boolean => checks.some(({ settle }) => settle?.includes('--tools') === true);
    assert.ok(isAsked(ask()));
    assert.ok(rules(ask('--tools', 'Coccinelle:1.1 the edit')).includes('tools-not-disclosed'));
    assert.ok(rules(ask()).includes('tools-not-disclosed'), 'what was said is kept');
    const none = ask('--tools', 'none');
    assert.ok(!isAsked(none) && !rules(none).includes('tools-not-disclosed'));
  });

  test('standard input, and a folder, are read as files are', () => {
    const file = good();
    const input = readFileSync(file, 'utf8');
    assert.equal(person.run(['check', '-', '--tree', tree], { input }).status, 0);
    assert.equal(check(join(file, '..')).status, 0);
  });

  test('--rules lists every rule with where this tree says so; explain has it at length', () => {
    const listed = person
      .run(['check', '--rules', '--json', '--tree', tree])
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { rule: string; state: string; source: { words: string | null } });
    assert.ok(listed.length > 200);
    for (const { rule, state, source } of listed) assert.ok(state !== 'found' || source.words, rule);
    const { stdout } = person.run(['explain', 'summary-too-long', '--tree', tree]);
    assert.match(stdout, /submitting-patches\.rst, "The canonical patch format", line \d+/);
  });

  test('a tree without documents is asked for nothing but what git itself decides', () => {
    const bare = mkdtempSync(join(tmpdir(), 'patchling-bare-'));
    writeFileSync(join(bare, 'MAINTAINERS'), 'List\n\nMADE\nM:\tAda <ada@made.example>\nF:\tx\n');
    writeFileSync(join(bare, 'Makefile'), 'VERSION = 6\nPATCHLEVEL = 19\n');
    const { off, problems } = JSON.parse(person.run(['check', good(), '--tree', bare, '--json']).stdout) as Answer;
    assert.ok(off.length > 200);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['patch-does-not-apply'],
    );
  });
});
