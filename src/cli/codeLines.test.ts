import assert from 'node:assert/strict';
import test from 'node:test';
import { codeLines } from './codeLines.ts';
import { createPaint } from './face.ts';

const DIFF = `diff --git a/mm/made.c b/mm/made.c
index 1..2 100644
--- a/mm/made.c
+++ b/mm/made.c
@@ -10,3 +10,4 @@ int made(void)
 \tint n;
-\tp = kmalloc(n * 4, GFP_KERNEL);
+\tp = kmalloc_array(n, 4,
+\t\t\t  GFP_KERNEL);
 \treturn 0;
@@ -30 +31 @@
-\t/* -- */
+\t/* ++ */
`;

test('a diff is shown as code with the numbers of its lines', () => {
  assert.deepEqual(codeLines(DIFF, 'n * 4', { paint: createPaint(false) }), [
    '    10           int n;',
    '    11 -         p = kmalloc(n * 4, GFP_KERNEL);',
    '    11 +         p = kmalloc_array(n, 4,',
    '    12 +                           GFP_KERNEL);',
    '    12           return 0;',
    '     …',
    '    30 -         /* -- */',
    '    31 +         /* ++ */',
  ]);
});

test('what is computed is underlined, and control characters are shown', () => {
  const lines = codeLines('@@ -1 +1 @@\n-p = kmalloc(n * 4);\n+\u001b[2J', 'n * 4', { paint: createPaint(true) });
  assert.match(lines[0] ?? '', /\u001b\[4m\u001b\[31mn \* 4/);
  assert.doesNotMatch(lines[1] ?? '', /\u001b\[2J/);
});

test('a narrow terminal gets the code without the numbers', () => {
  const lines = codeLines(DIFF, 'n * 4', { paint: createPaint(false), columns: 45 });
  assert.equal(lines[1], '-         p = kmalloc(n * 4, GFP_KERNEL);');
});
