import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { cText, newlinesOf } from '../../../../test/finding/cText.ts';
import { blank, isCompiledOut, keepBranch } from './keepBranch.ts';

/** What is left of a text where the branch of `mark` is kept, without white space. */
const left = (text: string, mark: string): string =>
  keepBranch(text, text.indexOf(mark)).split(/\s+/).filter(Boolean).join(' ');

const TWO = 'a;\n#ifdef X\nb;\n#else\nc;\n#endif\nd;\n';

test('of two branches the one that the site is in; else the first', () => {
  assert.equal(left(TWO, 'b'), 'a; b; d;');
  assert.equal(left(TWO, 'c'), 'a; c; d;');
  assert.equal(left(TWO, 'd'), 'a; b; d;');
});

test('of #elif one only', () => {
  const three = '#if X\na;\n#elif Y\nb;\n#elif Z\nc;\n#else\nd;\n#endif\n';
  for (const mark of 'abcd') assert.equal(left(three, mark), `${mark};`);
  assert.equal(keepBranch(three, -1).trim(), 'a;');
});

test('nested, each by itself', () => {
  const nested = '#if X\na;\n#ifdef Y\nb;\n#else\nc;\n#endif\ne;\n#else\n#if Z\nf;\n#endif\ng;\n#endif\n';
  assert.equal(left(nested, 'c'), 'a; c; e;');
  assert.equal(left(nested, 'f;'), 'f; g;');
  assert.equal(left(nested, 'a'), 'a; b; e;');
});

test('an #if 0 is passed over unless the site is in it', () => {
  assert.equal(left('#if 0\na;\n#else\nb;\n#endif\nc;', 'c'), 'b; c;');
  assert.equal(left('#if 0\na;\n#endif\nc;', 'c'), 'c;');
  assert.equal(left('#if 0 /* later */\na;\n#endif\nc;', 'c'), 'c;');
  assert.equal(left('#if 0\na;\n#else\nb;\n#endif\nc;', 'a'), 'a; c;');
});

test('directives may be continued over lines, indented, spaced, and end in CRLF', () => {
  assert.equal(left('#if defined(A) && \\\n\tdefined(B)\na;\n#endif\nb;', 'b'), 'a; b;');
  assert.equal(left('  #  if A\r\na;\r\n  #  else\r\nb;\r\n#endif\r\nc;', 'b'), 'b; c;');
  assert.equal(left('a;\n#define F(x) \\\n\tx; \\\n\ty\nb;\n#undef F\nc;', 'a'), 'a; b; c;');
});

test('a conditional whose end is cut off, and an end without a beginning', () => {
  assert.equal(left('#if A\na;\n#else\nb;', 'a'), 'a;');
  assert.equal(left('a;\n#endif\n#else\nb;', 'a'), 'a; b;');
});

test('what has no directive comes back as it is', () => {
  const text = 'a = b # c;\n';
  assert.equal(keepBranch(text, 3), text);
});

test('what nobody compiles: the first branch of an #if 0, however deep', () => {
  const dead = (text: string): boolean => isCompiledOut(text, text.indexOf('HERE'));
  assert.ok(dead('#if 0\nHERE\n#endif'));
  assert.ok(dead('#if 0 // not yet\n#ifdef A\nHERE\n#endif\n#endif'));
  assert.ok(dead('#if 0\nHERE'));
  assert.ok(!dead('#if 0\n#else\nHERE\n#endif'));
  assert.ok(!dead('#if 0\n#endif\nHERE'));
  assert.ok(!dead('#if 0 || A\nHERE\n#endif'));
  assert.ok(!dead('#if 01\nHERE\n#endif') && !dead('#if A\nHERE\n#endif'));
});

test('length and lines stay, whatever the text is', () => {
  fc.assert(
    fc.property(cText, fc.nat(200), (text, at) => {
      for (const kept of [keepBranch(text, at), blank(text)]) {
        assert.equal(kept.length, text.length);
        assert.deepEqual(newlinesOf(kept), newlinesOf(text));
      }
    }),
    { numRuns: 500 },
  );
});

test('the site itself is never blanked, unless it is in a directive', () => {
  fc.assert(
    fc.property(cText, cText, (before, after) => {
      const text = `${before}\nHERE;\n${after}`;
      const at = before.length + 1;
      if (before.endsWith('\\') || before.endsWith('\\\r')) return;
      assert.equal(keepBranch(text, at).slice(at, at + 5), 'HERE;');
    }),
    { numRuns: 500 },
  );
});
