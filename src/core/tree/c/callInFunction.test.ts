import assert from 'node:assert/strict';
import test from 'node:test';
import { readGrammar } from '../../../edge/cGrammar.ts';
import { argumentSpans } from './argumentSpans.ts';
import { type CallInFunction, callInFunction } from './callInFunction.ts';
import { typeWords } from './cType.ts';
import { createParser } from './parser.ts';

const parser = await createParser(readGrammar());

/** The call of `make` in a file, the one after `mark` where there is one. */
const callIn = (text: string, mark = ''): CallInFunction | undefined => {
  const bytes = Buffer.from(text, 'latin1');
  const at = text.indexOf('make', text.indexOf(mark));
  const spans = argumentSpans(bytes, text.indexOf('(', at));
  return callInFunction(parser, bytes, at, spans?.end ?? text.length);
};

const inBody = (body: string): string =>
  `#include <a.h>\n\nstatic int f(struct foo *p, int n)\n{\n\tvoid *q;\n\n${body}\n}\n`;
const found = (text: string, mark = ''): CallInFunction => callIn(text, mark) ?? assert.fail(`no call in ${text}`);

test('a call, its function, and the names that are known there', () => {
  const text = inBody('\tp = make(n * 2, 3);');
  const call = found(text);
  assert.equal(call.functionName, 'f');
  assert.equal(call.call.name, 'make');
  assert.deepEqual(
    call.call.arguments.map((one) => one.text),
    ['n * 2', '3'],
  );
  assert.equal(text.slice(call.call.start, call.call.end), 'make(n * 2, 3)');
  assert.equal(text.slice(call.around.offset, call.around.offset + 10), 'static int');
  assert.deepEqual(
    ['p', 'n', 'q'].map((name) => typeWords(call.names.get(name) ?? assert.fail(name))),
    ['struct foo *', 'int', 'void *'],
  );
  assert.equal(call.errors, 'none');
  assert.ok(!call.insideMacro && !call.compiledOut);
});

const targets: readonly [string, string | undefined][] = [
  ['\tp = make(n);', 'p'],
  ['\tp->a[2].b = make(n);', 'p->a[2].b'],
  ['\t*p = make(n);', '*p'],
  ['\tp = q = make(n);', 'q'],
  ['\tp = (struct foo *)make(n);', 'p'],
  ['\tp = (make(n));', 'p'],
  ['\tstruct foo *r = make(n);', 'r'],
  ['\tchar **r __free(kfree) = make(n), *s;', 'r'],
  ['\tif (!(p = make(n)))\n\t\treturn -ENOMEM;', 'p'],
  ['\treturn make(n);', undefined],
  ['\tmake(n);', undefined],
  ['\tg(make(n));', undefined],
  ['\tp = a ? make(n) : NULL;', undefined],
  ['\tif (make(n))\n\t\treturn 0;', undefined],
];

for (const [body, target] of targets) {
  test(`the value of ${body.trim().split('\n')[0]} goes to ${target ?? 'nothing that has a name'}`, () => {
    assert.equal(found(inBody(body)).target?.text, target);
  });
}

test('the statement is the whole of it, without what is around', () => {
  const statement = (body: string): string => {
    const text = inBody(body);
    const { start, end } = found(text).statement;
    return text.slice(start, end);
  };
  assert.equal(statement('\tif (n)\n\t\tp = make(n);\n\telse\n\t\tp = q;'), 'p = make(n);');
  assert.equal(statement('\tstruct foo *r = make(n);'), 'struct foo *r = make(n);');
  assert.equal(statement('\treturn make(n);'), 'return make(n);');
});

test('comments inside the call are told, those outside are not', () => {
  const text = inBody('\t/* before */\n\tp = make(n /* one */,\n\t\t // two\n\t\t 3); /* after */');
  assert.deepEqual(
    found(text).comments.map(({ start, end }) => text.slice(start, end)),
    ['/* one */', '// two'],
  );
});

test('what stands in a comment or a string is no call', () => {
  assert.equal(callIn(inBody('\t/* make(n) */')), undefined);
  assert.equal(callIn(inBody('\tg("make(n)");')), undefined);
  assert.equal(callIn('/*\n * make(n * 2) makes it\n */\nint a;\n'), undefined);
  assert.equal(callIn('int a; // make(n * 2)\n'), undefined);
  assert.equal(callIn('#define A 1 /* make(n * 2) */\n'), undefined);
  assert.ok(callIn('/* a comment */ void *p = make(1 * 2);\n'));
});

test('in the branch of an #if that it stands in', () => {
  const body = '#ifdef A\n\tp = make(n + 1,\n#else\n\tp = make(n + 2,\n#endif\n\t\t 3);';
  for (const mark of ['#ifdef', '#else']) {
    const call = found(inBody(body), mark);
    assert.equal(call.errors, 'none');
    assert.equal(call.call.arguments[0]?.text, mark === '#ifdef' ? 'n + 1' : 'n + 2');
  }
});

test('in an #if 0 inside the function, and in one around it', () => {
  assert.ok(found(inBody('#if 0\n\tp = make(n);\n#endif')).compiledOut);
  assert.ok(!found(inBody('#if 0\n\tp = NULL;\n#else\n\tp = make(n);\n#endif')).compiledOut);
  assert.ok(found(`int a;\n#if 0\n${inBody('\tp = make(n);')}#endif\n`).compiledOut);
  assert.ok(!found(`#if 0\nint a;\n#endif\n${inBody('\tp = make(n);')}`).compiledOut);
});

test('in the body of a macro: the call by itself', () => {
  const call = found('#define M(p, n) \\\n\tdo { \\\n\t\tp = make((n) * \\\n\t\t\t 2); \\\n\t} while (0)\n');
  assert.ok(call.insideMacro);
  assert.equal(call.functionName, '');
  assert.equal(call.call.arguments.length, 1);
});

test('outside functions: no name, and no error', () => {
  const call = found('static void *p = make(1 + 2);\n');
  assert.deepEqual([call.functionName, call.insideMacro, call.errors], ['', false, 'none']);
});

test('what the grammar cannot read, and where', () => {
  assert.equal(found(inBody('\tp = make(n);\n\t@@ 3;')).errors, 'in the function');
  assert.equal(found(inBody('\tp = make(n @ 3);')).errors, 'at the call');
  assert.equal(found(inBody('\tp = make(n);')).errors, 'none');
});

test('the name of a function that the grammar stumbles in', () => {
  const text = 'static int\nf(struct foo *p, int n)\n{\n\tif (a) {\n\tp = make(n);\n}\n';
  assert.equal(found(text).functionName, 'f');
});
