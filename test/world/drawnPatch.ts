import fc from 'fast-check';
import { PATHS } from './drawnMaintainers.ts';

// biome-ignore format: lines
const LINES = [
  '+\tdma_buf(alpha);', '-beta', '+beta', 'beta', ' Rust here', ' rust', '+x+y NO_WAY', 'Fixes: 0123456789ab ("a")',
  'Fixes:\u00a00123456789ab', 'fixes: 0123456789ab', 'Google it', '--- not a file', '---', '--- ', '---\tlib/ab.c',
  '+++', '+++ \u00a0lib/a.c', '++++ b/lib/a.c', '--- a/lib/a\u00a0b.c', '--- a/lib/\ufeffx', '+++ /lib/a.c', '',
  'Subject: [PATCH] é', ' mode change 100644 => 100755 lib/a.c', ' mode change 100644 => 100755 lib/a b.c',
  ' rename lib/{a.c => ab.c} (100%)', 'rename from lib/a.c', 'rename to lib/\u00a0b.c', 'rename from lib/a.c\u00a0',
  'copy from lib/a.c', 'diff --git a/lib/a b.c b/lib/a b.c', 'diff --git a/lib/a.c b/lib/ab.c x',
  'diff --cc lib/a.c', '@@ -1,2 +1,2 @@ alpha', '@@ -1 +1 @@ alpha', '+gamma', '-word gamma word', '+🐧 é Ü',
  '+\ue0e9', `+${'x'.repeat(10_000)} alpha`, 'Binary files a/lib/a.c and b/lib/a.c differ',
  'From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001', '-- ', 'alpha', 'a => b',
];

const quoted = (path: string): string =>
  /[^\x20-\x7e]/.test(path)
    ? `"${[...Buffer.from(path)].map((byte) => (byte < 128 ? String.fromCharCode(byte) : `\\${byte.toString(8)}`)).join('')}"`
    : path;

/** One file of a diff, as git and others write it. */
const change = fc
  .tuple(fc.constantFrom(...PATHS), fc.constantFrom(...PATHS), fc.nat(9))
  .map(([path, other, kind]): string[] => {
    const plain = [`diff --git a/${path} b/${path}`, 'index 0123456..789abcd 100644'];
    const hunk = ['@@ -1,2 +1,2 @@', '-a', '+b'];
    switch (kind) {
      case 0:
        return [
          `diff --git a/${path} b/${other}`,
          'similarity index 100%',
          `rename from ${path}`,
          `rename to ${other}`,
        ];
      case 1:
        return [`diff --git a/${path} b/${other}`, 'similarity index 90%', `copy from ${path}`, `copy to ${other}`];
      case 2:
        return [`diff --git a/${path} b/${path}`, 'old mode 100644', 'new mode 100755'];
      case 3:
        return [`diff --git a/${path} b/${path}`, 'new file mode 100644', '--- /dev/null', `+++ b/${path}`, ...hunk];
      case 4:
        return [...plain, `--- a/${path}`, '+++ /dev/null', ...hunk];
      case 5:
        return [...plain, 'GIT binary patch', 'literal 5', 'Mc$@alpha', ''];
      case 6:
        return [`--- ${path}\t2024-01-01 00:00:00`, `+++ ${other}\t2024-01-01`, ...hunk];
      case 7:
        return [
          `diff --git ${quoted(`a/${path}`)} ${quoted(`b/${path}`)}`,
          `--- ${quoted(`a/${path}`)}`,
          `+++ ${quoted(`b/${path}`)}`,
          ...hunk,
        ];
      case 8:
        return [...plain, `--- a/${path}\t`, `+++ b/${path}\t`, ...hunk];
      default:
        return [...plain, `--- a/${path}`, `+++ b/${path}`, ...hunk];
    }
  });

/** A patch, or several in one file, with what people write before, between and after. */
export const patchFile: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.array(fc.constantFrom(...LINES), { maxLength: 4 }),
        fc.array(fc.tuple(change, fc.array(fc.constantFrom(...LINES), { maxLength: 3 })), { maxLength: 3 }),
      ),
      { minLength: 1, maxLength: 2 },
    ),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
    fc.boolean(),
  )
  .map(([mails, end, ended]) => {
    const lines = mails.flatMap(([before, changes]) => [
      'Subject: x',
      '',
      ...before,
      '---',
      ...changes.flatMap(([diff, after]) => [...diff, ...after]),
    ]);
    return lines.join(end) + (ended ? end : '');
  });
