import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { Trouble } from '../src/core/trouble.ts';
import { type B4Branch, b4Branch } from '../src/edge/git/b4Branch.ts';
import { withTempFolder } from '../src/edge/tempFolder.ts';
import { inB4, inB4Python, inGitNow as inGit, noB4 } from './world/b4.ts';
import { gitFolder, writeFiles } from './world/gitFolder.ts';
import { judgeHome } from './world/seriesJudge.ts';

/** A tree with a branch that real b4 made, two patches on it, and a home for b4. */
interface Prepared {
  readonly tree: string;
  readonly base: string;
  readonly b4: (...args: readonly string[]) => string;
}

const prepared = (folder: string, strategy: string, name = 'count-once'): Prepared => {
  const tree = join(folder, 'tree');
  const home = judgeHome(join(folder, 'home'));
  gitFolder(tree, { 'mm/a.c': 'int a;\n', 'mm/b.c': 'int b;\n' });
  inGit(tree, 'config', 'b4.prep-cover-strategy', strategy);
  const b4 = (...args: readonly string[]): string => {
    const { status, said } = inB4(tree, home, ...args);
    assert.equal(status, 0, `b4 ${args.join(' ')}: ${said}`);
    return said;
  };
  const base = inGit(tree, 'rev-parse', 'HEAD');
  b4('prep', '-n', name);
  if (strategy === 'tip-commit') {
    // The cover stays on top: the patches go below it.
    const cover = inGit(tree, 'rev-parse', 'HEAD');
    inGit(tree, 'reset', '--quiet', '--hard', base);
    patches(tree);
    inGit(tree, 'cherry-pick', '--allow-empty', cover);
  } else patches(tree);
  return { tree, base, b4 };
};

const commit = (tree: string, files: Readonly<Record<string, string>>, message: string): string => {
  writeFiles(tree, files);
  inGit(tree, 'add', '--', ...Object.keys(files));
  inGit(tree, 'commit', '--quiet', `--message=${message}`);
  return inGit(tree, 'rev-parse', 'HEAD');
};

const patches = (tree: string): void => {
  commit(tree, { 'mm/a.c': 'int aa;\n' }, 'mm: a: Count once\n\nWhy.\n\nSigned-off-by: A Maker <maker@example.org>');
  commit(tree, { 'mm/b.c': 'int bb;\n' }, 'mm: b: Count once\n\nWhy.\n\nSigned-off-by: A Maker <maker@example.org>');
};

/** Every file below a folder with its bytes: refs, config, index, work tree. */
const bytesBelow = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => [file, readFileSync(file, 'latin1')]),
  );

const readUntouched = async (tree: string): Promise<B4Branch> => {
  const before = bytesBelow(tree);
  const read = await b4Branch(tree);
  assert.deepEqual(bytesBelow(tree), before, 'reading has changed something');
  assert.ok(read, 'b4Branch() does not see that b4 manages the branch');
  return read;
};

const patchesOf = (tree: string, { from, tip }: B4Branch): readonly string[] =>
  inGit(tree, 'log', '--reverse', '--format=%s', `${from}..${tip}`).split('\n');

/** Puts words in the letter as a person would with an editor. */
const edit = ({ tree, b4 }: Prepared, text: string): void => {
  const file = join(tree, '..', 'letter');
  writeFileSync(file, text);
  const editor = join(tree, '..', 'editor.sh');
  writeFileSync(editor, `cp '${file}' "$1"\n`);
  inGit(tree, 'config', 'core.editor', `sh ${editor}`);
  b4('prep', '--edit-cover');
};

const LETTER = `mm: Count everything once

# a note to myself
Two counters were counted twice.

To: Ada Made <ada@made.example>
Cc: "Hopper, Grace" <grace@made.example>, list@made.example
Signed-off-by: A Maker <maker@example.org>

---
Changes in v2:
- Counted b as well
- Link to v1: https://lore.example/r/one
`;

for (const strategy of ['commit', 'tip-commit', 'branch-description'] as const) {
  test(`a branch of b4 prep with the cover as ${strategy}`, { skip: noB4 }, async (t) => {
    await withTempFolder(async (folder) => {
      const made = prepared(folder, strategy);
      const { tree, base } = made;
      const fresh = await readUntouched(tree);
      assert.equal(fresh.branch, 'b4/count-once');
      assert.equal(fresh.strategy, strategy);
      assert.equal(fresh.base, base);
      assert.deepEqual(patchesOf(tree, fresh), ['mm: a: Count once', 'mm: b: Count once']);
      assert.equal(fresh.tracking.revision, 1);
      assert.match(fresh.tracking.changeId, /^\d{8}-count-once-[0-9a-f]{12}$/);
      assert.deepEqual(fresh.letter.unwritten, ['subject', 'text']);
      assert.deepEqual(fresh.sent, []);
      await goesOn(t, made, strategy);
      await secondVersion(made);
    });
  });
}

const goesOn = async (t: TestContext, made: Prepared, strategy: string): Promise<void> => {
  const { tree, b4 } = made;
  await t.test('what b4 changes is seen, and b4 goes on', async () => {
    edit(made, LETTER);
    b4('prep', '--set-prefixes', 'RFC', 'net-next');
    b4('prep', '--force-revision', '2');
    const read = await readUntouched(tree);
    assert.deepEqual(
      { revision: read.tracking.revision, prefixes: read.tracking.prefixes, letter: read.letter },
      {
        revision: 2,
        prefixes: ['RFC', 'net-next'],
        letter: {
          subject: 'mm: Count everything once',
          marks: [],
          text: 'Two counters were counted twice.\n\nSigned-off-by: A Maker <maker@example.org>',
          to: [{ name: 'Ada Made', address: 'ada@made.example' }],
          cc: [
            { name: 'Hopper, Grace', address: 'grace@made.example' },
            { name: '', address: 'list@made.example' },
          ],
          changelog: 'Changes in v2:\n- Counted b as well\n- Link to v1: https://lore.example/r/one',
          notes: [],
          unwritten: [],
        },
      },
    );
    assert.deepEqual(patchesOf(tree, read), ['mm: a: Count once', 'mm: b: Count once'], strategy);
    const written = join(tree, '..', 'patches');
    b4('prep', '--format-patch', written);
    assert.equal(readdirSync(written).length, 3);
    const sent = join(tree, '..', 'sent');
    b4('send', '--no-sign', '-o', sent);
    assert.equal(readdirSync(sent).filter((name) => name.endsWith('.eml')).length, 3);
  });
};

/** As `b4 prep --manual-reroll` does after it has fetched the cover, which it can only from the archive. */
const REROLL = `
import sys, email, logging, b4, b4.ez
logging.basicConfig(stream=sys.stderr)
with open(sys.argv[1]) as file: mail = email.message_from_file(file)
b4.ez.reroll('b4/count-once', mail['Subject'] + '\\n\\n' + mail.get_payload(), 'one@made.example')
`;

const reroll = ({ tree }: Prepared, cover: string): void => {
  const { status, said } = inB4Python(tree, join(tree, '..', 'home'), REROLL, cover);
  assert.equal(status, 0, said);
};

/** A version went out: b4 tags it, counts on, and begins a changelog. */
const secondVersion = async (made: Prepared): Promise<void> => {
  const { tree, base, b4 } = made;
  const before = await readUntouched(tree);
  const subjects = patchesOf(tree, before);
  const written = join(tree, '..', 'patches');
  reroll(made, join(written, readdirSync(written).find((name) => name.startsWith('0000')) ?? ''));
  inGit(tree, 'tag', 'sent/count-once-v12', before.tip);
  inGit(tree, 'tag', 'sent/count-once-v2-old', before.tip);
  inGit(tree, 'tag', 'sent/other-v2', before.tip);
  const read = await readUntouched(tree);
  assert.equal(read.tracking.revision, 3);
  assert.deepEqual(read.tracking.sentAs, new Map([[2, ['one@made.example']]]));
  assert.deepEqual(read.letter.unwritten, ['changelog']);
  assert.deepEqual(
    read.sent.map(({ version, tag, base: from }) => ({ version, tag, from })),
    [
      { version: 2, tag: 'sent/count-once-v2', from: base },
      { version: 12, tag: 'sent/count-once-v12', from: undefined },
    ],
  );
  assert.deepEqual(patchesOf(tree, { ...read, from: base, tip: read.sent[0]?.tip ?? '' }), subjects);
  b4('prep', '--compare-to', 'v2');
};

test('what is not managed by b4 is undefined', { skip: noB4 }, async () => {
  await withTempFolder(async (folder) => {
    const { tree } = prepared(folder, 'commit');
    inGit(tree, 'checkout', '--quiet', '--detach');
    assert.equal(await b4Branch(tree), undefined);
    inGit(tree, 'checkout', '--quiet', 'main');
    assert.equal(await b4Branch(tree), undefined);
    mkdirSync(join(folder, 'plain'));
    assert.equal(await b4Branch(join(folder, 'plain')), undefined);
  });
});

test('a branch that was rebased keeps its cover; on another base the base is the new one', { skip: noB4 }, async () => {
  await withTempFolder(async (folder) => {
    const { tree } = prepared(folder, 'commit');
    inGit(tree, 'checkout', '--quiet', 'main');
    const moved = commit(tree, { 'mm/c.c': 'int c;\n' }, 'mm: add c');
    inGit(tree, 'checkout', '--quiet', 'b4/count-once');
    inGit(tree, 'rebase', '--quiet', 'main');
    const read = await readUntouched(tree);
    assert.equal(read.base, moved);
    assert.deepEqual(patchesOf(tree, read), ['mm: a: Count once', 'mm: b: Count once']);
  });
});

const words = async (tree: string): Promise<string> => {
  try {
    await b4Branch(tree);
  } catch (error) {
    assert.ok(error instanceof Trouble, String(error));
    assert.equal(error.kind, 'input');
    assert.ok(error.words.next, 'nothing is said about what to do next');
    return `${error.words.what} ${error.words.why ?? ''}`;
  }
  return assert.fail('no Trouble');
};

test('records that b4 could not go on with are said, never thrown as JSON', { skip: noB4 }, async (t) => {
  await withTempFolder(async (folder) => {
    const { tree } = prepared(folder, 'commit');
    const fresh = (name: string): string => {
      cpSync(tree, join(folder, name), { recursive: true });
      return join(folder, name);
    };
    await t.test('a cover commit that a rebase dropped', async () => {
      const copy = fresh('dropped');
      inGit(copy, 'rebase', '--quiet', '--onto', 'main', 'HEAD~2');
      assert.match(await words(copy), /cover letter and tracking are gone/);
    });
    await t.test('two cover commits of the same series', async () => {
      const copy = fresh('doubled');
      inGit(copy, 'cherry-pick', '--allow-empty', 'HEAD~2');
      assert.match(await words(copy), /is there twice/);
    });
    await t.test('a cover commit that changes a file', async () => {
      const copy = fresh('amended');
      inGit(copy, 'reset', '--quiet', '--hard', 'HEAD~2');
      writeFileSync(join(copy, 'mm', 'a.c'), 'int lost;\n');
      inGit(copy, 'commit', '--quiet', '--all', '--amend', '--no-edit');
      assert.match(await words(copy), /also changes files/);
    });
    await t.test('tracking that is no JSON', async () => {
      const copy = fresh('broken');
      inGit(copy, 'reset', '--quiet', '--hard', 'HEAD~2');
      const message = inGit(copy, 'show', '--no-patch', '--format=%B').replace('"revision": 1,', '"revision": ,');
      inGit(copy, 'commit', '--quiet', '--allow-empty', '--amend', `--message=${message}`);
      assert.match(await words(copy), /cannot be read/);
    });
    await t.test('a strategy that is none', async () => {
      const copy = fresh('strategy');
      inGit(copy, 'config', 'branch.b4/count-once.b4-prep-cover-strategy', 'tip-merge');
      assert.match(await words(copy), /do not know: tip-merge/);
    });
  });
});

test('a base branch that is gone is said', { skip: noB4 }, async () => {
  await withTempFolder(async (folder) => {
    const { tree } = prepared(folder, 'branch-description');
    inGit(tree, 'branch', '--quiet', '--move', 'main', 'elsewhere');
    assert.match(await words(tree), /begins cannot be found/);
  });
});

test('settings: a tree proposes some in .b4-config, and git config counts before it', { skip: noB4 }, async () => {
  await withTempFolder(async (folder) => {
    const { tree } = prepared(folder, 'commit');
    writeFileSync(
      join(tree, '.b4-config'),
      '[b4]\n\tsend-series-to = a@made.example\n\tsend-series-cc = b@made.example\n\tprep-cover-strategy = tip-commit\n',
    );
    inGit(tree, 'config', 'b4.send-series-cc', 'c@made.example');
    const { settings, strategy } = await readUntouched(tree);
    assert.equal(strategy, 'commit');
    assert.deepEqual(Object.fromEntries(settings), {
      'b4.prep-cover-strategy': 'commit',
      'b4.send-series-to': 'a@made.example',
      'b4.send-series-cc': 'c@made.example',
    });
  });
});
