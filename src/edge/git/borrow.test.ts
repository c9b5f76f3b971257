import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commitFiles, gitFolder, inGit, writeFiles } from '../../../test/world/gitFolder.ts';
import { run } from '../run.ts';
import { withTempFolder } from '../tempFolder.ts';
import { formatPatch } from './formatPatch.ts';
import { repositoryOf } from './repositoryOf.ts';

const before = Buffer.from('int f(void)\n{\n\treturn 1;\n}\n');
const after = Buffer.from('int f(void)\n{\n\treturn 2;\n}\n');

const patch = async (tree: string, contents = { before, after }, path = 'mm/a.c') =>
  formatPatch({
    tree,
    path,
    ...contents,
    message: 'mm/a: return two\n\nOne is not enough.\n',
    author: { name: 'A Person', email: 'person@example.org' },
    date: new Date('2026-01-02T03:04:05Z'),
    repository: await repositoryOf(tree),
  });

const text = (mail: Uint8Array) => Buffer.from(mail).toString('utf8');

/** Every file below a folder with what would tell of a write. */
const listing = async (folder: string) => (await run(['find', folder, '-printf', '%p %s %T@ %m %l\n'])).stdout;

/** What `git am` makes of the mail in a clone. */
function appliedInClone(folder: string, origin: string, mail: Uint8Array) {
  const clone = join(folder, 'clone');
  inGit(folder, 'clone', '--quiet', origin, clone);
  writeFileSync(join(folder, 'the.patch'), mail);
  inGit(clone, 'am', '--quiet', '--keep-cr', join(folder, 'the.patch'));
  return { blob: inGit(clone, 'rev-parse', 'HEAD:mm/a.c'), parent: inGit(clone, 'rev-parse', 'HEAD~1') };
}

test('in a repository: its commit is the base, its blobs are the ids, and nothing in it is written', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'mm/a.c': before, 'mm/b.c': before });
    writeFiles(tree, { 'mm/b.c': 'somebody works here\n', 'new.c': '' });
    inGit(tree, 'add', 'new.c');
    const head = inGit(tree, 'rev-parse', 'HEAD');
    const seen = await listing(tree);
    const { mail, base, blobs } = await patch(tree);
    assert.equal(await listing(tree), seen);
    assert.equal(base, head);
    assert.equal(blobs.before, inGit(tree, 'rev-parse', 'HEAD:mm/a.c'));
    assert.ok(text(mail).includes(`\nindex ${blobs.before.slice(0, 12)}..${blobs.after.slice(0, 12)} 100644\n`));
    assert.ok(text(mail).includes(`\nbase-commit: ${head}\n`));
    assert.deepEqual(appliedInClone(folder, tree, mail), { blob: blobs.after, parent: head });
  });
});

const strange = `
[format]
	signOff = true
	attach = boundary
	subjectPrefix = STRANGE
	headers = "X-Strange: yes"
	to = to@example.org
	cc = cc@example.org
	numbered = true
	thread = deep
	from = Other <other@example.org>
	forceInBodyFrom = true
	signature = strange
	notes = true
	coverLetter = true
	encodeEmailHeaders = false
	noprefix = true
	mboxrd = true
	pretty = oneline
	useAutoBase = true
	outputDirectory = /nonexistent
[diff]
	noprefix = true
	mnemonicPrefix = true
	context = 9
	algorithm = patience
	external = false
	orderFile = /nonexistent
	wordRegex = x
	statGraphWidth = 3
	suppressBlankEmpty = true
[diff "cpp"]
	binary = true
	xfuncname = strange
[core]
	autocrlf = input
	abbrev = 4
	quotePath = true
	attributesFile = ATTRIBUTES
	pager = false
	hooksPath = HOOKS
[color]
	ui = always
[commit]
	gpgSign = true
	template = /nonexistent
[gpg]
	program = false
[i18n]
	commitEncoding = ISO-8859-1
	logOutputEncoding = ISO-8859-1
[user]
	name = Other
	email = other@example.org
[init]
	templateDir = TEMPLATES
	defaultObjectFormat = sha256
`;

test("no configuration of the user's, of the repository or of the machine changes a byte", async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'mm/a.c': before });
    const { mail } = await patch(tree);
    writeFiles(folder, {
      attributes: '*.c -diff\n',
      'hooks/pre-commit': '#!/bin/sh\nexit 1\n',
      'templates/config': '[x',
    });
    chmodSync(join(folder, 'hooks/pre-commit'), 0o755);
    const configuration = strange
      .replace('ATTRIBUTES', join(folder, 'attributes'))
      .replace('HOOKS', join(folder, 'hooks'))
      .replace('TEMPLATES', join(folder, 'templates'));
    writeFiles(folder, {
      config: configuration,
      'tree/.git/info/attributes': '*.c -diff\n',
      'tree/.gitattributes': '* -diff\n',
    });
    inGit(tree, 'config', 'include.path', join(folder, 'config'));
    inGit(tree, 'notes', 'add', '--message=a note');
    const set = {
      GIT_CONFIG_GLOBAL: join(folder, 'config'),
      GIT_DIR: '/nonexistent',
      GIT_INDEX_FILE: '/nonexistent',
      GIT_EXTERNAL_DIFF: 'false',
      GIT_COMMITTER_NAME: 'Other',
      GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.abbrev',
      GIT_CONFIG_VALUE_0: '5',
      TZ: 'Asia/Tokyo',
    };
    const kept = { ...process.env };
    Object.assign(process.env, set);
    try {
      assert.equal(text((await patch(tree)).mail), text(mail));
    } finally {
      for (const name of Object.keys(set)) delete process.env[name];
      Object.assign(process.env, kept);
    }
  });
});

test('a file that stands otherwise in the folder than in the repository gets the ids that git add would give', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'mm/a.c': before });
    inGit(tree, 'config', 'core.autocrlf', 'true');
    const dos = (bytes: Buffer) => Buffer.from(bytes.toString().replaceAll('\n', '\r\n'));
    const { mail, blobs } = await patch(tree, { before: dos(before), after: dos(after) });
    assert.equal(text(mail).includes('\r'), false);
    assert.equal(appliedInClone(folder, tree, mail).blob, blobs.after);
    // Where the repository itself has such ends of lines, they stay.
    commitFiles(tree, { 'mm/b.c': '' }, 'b');
    inGit(tree, 'config', 'core.autocrlf', 'false');
    commitFiles(tree, { 'mm/b.c': dos(before) }, 'b as DOS has it');
    inGit(tree, 'config', 'core.autocrlf', 'true');
    const kept = await patch(tree, { before: dos(before), after: dos(after) }, 'mm/b.c');
    assert.ok(text(kept.mail).includes('+\treturn 2;\r\n'));
  });
});

test('the mode is that of the commit', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'mm/a.c': before });
    chmodSync(join(tree, 'mm/a.c'), 0o755); // as on a disk that knows no modes
    assert.match(text((await patch(tree)).mail), /^index \w+\.\.\w+ 100644$/m);
  });
});

test('linked work trees, shallow and blobless clones and SHA-256 will do', async () => {
  await withTempFolder(async (folder) => {
    const origin = gitFolder(join(folder, 'origin'), { 'mm/a.c': 'old\n', 'b.c': 'b\n' });
    commitFiles(origin, { 'mm/a.c': before }, 'mm/a: add f()');
    inGit(origin, 'config', 'uploadpack.allowFilter', 'true');
    inGit(origin, 'worktree', 'add', '--quiet', '--detach', join(folder, 'linked'));
    inGit(folder, 'clone', '--quiet', '--depth=1', `file://${origin}`, 'shallow');
    inGit(folder, 'clone', '--quiet', '--filter=blob:none', `file://${origin}`, 'blobless');
    inGit(folder, 'clone', '--quiet', '--shared', origin, 'shared "quoted"');
    const wanted = await patch(origin);
    for (const name of ['linked', 'shallow', 'blobless', 'shared "quoted"']) {
      assert.deepEqual(await patch(join(folder, name)), wanted, name);
    }
    const other = join(folder, 'sha256');
    mkdirSync(other);
    inGit(other, 'init', '--quiet', '--object-format=sha256');
    commitFiles(other, { 'mm/a.c': before }, 'begin');
    const { base, blobs } = await patch(other);
    assert.deepEqual([base?.length, blobs.after.length], [64, 64]);
  });
});

test('a file that is not as committed, or not committed at all, is refused', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'mm/a.c': 'int g(void);\n' });
    writeFiles(tree, { 'mm/a.c': before, 'mm/new.c': before });
    await assert.rejects(patch(tree), { kind: 'input', message: /differs from what the repository has/ });
    await assert.rejects(patch(tree, undefined, 'mm/new.c'), {
      kind: 'input',
      words: { ...notThere, where: 'mm/new.c' },
    });
    assert.equal(readFileSync(join(tree, 'mm/a.c'), 'utf8'), before.toString());
  });
});

const notThere = {
  what: 'A patch cannot be made for this path.',
  why: 'It is not in the commit that is checked out.',
};
