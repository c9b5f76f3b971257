import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { gateTree } from './world/gateTree.ts';
import { commitFiles, inGit } from './world/gitFolder.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { newPerson } from './world/runPatchling.ts';

// What cannot be a series, or should be known before it is sent: each said with what to do, and nothing is written.

const kernel = kernelTree();
const skip = kernel === undefined ? noKernelTree : false;
const tree = kernel === undefined ? '' : gateTree(kernel);
const person = newPerson();
const FILE = 'drivers/made/made.c';
const git = (...words: string[]): string => inGit(tree, ...words);
const prepare = (...words: readonly string[]) => person.run(['prepare', '--tree', tree, ...words]);

const commit = (text: string, subject: string): void => {
  commitFiles(
    tree,
    { [FILE]: text },
    `${subject}\n\nUsers see a hang.\n\nSigned-off-by: Grace Made <grace@made.example>`,
  );
};

/** A branch of its own on master for each, as nothing of the one before counts. */
const begin = (name: string): void => {
  git('checkout', '--quiet', '--force', '-B', name, 'master');
};

const refused: readonly { name: string; arrange: () => readonly string[]; says: RegExp }[] = [
  { name: 'an empty range', arrange: () => ['HEAD..'], says: /HEAD\.\. is empty[\s\S]*HEAD~1\.\./ },
  {
    name: 'a range that names its own end',
    arrange: () => ['HEAD'],
    says: /HEAD is empty: no commit is in HEAD that is not in HEAD already/,
  },
  { name: 'no such commit', arrange: () => ['nowhere..'], says: /has no commit nowhere, as nowhere\.\. names it/ },
  { name: 'three dots', arrange: () => ['master...HEAD'], says: /three dots[\s\S]*master\.\.HEAD/ },
  { name: 'two ranges', arrange: () => ['HEAD~1..', 'HEAD~2..'], says: /one range of commits, and 2 were named/ },
  {
    name: 'nothing named and no remote',
    arrange: () => [],
    says: /Which commits are meant\?[^\n]*no remote[\s\S]*HEAD~1\.\./,
  },
  {
    name: 'nothing named, and nothing of one’s own',
    arrange: () => {
      begin('idle');
      git('update-ref', 'refs/remotes/origin/master', 'master');
      return [];
    },
    says: /a remote has every commit of HEAD already[\s\S]*git commit -a -s/,
  },
  {
    name: 'a merge',
    arrange: () => {
      begin('side');
      commit('int side;\n', 'made: side');
      begin('merged');
      commitFiles(tree, { 'drivers/made/other.c': 'int other;\n' }, 'made: other');
      git('merge', '--quiet', '--no-ff', '-m', 'join', 'side');
      return ['master..'];
    },
    says: /has a merge \([0-9a-f]{12}\)[\s\S]*git rebase master/,
  },
  {
    name: 'histories that have nothing in common',
    arrange: () => {
      git('checkout', '--quiet', '--orphan', 'apart');
      git('commit', '--quiet', '-m', 'made: apart');
      return ['master..apart'];
    },
    says: /have no commit in common/,
  },
  {
    name: 'a commit that changes nothing',
    arrange: () => {
      begin('idle');
      git('commit', '--quiet', '--allow-empty', '-m', 'made: nothing');
      return ['master..'];
    },
    says: /a commit that changes nothing: [0-9a-f]{12} \("made: nothing"\)/,
  },
  {
    name: 'no such contribution',
    arrange: () => {
      begin('nothing');
      return ['HEAD~1..', '--of', 'nothing'];
    },
    says: /There is no contribution nothing/,
  },
  {
    name: 'a version that is no number',
    arrange: () => ['HEAD~1..', '--version', 'two'],
    says: /a version is a number from 1/,
  },
  {
    name: 'an unknown kind to take',
    arrange: () => ['HEAD~1..', '--take', 'everything'],
    says: /there are no such proposals/,
  },
  {
    name: 'a cover letter that is not there',
    arrange: () => ['HEAD~1..', '--cover-file', 'no-such.txt'],
    says: /no-such\.txt could not be read/,
  },
  {
    name: 'a prefix that is a version',
    arrange: () => ['HEAD~1..', '--prefix', 'PATCH v2'],
    says: /without version and number/,
  },
  {
    name: 'no thread there',
    arrange: () => ['HEAD~1..', '--thread', 'no-such.mbox'],
    says: /There is no no-such\.mbox/,
  },
  {
    name: 'no report there',
    arrange: () => ['HEAD~1..', '--report', 'no-such-report'],
    says: /There is no report no-such-report[\s\S]*syzbot/,
  },
  {
    name: 'a thread as lore packs it',
    arrange: () => {
      const packed = join(mkdtempSync(join(tmpdir(), 'patchling-thread-')), 't.mbox.gz');
      writeFileSync(packed, gzipSync('From: Bo Other <bo@other.example>\nMessage-ID: <1@other.example>\n\nFine.\n'));
      return ['HEAD~1..', '--thread', packed];
    },
    says: /There is no mail in .*t\.mbox\.gz[\s\S]*gunzip/,
  },
  {
    name: 'a loose patch that does not apply',
    arrange: () => {
      begin('loose');
      const patch = join(mkdtempSync(join(tmpdir(), 'patchling-loose-')), '1.patch');
      const diff = `diff --git a/${FILE} b/${FILE}\n--- a/${FILE}\n+++ b/${FILE}\n@@ -1 +1 @@\n-int gone;\n+int here;\n`;
      writeFileSync(patch, `From: Grace Made <grace@made.example>\nSubject: [PATCH] made: Here\n\nWhy.\n---\n${diff}`);
      return [patch];
    },
    says: /Patch 1 does not apply/,
  },
  {
    name: 'a loose patch cut in half',
    arrange: () => {
      const patch = join(mkdtempSync(join(tmpdir(), 'patchling-loose-')), '1.patch');
      const diff = `diff --git a/${FILE} b/${FILE}\n--- a/${FILE}\n+++ b/${FILE}\n@@ -1,5 +1,5 @@\n-int gone;\n`;
      writeFileSync(patch, `From: Grace Made <grace@made.example>\nSubject: [PATCH] made: Here\n\nWhy.\n---\n${diff}`);
      return [patch];
    },
    says: /The diff is damaged/,
  },
];

for (const { name, arrange, says } of refused) {
  test(`${name}: exit 2, said with what to do`, { skip }, () => {
    const { status, stderr, stdout } = prepare(...arrange());
    assert.equal(status, 2, stderr);
    assert.equal(stdout, '');
    assert.match(stderr, says);
    assert.match(stderr, /next: /);
  });
}

test('nobody is known to git: exit 3', { skip }, () => {
  begin('nobody');
  commit('int nobody;\n', 'made: nobody');
  const nobody = newPerson({ GIT_AUTHOR_NAME: '', GIT_AUTHOR_EMAIL: '' });
  const { status, stderr } = nobody.run(['prepare', '--tree', tree, 'HEAD~1..']);
  assert.equal(status, 3);
  assert.match(stderr, /git config --global user\.name/);
});

const noted: readonly { name: string; arrange: () => readonly string[]; says: RegExp }[] = [
  {
    name: 'a dirty tree',
    arrange: () => {
      appendFileSync(join(tree, FILE), 'int dirty;\n');
      return ['HEAD~1..'];
    },
    says: /drivers\/made\/made\.c: changed and not committed/,
  },
  {
    name: 'a detached head',
    arrange: () => {
      git('checkout', '--quiet', '--detach');
      return ['HEAD~1..'];
    },
    says: /a detached head[\s\S]*git switch -c/,
  },
  {
    name: 'a thread of something else',
    arrange: () => {
      const other = join(mkdtempSync(join(tmpdir(), 'patchling-thread-')), 'other.mbox');
      writeFileSync(
        other,
        'From: Bo Other <bo@other.example>\nSubject: Hello\nMessage-ID: <1@other.example>\n\nFine.\n',
      );
      return ['HEAD~1..', '--thread', other];
    },
    says: /No mail in .*other\.mbox is a version of this\s+series[\s\S]*next: Name the thread/,
  },
  {
    name: 'a base that nobody else has',
    arrange: () => {
      git('update-ref', 'refs/remotes/origin/master', 'v6.18^{commit}');
      git('tag', '-d', 'v6.19-rc1');
      return ['HEAD~1..'];
    },
    says: /which is in no branch of a remote: 2 of the\s+commits below it are only yours/,
  },
];

for (const { name, arrange, says } of noted) {
  test(`${name}: said, and the version is written`, { skip }, () => {
    begin(`noted-${name.replaceAll(' ', '-')}`);
    commit(`int x; /* ${name} */\n`, `made: ${name}`);
    const { status, stderr, stdout } = prepare(...arrange());
    assert.equal(status, 0, stderr);
    assert.match(stderr, says);
    assert.match(stdout, /v1 is written/);
  });
}

test('a second version that does not say what changed: to say it is the next step', { skip }, () => {
  begin('untold');
  commit('int untold;\n', 'made: untold');
  assert.equal(prepare('HEAD~1..').status, 0);
  appendFileSync(join(tree, FILE), 'int more;\n');
  git('commit', '--quiet', '--all', '--amend', '--no-edit');
  const untold = prepare('HEAD~1..', '--version', '2').stdout;
  assert.match(untold, /only a range-diff says what changed since\s+version 1/);
  assert.match(untold, /^Next: say what changed .* --version 2 --changelog/m);
  const told = prepare('HEAD~1..', '--version', '2', '--changelog', 'more', '--json').stdout;
  const { patches, next, range_diff: shown } = JSON.parse(told) as Record<string, string> & { patches: string[] };
  assert.match(next ?? '', /^Ask the author .*; then commit it .* and prepare it again: .* prepare 'HEAD~1\.\.' /);
  const mail = readFileSync(patches[0] ?? '', 'utf8');
  assert.match(mail, /^---\nChanges in v2:\n- more\n\nRange-diff against v1:$/m);
  assert.ok(shown && mail.includes(shown));
  assert.doesNotMatch(shown, /Changes in v2/);
});

test('notes that stand in the commit below a --- are not told twice', { skip }, () => {
  begin('below');
  commit('int below;\n', 'made: below');
  assert.equal(prepare('HEAD~1..').status, 0);
  const message = git('log', '-1', '--format=%B');
  const made = (version: string): { mail: string; unchanged: boolean } => {
    const said = prepare('HEAD~1..', '--version', version, '--json').stdout;
    const { patches, unchanged } = JSON.parse(said) as { patches: string[]; unchanged: boolean };
    return { mail: readFileSync(patches[0] ?? '', 'utf8').replace(/^diff .*/ms, ''), unchanged };
  };
  git('commit', '--quiet', '--amend', '-m', `${message}\n---\nChanges in v2:\n- more`);
  const v2 = made('2').mail;
  assert.match(v2, /^---\nChanges in v2:\n- more\n---\nRange-diff against v1:\n1: {2}\w+ = 1: {2}\w+ made: below$/m);
  assert.deepEqual(made('2'), { mail: v2, unchanged: true });
  git('commit', '--quiet', '--amend', '-m', `${message}\n---\nChanges in v3:\n- less\n\nChanges in v2:\n- more`);
  const v3 = made('3').mail;
  assert.match(v3, /^---\nChanges in v3:\n- less\n\nChanges in v2:\n- more\n---\nRange-diff against v2:$/m);
});

test('something new of the same patches is another contribution once there is a second version', { skip }, () => {
  begin('anew');
  commit('int anew;\n', 'made: anew');
  const made = (...words: string[]) =>
    JSON.parse(prepare('HEAD~1..', '--json', ...words).stdout) as { id: string; folder: string; patches: string[] };
  const v1 = made();
  assert.equal(made('--new').id, v1.id);
  made('--version', '2', '--changelog', 'none');
  const mail = readFileSync(v1.patches[0] ?? '', 'utf8');
  const anew = made('--new', '--rfc');
  assert.notEqual(anew.id, v1.id);
  assert.equal(readFileSync(v1.patches[0] ?? '', 'utf8'), mail);
});

test('commits between a public base and the series are named as prerequisites', { skip }, () => {
  begin('upon');
  commit('int below;\n', 'made: below');
  commit('int above;\n', 'made: above');
  const { stdout } = prepare('HEAD~1..', '--json');
  const { patches, base } = JSON.parse(stdout) as { patches: string[]; base: string };
  assert.equal(base, git('rev-parse', 'v6.18^{commit}'));
  const named = readFileSync(patches[0] ?? '', 'utf8').match(/^prerequisite-patch-id: [0-9a-f]{40}$/gm);
  assert.equal(named?.length, 3);
});
