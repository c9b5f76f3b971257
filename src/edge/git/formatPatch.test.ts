import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gitFolder, inGit, writeFiles } from '../../../test/world/gitFolder.ts';
import { run } from '../run.ts';
import { withTempFolder } from '../tempFolder.ts';
import { applyCheck } from './applyCheck.ts';
import { formatPatch, type PatchOrder } from './formatPatch.ts';
import { repositoryOf } from './repositoryOf.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `int line${at};\n`).join('');
const before = Buffer.from(`${numbered(20)}int f(void)\n{\n\treturn 1;\n}\n`);
const after = Buffer.from(before.toString().replace('return 1', 'return 2'));

const order = async (tree: string, more: Partial<PatchOrder> = {}): Promise<PatchOrder> => ({
  tree,
  path: 'mm/a.c',
  before,
  after,
  message: 'mm/a: return two\n\nOne is not enough.\n',
  author: { name: 'A Person', email: 'person@example.org' },
  date: new Date('2026-01-02T03:04:05.678Z'),
  repository: await repositoryOf(tree),
  ...more,
});

const text = (mail: Uint8Array) => Buffer.from(mail).toString('utf8');

/** Every file below a folder with what would tell of a write. */
const listing = async (folder: string) => (await run(['find', folder, '-printf', '%p %s %T@ %m %l\n'])).stdout;

test('in a plain folder: the mail of git format-patch, the same each time, and nothing written', async () => {
  await withTempFolder(async (tree) => {
    writeFiles(tree, { 'mm/a.c': before });
    const seen = await listing(tree);
    const { mail, base } = await formatPatch(await order(tree));
    assert.equal(await listing(tree), seen);
    assert.equal(base, undefined);
    assert.equal(text(mail).replace(/\n-- \n.*/s, ''), expected);
    assert.deepEqual((await formatPatch(await order(tree))).mail, mail);
    assert.equal((await applyCheck(tree, saved(tree, mail))).verdict, 'holds');
  });
});

const expected = `From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001
From: A Person <person@example.org>
Date: Fri, 2 Jan 2026 03:04:05 +0000
Subject: [PATCH] mm/a: return two

One is not enough.
---
 mm/a.c | 2 +-
 1 file changed, 1 insertion(+), 1 deletion(-)

diff --git a/mm/a.c b/mm/a.c
index 63ae6211e2d3..13ae4d00ac4a 100644
--- a/mm/a.c
+++ b/mm/a.c
@@ -20,5 +20,5 @@ int line18;
 int line19;
 int f(void)
 {
-\treturn 1;
+\treturn 2;
 }`;

function saved(folder: string, mail: Uint8Array): string {
  const file = join(folder, 'the.patch');
  writeFileSync(file, mail);
  return file;
}

/** What `git am` makes of the mail in a repository that has the file. */
function applied(folder: string, mail: Uint8Array, content: Uint8Array, mode = 0o644) {
  const repository = gitFolder(folder, { 'mm/a.c': content });
  chmodSync(join(repository, 'mm/a.c'), mode);
  inGit(repository, 'commit', '--quiet', '--all', '--allow-empty', '--message=mode');
  inGit(repository, 'am', '--quiet', '--keep-cr', saved(folder, mail));
  const executable = (statSync(join(repository, 'mm/a.c')).mode & 0o100) !== 0;
  const [author, message] = inGit(repository, 'log', '-1', '--format=%an <%ae> %aI%x00%B').split('\0');
  return { content: readFileSync(join(repository, 'mm/a.c')), author, message, executable };
}

const contents: Readonly<Record<string, readonly [before: Uint8Array, after: Uint8Array]>> = {
  'ends of lines as DOS has them': [Buffer.from('a;\r\nb;\r\n'), Buffer.from('a;\r\nc;\r\n')],
  'both ends of lines': [Buffer.from('a;\r\nb;\nx\r'), Buffer.from('a;\nc;\r\nx\r')],
  'no end of the last line': [Buffer.from('a;\nb;'), Buffer.from('a;\nc;')],
  'an end of the last line where there was none': [Buffer.from('a;\nb;'), Buffer.from('a;\nb;\n')],
  'bytes that are no UTF-8': [
    Buffer.from('/* M\xfcller */\nb;\n', 'latin1'),
    Buffer.from('/* M\xfcller */\nc;\xff\n', 'latin1'),
  ],
  'lines that look like a mail or a diff': [
    Buffer.from('a;\nFrom me\n---\n-- \n@@ x\n'),
    Buffer.from('b;\nFrom me\n---\n-- \n>From you\n'),
  ],
  'bytes of zero': [Buffer.from('a\0b\n'), Buffer.from('a\0c\n')],
  'no content before': [Buffer.from(''), Buffer.from('a;\n')],
};

for (const [name, [old, edited]] of Object.entries(contents)) {
  test(`git am gives every byte back: ${name}`, async () => {
    await withTempFolder(async (folder) => {
      writeFiles(join(folder, 'tree'), { 'mm/a.c': old });
      const { mail } = await formatPatch(await order(join(folder, 'tree'), { before: old, after: edited }));
      assert.deepEqual(applied(join(folder, 'am'), mail, old).content, edited);
      assert.equal((await applyCheck(join(folder, 'tree'), saved(folder, mail))).verdict, 'holds');
    });
  });
}

test('a file that may be run stays so', async () => {
  await withTempFolder(async (folder) => {
    writeFiles(join(folder, 'tree'), { 'mm/a.c': before });
    chmodSync(join(folder, 'tree', 'mm/a.c'), 0o755);
    const { mail } = await formatPatch(await order(join(folder, 'tree')));
    assert.match(text(mail), /^index \w+\.\.\w+ 100755$/m);
    assert.equal(applied(join(folder, 'am'), mail, before, 0o755).executable, true);
  });
});

test('a long subject, names in any script and what stands below come through git am as they should', async () => {
  await withTempFolder(async (folder) => {
    writeFiles(join(folder, 'tree'), { 'mm/a.c': before });
    const subject = `mm/a: größer ${'und noch viel größer '.repeat(6)}als 名前`;
    const { mail } = await formatPatch(
      await order(join(folder, 'tree'), {
        author: { name: 'Jörg Müller-Łopez, Dr', email: 'jm@example.org' },
        message: `${subject}\n\nFrom here on: тело.\n\nSigned-off-by: Jörg Müller <jm@example.org>\n`,
        below: 'Made by a machine, «truthfully».\nTwo lines.\n',
      }),
    );
    for (const line of text(mail).split('\n\n')[0]?.split('\n') ?? []) {
      assert.ok(line.length <= 78 && /^[\x20-\x7e]*$/.test(line), line);
    }
    assert.match(
      text(mail),
      /jm@example\.org>\n---\nMade by a machine, «truthfully»\.\nTwo lines\.\n\n mm\/a\.c \| 2 \+-\n/,
    );
    const { author, message } = applied(join(folder, 'am'), mail, before);
    assert.equal(author, 'Jörg Müller-Łopez, Dr <jm@example.org> 2026-01-02T03:04:05+00:00');
    assert.equal(message, `${subject}\n\nFrom here on: тело.\n\nSigned-off-by: Jörg Müller <jm@example.org>\n`);
  });
});

test('what stands below is told to the mail header, and a subject alone stays a subject', async () => {
  await withTempFolder(async (folder) => {
    writeFiles(join(folder, 'tree'), { 'mm/a.c': before });
    const { mail } = await formatPatch(await order(join(folder, 'tree'), { message: 'mm/a: two', below: 'Größe' }));
    assert.match(text(mail), /^Subject: \[PATCH\] mm\/a: two$/m);
    assert.match(text(mail), /^Content-Type: text\/plain; charset=UTF-8$/m);
    assert.match(text(mail), /\n\n---\nGröße\n\n mm\/a\.c \|/);
    assert.equal(applied(join(folder, 'am'), mail, before).message, 'mm/a: two\n');
  });
});

test('a name cannot forge the lines of the mail', async () => {
  await withTempFolder(async (folder) => {
    writeFiles(folder, { 'mm/a.c': before });
    const author = { name: 'A\nBcc: x@example.org <', email: 'a@b>\nX: y' };
    const header = text((await formatPatch(await order(folder, { author }))).mail).split('\n\n')[0] ?? '';
    assert.equal(header.split('\n')[1], 'From: "ABcc: x@example.org" <a@bX: y>');
  });
});

test('an edit that changes nothing is no patch', async () => {
  await withTempFolder(async (folder) => {
    writeFiles(folder, { 'mm/a.c': before });
    await assert.rejects(formatPatch(await order(folder, { after: before })), { message: 'The edit changes nothing.' });
  });
});

test('several files change in one patch, each with its own mode, in the order of git', async () => {
  await withTempFolder(async (folder) => {
    const files = { 'mm/a.c': before, 'mm/b.c': Buffer.from('int b;\n'), 'fs/c.c': Buffer.from('a;\r\nb;') };
    const beside = [
      { path: 'mm/b.c', before: files['mm/b.c'], after: Buffer.from('long b;\n') },
      { path: 'fs/c.c', before: files['fs/c.c'], after: Buffer.from('a;\r\nc;') },
    ];
    const plain = join(folder, 'plain');
    writeFiles(plain, files);
    chmodSync(join(plain, 'mm/b.c'), 0o755);
    const { mail } = await formatPatch(await order(plain, { beside }));
    assert.deepEqual(
      [...text(mail).matchAll(/^diff --git a\/(\S+) /gm)].map(([, path]) => path),
      ['fs/c.c', 'mm/a.c', 'mm/b.c'],
    );
    assert.match(text(mail), /^index \w+\.\.\w+ 100755\n--- a\/mm\/b\.c$/m);
    assert.equal((await applyCheck(plain, saved(folder, mail))).verdict, 'holds');

    const tree = gitFolder(join(folder, 'tree'), files);
    const { mail: based, base } = await formatPatch(await order(tree, { beside }));
    assert.equal(base, inGit(tree, 'rev-parse', 'HEAD'));
    assert.equal(inGit(tree, 'status', '--porcelain'), '');
    inGit(tree, 'am', '--quiet', '--keep-cr', saved(folder, based));
    for (const { path, after: edited } of [{ path: 'mm/a.c', after }, ...beside])
      assert.deepEqual(readFileSync(join(tree, path)), edited);
    const parent = inGit(tree, 'rev-parse', 'HEAD~');
    assert.ok(text(based).includes(`\nbase-commit: ${parent}\n`));
  });
});

test('one of several files that does not change, or is not there, makes no patch', async () => {
  await withTempFolder(async (folder) => {
    writeFiles(folder, { 'mm/a.c': before, 'mm/b.c': before });
    const same = { path: 'mm/b.c', before, after: before };
    await assert.rejects(formatPatch(await order(folder, { beside: [same] })), {
      message: 'The edit changes nothing.',
    });
    await assert.rejects(formatPatch(await order(folder, { beside: [{ ...same, path: 'mm/c.c', after }] })));
  });
});
