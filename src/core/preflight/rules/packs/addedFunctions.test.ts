import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDiff } from '../../../patch/readDiff.ts';
import { addedFunctions, declarationsOf, outOfOrder } from './addedFunctions.ts';

const fileOf = (body: readonly string[]) => {
  const lines = body.map((line) => (/^[ +-]/.test(line) ? line : `+${line}`));
  const after = lines.filter((line) => !line.startsWith('-')).length;
  const before = lines.filter((line) => !line.startsWith('+')).length;
  const header = ['diff --git a/a.c b/a.c', '--- a/a.c', '+++ b/a.c', `@@ -${before ? 1 : 0},${before} +1,${after} @@`];
  const text = [...header, ...lines].map((line, index) => ({ text: line, at: index + 1 }));
  const { files } = readDiff(text);
  assert.ok(files[0]);
  return files[0];
};

const orderOf = (body: readonly string[]) => {
  const [added] = addedFunctions(fileOf(['int foo(void)', '{', ...body, '}']));
  const declarations = added && declarationsOf(added);
  return declarations && outOfOrder(declarations);
};

test('declarations from long to short are in order', () => {
  assert.equal(orderOf(['\tstruct sk_buff *skb;', '\tint err, i;', '', '\treturn 0;']), undefined);
});

test('a longer one after a shorter one is out of order', () => {
  assert.equal(
    orderOf(['\tint err;', '\tstruct sk_buff *skb;', '', '\treturn 0;'])?.line.text,
    '\tstruct sk_buff *skb;',
  );
});

test('one that needs the one before it is told apart', () => {
  assert.equal(orderOf(['\tint err = 1;', '\tstruct sk_buff *skb = make(err);', '', '\treturn 0;'])?.dependent, true);
});

test('statements, macros and what goes over two lines are not judged', () => {
  assert.equal(orderOf(['\tint err;', '\treturn a_long_name_here;', '', '\tx();']), undefined);
  assert.equal(orderOf(['\tint a;', '\tDECLARE_BITMAP(map, 10);', '', '\tx();']), undefined);
  assert.equal(orderOf(['\tint a;', '\tlong b_long_name =', '\t\tcount(b);', '', '\tx();']), undefined);
});

test('a body that was partly there before is left out', () => {
  assert.deepEqual(addedFunctions(fileOf([' int foo(void)', '{', ' \tint a;', '}'])), []);
});
