import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { draw, type Random, seededRandom } from '../../src/core/std.ts';
import { inGit } from './gitFolder.ts';

// biome-ignore format: words
const PATHS = [
  'Makefile', 'mm/slab.c', 'a b/c d.c', 'a/ b', 'x x', 'b/b', 'ä/ö.c', 'tab\there', 'quote"d', 'back\\slash', 'line\nend',
  'drivers/net/a.c', 'drivers/net/b.c', '-dash', 'a', 'dev/null', 'trailing ', '🐧.rs', '\u0001control', 'b/x b/x',
];
const LINES = [
  'int a;',
  'int b;',
  '',
  '}',
  '\treturn 0;',
  'ä\u2028ö',
  'text\r',
  '--- a/x',
  '+++ b/x',
  '-- ',
  '@@ -1 +1 @@',
];
const MORE = [
  'diff --git a/x b/x',
  'Binary files a/x and b/x differ',
  '\\ No newline',
  '\f',
  'base-commit: none',
  '- x',
  ' ',
];
const SUBJECTS = ['mm: slab: Count once', 'net: ä', 'one two', 'x86/mm: "quote" it', 'a: b: c: d', 'Revert "mm: x"'];
const BODIES = [
  ['Why it is so.', '', 'And more.'],
  ['Why: because.', '', 'Fixes: 123456789012 ("mm: x")', 'Cc: stable@vger.kernel.org'],
  ['Fixes: 123456789012', ' ("mm: x")'],
  ['words', '(cherry picked from commit 1234)', 'Acked-by: B <b@b.c>'],
  ['> quoted', '', '[a: changed it]', 'Acked-by: B <b@b.c>', 'words of somebody', 'more words'],
  ['Bug : 3', 'Link: https://example.org/a', '', 'last paragraph', 'here'],
  ['# not a comment', '', 'Acked-by: B', '# note'],
];

interface Content {
  readonly mode: string;
  readonly bytes: Buffer;
}

/** A repository of so many commits with renames, modes, binary files, CRLF, no newline at the end and odd names. */
export const drawnHistory = (folder: string, { count, seed }: { count: number; seed: string }): readonly string[] => {
  const random = seededRandom(seed);
  mkdirSync(folder, { recursive: true });
  inGit(folder, 'init', '--quiet', '--initial-branch=main');
  const tree = new Map<string, Content>();
  const stream: Buffer[] = [];
  for (let at = 0; at <= count; at++) {
    const trailer = random() < 0.7 ? ['', 'Signed-off-by: Ada Mäde <ada@made.example>'] : [];
    const message = [draw(SUBJECTS, random) ?? '', '', ...(draw(BODIES, random) ?? []), ...trailer].join('\n');
    stream.push(
      Buffer.from(`commit refs/heads/main\nauthor Ada Mäde <ada@made.example> ${1.7e9 + at} +0000\n`),
      Buffer.from(`committer C <c@d.e> ${1.7e9 + at} +0000\n`),
      data(Buffer.from(message)),
    );
    for (let changes = at === 0 ? 8 : 1 + Math.floor(random() * 3); changes > 0; changes--) change(tree, random);
    stream.push(Buffer.from('deleteall\n'));
    for (const [path, { mode, bytes }] of tree)
      stream.push(Buffer.from(`M ${mode} inline ${quoted(path)}\n`), data(bytes));
  }
  execFileSync('git', ['fast-import', '--quiet', '--force'], { cwd: folder, input: Buffer.concat(stream) });
  return inGit(folder, 'rev-list', '--reverse', 'main').split('\n').slice(1);
};

const change = (tree: Map<string, Content>, random: Random): void => {
  const paths = [...tree.keys()];
  const old = draw(paths, random);
  const path = draw(PATHS, random) ?? '';
  const content = old === undefined ? undefined : tree.get(old);
  const kind = Math.floor(random() * 8);
  if (content === undefined || old === undefined || kind < 2) put(tree, path, { mode: '100644', bytes: fresh(random) });
  else if (kind === 2 && paths.length > 3) tree.delete(old);
  else if (kind === 3) tree.set(old, { ...content, mode: content.mode === '100644' ? '100755' : '100644' });
  else if (kind === 4) {
    tree.delete(old);
    put(tree, path, content);
  } else if (kind === 5) put(tree, path, { ...content, bytes: edited(content.bytes, random) });
  else tree.set(old, { ...content, bytes: edited(content.bytes, random) });
};

/** A path that is a folder of another, or below a file, is no path. */
const put = (tree: Map<string, Content>, path: string, content: Content): void => {
  for (const other of tree.keys()) if (other.startsWith(`${path}/`) || path.startsWith(`${other}/`)) tree.delete(other);
  tree.set(path, content);
};

const fresh = (random: Random): Buffer => {
  const kind = random();
  if (kind < 0.1) return Buffer.from(Array.from({ length: 300 }, () => Math.floor(random() * 256)));
  if (kind < 0.2) return Buffer.alloc(0);
  const lines = Array.from({ length: 3 + Math.floor(random() * 30) }, () => draw([...LINES, ...MORE], random) ?? '');
  return Buffer.from(lines.join('\n') + (random() < 0.8 ? '\n' : ''));
};

const edited = (bytes: Buffer, random: Random): Buffer => {
  if (bytes.includes(0)) return Buffer.concat([bytes, Buffer.from([Math.floor(random() * 256)])]);
  const lines = bytes.toString().split('\n');
  const at = Math.floor(random() * lines.length);
  lines.splice(at, random() < 0.5 ? 1 : 0, ...(random() < 0.7 ? [draw([...LINES, ...MORE], random) ?? ''] : []));
  return Buffer.from(lines.join('\n'));
};

const data = (bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);

const quoted = (path: string): string =>
  `"${[...Buffer.from(path)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}"`;
