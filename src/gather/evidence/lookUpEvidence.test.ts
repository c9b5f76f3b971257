import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { commitFiles, gitFolder, inGit } from '../../../test/world/gitFolder.ts';
import { evidenceOutcome } from '../../core/evidence/evidenceOutcome.ts';
import { withTempFolder } from '../../edge/tempFolder.ts';
import { type EvidenceJudge, openEvidenceJudge } from './evidenceJudge.ts';

const NONCE = 'plgabcdefgh2345';
const patchNeed = { kind: 'patch', applies: true, passesCheck: true, marked: false } as const;
const needing = (...needs: readonly (typeof patchNeed | { kind: 'public'; what: 'message' | 'commit' })[]) => ({
  ...{ needs, mayPass: true, spotChecks: 0 },
});
const FILES = {
  Makefile: 'VERSION = 6\nPATCHLEVEL = 13\nSUBLEVEL = 0\nEXTRAVERSION =\n',
  MAINTAINERS: 'MADE\nM:\tMay <may@made.example>\nF:\t*\n',
  // The rule stands in the tree's own document, and is off without it.
  'Documentation/process/submitting-patches.rst': `Title\n=====\n\nSign your work\n--------------\n\nthen you just add a line saying\n`,
  'drivers/made/a.c': 'int a;\n\nint b;\n\nint c;\n',
};
const MESSAGE = `made: a: Begin with one

The counter starts at nought, and readers of /proc/made take nought for
an error: they see "no device" after each boot. Begin with one.

Signed-off-by: Ada Lovelace <ada@lovelace.dev>`;

const madeTree = (folder: string) => {
  const tree = gitFolder(join(folder, 'tree'), FILES);
  inGit(tree, 'tag', '--annotate', '--message=x', 'v6.13');
  return tree;
};
const commitByAda = (tree: string, text: string, message: string): string => {
  commitFiles(tree, { 'drivers/made/a.c': text }, message);
  inGit(tree, 'commit', '--amend', '--quiet', '--no-edit', '--author=Ada Lovelace <ada@lovelace.dev>');
  return inGit(tree, 'rev-parse', 'HEAD');
};
const patchOf = (tree: string, text: string, message = MESSAGE): string => {
  const before = inGit(tree, 'rev-parse', 'HEAD').trim();
  inGit(tree, 'checkout', '--quiet', '-b', 'topic');
  commitByAda(tree, text, message);
  const patch = inGit(tree, 'format-patch', '--stdout', '-1');
  inGit(tree, 'checkout', '--quiet', '--detach', before);
  inGit(tree, 'branch', '-D', 'topic');
  return patch;
};
const say = async (
  { judge }: EvidenceJudge,
  text: string,
  evidence: ReturnType<typeof needing>,
  address = 'ada@lovelace.dev',
) => {
  const pieces = [{ name: '0001.patch', bytes: new TextEncoder().encode(text) }];
  const answer = await judge({ pieces, evidence, nonce: NONCE, address });
  assert.ok(answer !== 'broken');
  const checks = answer.judged.flatMap((one) => one.checks);
  return {
    outcome: evidenceOutcome(answer.judged),
    said: checks.map(({ check, verdict, seen }) => `${check}: ${verdict}: ${seen}`).join('\n'),
    settle: checks.map(({ settle }) => settle ?? '').join('\n'),
  };
};

test('a patch is tried in a throw-away folder of the server’s tree; where the tree lies is said to nobody', async (t) =>
  withTempFolder(async (folder) => {
    const tree = madeTree(folder);
    const judge = openEvidenceJudge({ tree });
    t.after(() => judge.close());
    const good = patchOf(tree, 'int a = 1;\n\nint b;\n\nint c;\n');
    const before = inGit(tree, 'status', '--porcelain') + inGit(tree, 'rev-parse', 'HEAD');
    const held = await say(judge, good, needing(patchNeed));
    assert.equal(held.outcome, 'holds', held.said);
    assert.match(held.said, /it applies: holds[\s\S]*it passes the check: holds/);
    const unsigned = await say(judge, good.replace(/^Signed-off-by.*\n/m, ''), needing(patchNeed));
    assert.equal(unsigned.outcome, 'fails');
    assert.match(unsigned.said, /sign-off-missing/);
    const elsewhere = await say(judge, good.replaceAll('int b;', 'int x;'), needing(patchNeed));
    assert.match(elsewhere.said, /it applies: fails/);
    assert.doesNotMatch(elsewhere.said + elsewhere.settle, new RegExp(folder));
    const hostile = await say(judge, good.replaceAll('drivers/made/a.c', '../../evil.c'), needing(patchNeed));
    assert.match(hostile.said, /it applies: fails: It names "\.\.\/\.\.\/evil\.c"/);
    const anothers = await say(judge, good, needing(patchNeed), 'ben@example.net');
    assert.equal(anothers.outcome, 'unknown');
    const cut = await say(judge, good.slice(0, good.indexOf(' int b;')), needing(patchNeed));
    assert.match(cut.said, /a whole patch: fails: It is damaged/);
    assert.equal(inGit(tree, 'status', '--porcelain') + inGit(tree, 'rev-parse', 'HEAD'), before);
  }));

test('without a tree or an archive nobody says; a commit is looked up in the history, a mail in the archive', async (t) =>
  withTempFolder(async (folder) => {
    const tree = madeTree(folder);
    const sha = commitByAda(tree, 'int a = 2;\n', MESSAGE);
    inGit(tree, 'tag', '--annotate', '--message=x', 'v6.14');
    const asked: string[] = [];
    const archive = createServer(({ url = '' }, answer) => {
      asked.push(url);
      if (url === '/all/1%402%40lovelace.dev/raw') answer.end('From: a@b\n');
      else if (url !== '/all/20261101.1-ada%40lovelace.dev/raw') answer.writeHead(404).end();
      else answer.end('From: Ada <ada@lovelace.dev>\nSubject: [PATCH] made: a: Begin\nMessage-ID: <x@y>\n\nText.\n');
    });
    await new Promise<void>((done) => archive.listen(0, '127.0.0.1', done));
    const address = `http://127.0.0.1:${(archive.address() as AddressInfo).port}/all/`;
    const [judge, bare] = [openEvidenceJudge({ tree, archive: address }), openEvidenceJudge()];
    t.after(async () => {
      archive.close();
      await Promise.all([judge.close(), bare.close()]);
    });
    const both = needing({ kind: 'public', what: 'message' }, { kind: 'public', what: 'commit' });
    const text = `https://lore.kernel.org/all/20261101.1-ada@lovelace.dev/ became ${sha.slice(0, 14)}.`;
    const held = await say(judge, text, both);
    assert.equal(held.outcome, 'holds', held.said);
    assert.match(held.said, /“made: a: Begin with one” by Ada Lovelace, in v6\.14/);
    const none = await say(judge, 'https://lore.kernel.org/all/none@lovelace.dev/ became 0123456789ab', both);
    assert.match(none.said, /no message none@lovelace\.dev[\s\S]*no commit 0123456789ab/);
    const unasked = await say(bare, text, both);
    assert.match(unasked.said, /no archive to look it up in[\s\S]*no tree to look it up in/);
    assert.equal((await say(bare, patchOf(tree, 'int a = 5;\n'), needing(patchNeed))).outcome, 'unknown');
    archive.close();
    archive.closeAllConnections();
    assert.match((await say(judge, text, both)).said, /The archive does not answer/);
    assert.ok(asked.every((url) => url.startsWith('/all/') && url.endsWith('/raw')));
  }));
