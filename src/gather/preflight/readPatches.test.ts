import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeFiles } from '../../../test/world/gitFolder.ts';
import { Trouble } from '../../core/trouble.ts';
import { createHost, type Host } from '../../edge/host.ts';
import { withTempFolder } from '../../edge/tempFolder.ts';
import { readPatches } from './readPatches.ts';

const MAIL = 'From: A <a@made.example>\nSubject: [PATCH] x\n\ny\n---\ndiff --git a/a b/a\n--- a/a\n+++ b/a\n';
const COVER = 'From: A <a@made.example>\nSubject: [PATCH 0/2] x\n\ny\n';

const hostIn = (cwd: string, input = ''): Host => {
  const host = createHost();
  return { ...host, cwd, terminal: { ...host.terminal, inputBytes: () => Buffer.from(input) } };
};

const troubleOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof Trouble && error.kind === 'input' && error.words.next !== undefined);
  return error.words.what;
};

test('files, folders, a maildir and standard input, each once, in the order of the names', async () => {
  await withTempFolder(async (folder) => {
    writeFiles(folder, {
      'out/0000-cover.patch': COVER,
      'out/0001-x.patch': MAIL,
      'out/0001-x.patch~': 'no',
      'out/notes.txt': 'no',
      'box/cur/2:2,S': MAIL,
      'box/new/1.eml': MAIL,
      'box/tmp/3': 'no',
      'one.mbox': Buffer.from(`${MAIL}\xff`, 'latin1'),
    });
    const read = await readPatches(hostIn(folder, MAIL), ['one.mbox', 'out/', 'out/0001-x.patch', 'box', '-']);
    assert.deepEqual(
      read.map(({ file }) => file),
      ['one.mbox', 'out/0000-cover.patch', 'out/0001-x.patch', 'box/new/1.eml', 'box/cur/2:2,S', '-'],
    );
    assert.equal(read[0]?.source, `${MAIL}\xff`);
    assert.equal((await readPatches(hostIn('/'), [join(folder, 'out')])).length, 2);
  });
});

test('what is no patch is said so, with what to do', async () => {
  await withTempFolder(async (folder) => {
    writeFiles(folder, {
      'empty.patch': '\n',
      'a.c': 'int a;\n',
      'words.patch': 'Subject: hello\n\nNo patch here.\n',
      'none/readme.txt': 'x',
      'large.mbox': Buffer.alloc(65 * 2 ** 20),
    });
    const said = (name: string): Promise<string> => troubleOf(readPatches(hostIn(folder), [name]));
    assert.equal(await said('gone.patch'), 'There is no gone.patch, or you may not look there.');
    assert.equal(await said(''), 'One of the names is empty.');
    assert.equal(await said('empty.patch'), 'empty.patch is empty.');
    assert.equal(await said('-'), 'What came on standard input is empty.');
    assert.equal(await said('a.c'), 'a.c is a source file, no patch.');
    assert.equal(await said('words.patch'), 'words.patch is no patch: no line of it says which file is changed.');
    assert.equal(await said('none'), 'No patch was found in the folder none, or you may not look into it.');
    assert.equal(await said('large.mbox'), 'large.mbox has 65 MB, and was not read.');
    const [answer] = await readPatches(hostIn(folder), ['words.patch'], { isThread: true });
    assert.equal(answer?.file, 'words.patch');
  });
});
