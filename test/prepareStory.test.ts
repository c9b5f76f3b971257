import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gateTree } from './world/gateTree.ts';
import { commitFiles, inGit } from './world/gitFolder.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { newPerson } from './world/runPatchling.ts';

// A story in three versions: v1 is reviewed, v2 changes one patch much and one a little, v3 is asked for as a RESEND.

const kernel = kernelTree();
const skip = kernel === undefined ? noKernelTree : false;
const tree = kernel === undefined ? '' : gateTree(kernel);
const person = newPerson();
const ONE = 'drivers/made/one.c';
const TWO = 'drivers/made/two.c';
const THREE = 'drivers/made/three.c';

/** A function of many lines, some of them changed. */
const source = (name: string, changed: Readonly<Record<number, string>> = {}): string => {
  const lines = Array.from({ length: 30 }, (_, index) => changed[index] ?? `\tcount(${index}, "${name}");`);
  return `void ${name}(void)\n{\n${lines.join('\n')}\n}\n`;
};

const commit = (file: string, text: string, subject: string): void => {
  const message = `${subject}\n\nThe counter of the driver runs over, and users see a hang after a day.\n\n`;
  commitFiles(tree, { [file]: text }, `${message}Signed-off-by: Grace Made <grace@made.example>`);
  inGit(tree, 'commit', '--quiet', '--amend', '--no-edit', '--author=Grace Made <grace@made.example>');
};

interface Prepared {
  readonly folder: string;
  readonly version: number;
  readonly patches: readonly string[];
  readonly cover: string | null;
  readonly unchanged: boolean;
  readonly range_diff: string | null;
  readonly mails: readonly { readonly message_id: string; readonly file: string; readonly cc: readonly string[] }[];
  readonly proposals: readonly { readonly trailer: string; readonly patch: number; readonly taken: boolean }[];
  readonly left_out: readonly {
    readonly trailer: string | null;
    readonly patch: number | null;
    readonly because: string;
  }[];
  readonly check: {
    readonly verdict: string;
    readonly problems: readonly { readonly rule: string; readonly severity: string }[];
  };
}

const prepare = (...words: readonly string[]) => person.run(['prepare', 'base..', '--tree', tree, '--json', ...words]);

const prepared = (...words: readonly string[]): Prepared => {
  const { status, stdout, stderr } = prepare(...words);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
};

const read = (file: string | null | undefined): string => readFileSync(file ?? '', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'patchling-story-'));
const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const answer = (to: string, from: string, text: string, number: number): string =>
  [
    'From mboxrd@z Thu Jan  1 00:00:00 1970',
    `From: ${from}`,
    'Subject: Re: [PATCH] made',
    `Message-ID: <answer-${number}@made.example>`,
    `In-Reply-To: <${to}>`,
    'Date: Wed, 3 Jan 2024 10:00:00 +0000',
    '',
    text,
    '',
  ].join('\n');

const made: Prepared[] = [];

test('v1: three patches with a cover letter', { skip }, () => {
  inGit(tree, 'checkout', '--quiet', '-B', 'counters', 'master');
  commitFiles(tree, { [ONE]: source('one'), [TWO]: source('two'), [THREE]: source('three') }, 'made: add the driver');
  inGit(tree, 'tag', 'base');
  commit(ONE, source('one', { 3: '\tcount_more(3);', 7: '\tcount_more(7);' }), 'made: one: Count more');
  commit(TWO, source('two', { 3: '\tcount_less(3);', 4: '\tcount_less(4);' }), 'made: two: Count less');
  commit(THREE, source('three', { 9: '\tcount_never(9);' }), 'made: three: Never count');
  const cover = written(
    'cover.txt',
    'made: Keep the counters\n\nThe counters run over.\n\nThe first patch does most of it.\n',
  );
  const v1 = prepared('--cover-file', cover);
  assert.equal(v1.version, 1);
  assert.equal(v1.patches.length, 3);
  assert.match(read(v1.cover), /^Subject: \[PATCH 0\/3\] made: Keep the counters$/m);
  assert.match(read(v1.cover), /^Grace Made \(3\):\n {2}made: one: Count more$/m);
  assert.match(read(v1.cover), /^base-commit: [0-9a-f]{40}\nchange-id: \d{8}-counters-[0-9a-f]{12}$/m);
  assert.match(read(v1.patches[0]), /^To: Ada Made <ada@made.example>$/m);
  assert.match(read(v1.patches[0]), new RegExp(`^In-Reply-To: <${v1.mails[0]?.message_id}>$`, 'm'));
  assert.deepEqual(
    v1.check.problems.filter(({ severity }) => severity === 'error'),
    [],
  );
  made.push(v1);
});

test('again: the same bytes, and nothing is written', { skip }, () => {
  const before = read(made[0]?.cover);
  const again = prepared();
  assert.equal(again.unchanged, true);
  assert.equal(read(again.cover), before);
});

test('changed and not said whether it was sent: exit 2, with both ways on', { skip }, () => {
  commit(THREE, source('three', { 9: '\tcount_never(10);' }), 'made: three: Never count at all');
  const { status, stderr } = prepare();
  assert.equal(status, 2);
  assert.match(stderr, /It was sent: --version 2\. It was not: --version 1\./);
  inGit(tree, 'reset', '--quiet', '--hard', 'HEAD~1');
});

/** What the reviewers wrote to v1, and v1 itself, as an archive gives it. */
const thread = (): string => {
  const ids = (made[0]?.mails ?? []).map(({ message_id: id }) => id);
  const mails = (made[0]?.mails ?? []).map(({ file }) => read(file));
  return written(
    'v1.mbox',
    [
      ...mails,
      answer(ids[1] ?? '', 'Bo Other <bo@other.example>', 'Fine.\n\nReviewed-by: Bo Other <bo@other.example>', 1),
      answer(ids[2] ?? '', 'Bo Other <bo@other.example>', 'Reviewed-by: Bo Other <bo@other.example>', 2),
      answer(ids[3] ?? '', 'Cy Third <cy@third.example>', 'Why is this needed? I do not see it at all here.', 3),
      answer(
        ids[0] ?? '',
        'Di Fourth <di@fourth.example>',
        'For the series:\nAcked-by: Di Fourth <di@fourth.example>',
        4,
      ),
      answer(ids[1] ?? '', 'Ed Fifth <ed@fifth.example>', '> Tested-by: Not Him <not@him.example>\n\nGood.', 5),
    ].join('\n'),
  );
};

test('v2: tags kept where little changed, dropped with the word why where much did', { skip }, () => {
  inGit(tree, 'checkout', '--quiet', '-B', 'counters', 'base');
  commit(ONE, source('one', { 3: '\tcount_more(3);', 7: '\tcount_more(7);' }), 'made: one: Count more');
  commit(TWO, source('two', { 11: '\tother(1);', 12: '\tother(2);', 13: '\tother(3);' }), 'made: two: Count less');
  commit(THREE, source('three', { 9: '\tcount_never(9);', 20: '\t/* seldom */' }), 'made: three: Never count');
  const v2 = prepared('--thread', thread(), '--changelog', 'two: other loop\nthree: a comment', '--take', 'tags,link');
  assert.equal(v2.version, 2);
  const [one, two, three] = v2.patches.map(read);
  assert.match(one ?? '', /^Subject: \[PATCH v2 1\/3\] made: one: Count more$/m);
  assert.match(one ?? '', /^Reviewed-by: Bo Other <bo@other\.example>\n/m);
  assert.match(one ?? '', /^Acked-by: Di Fourth <di@fourth\.example>\n/m);
  assert.match(one ?? '', /Acked-by: Di.*\nSigned-off-by: Grace Made <grace@made\.example>\n---$/m);
  assert.doesNotMatch(one ?? '', /Not Him/);
  assert.doesNotMatch(two ?? '', /Reviewed-by|Acked-by/);
  assert.match(three ?? '', /^Acked-by: Di Fourth/m);
  const dropped = v2.left_out.filter(({ patch }) => patch === 2);
  assert.deepEqual(dropped.map(({ trailer }) => trailer).toSorted(), [
    'Acked-by: Di Fourth <di@fourth.example>',
    'Reviewed-by: Bo Other <bo@other.example>',
  ]);
  const cover = read(v2.cover);
  assert.match(cover, /^Changes in v2:\n- two: other loop\n- three: a comment\n/m);
  assert.match(cover, /^- Dropped Reviewed-by of Bo Other from patch 2/m);
  assert.match(
    cover,
    new RegExp(`^- Link to v1: https://lore\\.kernel\\.org/r/${made[0]?.mails[0]?.message_id}$`, 'm'),
  );
  assert.match(cover, /^Range-diff against v1:$/m);
  assert.ok(v2.range_diff && cover.includes(v2.range_diff), 'git range-diff, byte for byte');
  assert.match(cover, /The first patch does most of it\./);
  assert.ok(v2.mails.every(({ cc }) => cc.some((one2) => one2.includes('cy@third.example'))));
  assert.deepEqual(
    v2.check.problems.filter(({ severity }) => severity === 'error'),
    [],
  );
  made.push(v2);
});

test('v2 again, and the thread is not named any more: the same bytes', { skip }, () => {
  const again = prepared();
  assert.equal(again.version, 2);
  assert.equal(again.unchanged, true);
  assert.deepEqual(again.patches.map(read), made[1]?.patches.map(read));
  assert.deepEqual(again.left_out, made[1]?.left_out);
});

const sendEmail = join(inGit('/', '--exec-path'), 'git-send-email');
const noSendEmail = existsSync(sendEmail) ? skip : 'because git send-email is not installed: apt-get install git-email';

test('git send-email would send them under our Message-IDs, to those that are named', { skip: noSendEmail }, () => {
  const { mails, patches, cover } = made[1] ?? { mails: [], patches: [], cover: null };
  const settings = [
    '-c',
    'sendemail.smtpServer=/bin/true',
    '-c',
    'user.name=Grace Made',
    '-c',
    'user.email=grace@made.example',
  ];
  const said = inGit(tree, ...settings, 'send-email', '--dry-run', '--confirm=never', cover ?? '', ...patches);
  const ids = [...said.matchAll(/^Message-Id: <(.*)>$/gim)].map(([, id]) => id);
  assert.deepEqual(
    ids,
    mails.map(({ message_id: id }) => id),
  );
  assert.equal(said.match(/^In-Reply-To: /gm)?.length, 3);
  assert.match(said, /Sendmail: .*cy@third\.example/);
});

test('v1 is as it was', { skip }, () => {
  assert.equal(readdirSync(made[0]?.folder ?? '').length, 4);
  assert.match(read(made[0]?.cover), /\[PATCH 0\/3\]/);
});

test('git am takes v2', { skip }, () => {
  inGit(tree, 'checkout', '--quiet', '--detach', 'base');
  inGit(tree, 'am', '--quiet', ...(made[1]?.patches ?? []));
  assert.equal(inGit(tree, 'rev-parse', 'HEAD^{tree}'), inGit(tree, 'rev-parse', 'counters^{tree}'));
  inGit(tree, 'checkout', '--quiet', 'counters');
});

test('a RESEND is refused until it is one', { skip }, () => {
  const asked = prepare('--version', '3', '--resend');
  assert.equal(asked.status, 2);
  assert.match(asked.stderr, /A RESEND keeps its number: it would be v2, not v3\./);
  commit(ONE, source('one', { 3: '\tcount_most(3);', 7: '\tcount_more(7);' }), 'made: one: Count most');
  const changed = prepare('--resend');
  assert.equal(changed.status, 2);
  assert.match(changed.stderr, /This is no RESEND of v2: patch 4 .* is new\./);
  inGit(tree, 'reset', '--quiet', '--hard', 'HEAD~1');
  const resend = prepared('--resend');
  assert.equal(resend.version, 2);
  assert.match(read(resend.cover), /^Subject: \[PATCH RESEND v2 0\/3\] made: Keep the counters$/m);
  assert.match(read(resend.patches[0]), /^Reviewed-by: Bo Other/m);
  assert.match(read(resend.cover), /^Changes in v2:$/m);
  assert.match(read(resend.patches[0]), /cy@third\.example/);
  assert.ok(existsSync(made[1]?.folder ?? ''));
});
