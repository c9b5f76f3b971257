import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { assertNone } from './source/breach.ts';
import { isCode, projectFiles } from './source/projectFiles.ts';
import type { SourceFile } from './source/sourceFile.ts';
import { exportBreaches } from './tidy/exportBreaches.ts';
import { functionBreaches } from './tidy/functionBreaches.ts';
import { lengthBreaches, linesOf } from './tidy/lengthBreaches.ts';
import { nameBreaches } from './tidy/nameBreaches.ts';
import { wordBreaches } from './tidy/wordBreaches.ts';

const files = projectFiles();
const code = files.filter(isCode);
const file = (path: string, text: string): SourceFile => ({ path, text });

describe('length', () => {
  test('of files and lines', (t) => {
    const lengths = code.map((one) => linesOf(one).length).sort((a, b) => a - b);
    t.diagnostic(`${lengths.length} files, median ${lengths[lengths.length >> 1]} lines, longest ${lengths.at(-1)}`);
    assertNone(code.flatMap(lengthBreaches));
  });
  test('of functions', () => assertNone(code.flatMap(functionBreaches)));

  const lines = (count: number) => 'x();\n'.repeat(count);
  test('catches a file of 301 lines', () => {
    assert.equal(lengthBreaches(file('src/a.ts', lines(300))).length, 0);
    assert.equal(lengthBreaches(file('src/a.ts', lines(301))).length, 1);
  });
  test('catches a line of 131 columns', () => {
    assert.equal(lengthBreaches(file('src/a.ts', 'x'.repeat(120))).length, 0);
    assert.deepEqual(
      lengthBreaches(file('src/a.ts', `\n${'x'.repeat(131)}`)).map(({ line }) => line),
      [2],
    );
  });
  test('passes a long string in a test', () => {
    assert.equal(lengthBreaches(file('src/a.test.ts', `'${'x'.repeat(200)}'`)).length, 0);
  });
  test('catches a function of 61 lines, whatever its form', () => {
    const forms = [
      (body: string) => `const f = () => {\n${body}};`,
      (body: string) => `function f() {\n${body}}`,
      (body: string) => `const o = { f() {\n${body}} };`,
      (body: string) => `const f = (): number =>\n${'1 +\n'.repeat(body.split('\n').length - 1)}1;`,
    ];
    for (const form of forms) {
      assert.equal(functionBreaches(file('src/a.ts', form(lines(58)))).length, 0);
      assert.equal(functionBreaches(file('src/a.ts', form(lines(59)))).length, 1);
    }
  });
  test('passes a long describe, not a long test', () => {
    assert.equal(functionBreaches(file('a.test.ts', `describe('a', () => {\n${lines(100)}});`)).length, 0);
    assert.equal(functionBreaches(file('a.test.ts', `test('a', () => {\n${lines(100)}});`)).length, 1);
  });
});

describe('exports', () => {
  test('have names, their own file, and that file their name', () => assertNone(code.flatMap(exportBreaches)));

  const caught: readonly [string, SourceFile][] = [
    ['a default export', file('src/a.ts', 'export default 1;')],
    ['a barrel', file('src/a.ts', "export { a } from './b.ts';\nexport * from './c.ts';")],
    ['a barrel in two steps', file('src/a.ts', "import { a } from './b.ts';\nexport { a };")],
    ['a file named for something else', file('src/readAll.ts', 'export const a = 1; export type B = 2;')],
  ];
  for (const [name, breach] of caught) test(`catches ${name}`, () => assert.equal(exportBreaches(breach).length, 1));

  test('passes what is right', () => {
    const right = [
      file('src/planSend.ts', 'const a = 1;\nexport const b = a;\nexport const planSend = () => a;'),
      file('src/trouble.ts', 'export class Trouble extends Error {}'),
      file('src/parser.ts', 'export const createParser = () => 1; export const b = 1;'),
      file('src/edge/files.ts', 'export const readBytes = () => 1;'),
      file('src/fact.ts', 'export type Happened = 1; export interface Said {}'),
      file('src/main.ts', "import './a.ts';\nrun();"),
      file('src/a.ts', 'const a = 1;\nexport { a };'),
    ];
    assertNone(right.flatMap(exportBreaches));
  });
});

describe('names', () => {
  test('say what is inside', () => assertNone(files.flatMap(nameBreaches)));

  for (const path of ['src/utils/a.ts', 'src/core/helpers.ts', 'test/common.test.ts', 'src/edge/index.ts']) {
    test(`catches ${path}`, () => assert.equal(nameBreaches({ path }).length, 1));
  }
  test('passes commonAncestor.ts', () => assertNone(nameBreaches({ path: 'src/core/commonAncestor.ts' })));
});

describe('words', () => {
  // These two hold what they look for.
  const own = new Set(['test/tidy/wordBreaches.ts', 'test/tidy.test.ts']);
  test('do not include these', () => assertNone(files.filter(({ path }) => !own.has(path)).flatMap(wordBreaches)));
  test('the lock names no registry', () => {
    assert.doesNotMatch(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'), /"resolved": "http/);
  });

  const caught: readonly [string, string][] = [
    ['src/a.ts', '// TODO: later'],
    ['src/a.ts', "const tree = '/home/somebody/linux';"],
    ['README.md', 'cd /root/linux'],
    ['.npmrc', 'registry=https://registry.npmjs.org/'],
    ['src/web/parts/page.ts', 'html`${raw(text)}`'],
  ];
  for (const [path, text] of caught) {
    test(`catches ${text}`, () => assert.equal(wordBreaches(file(path, text)).length, 1));
  }
  test('passes what only looks alike', () => {
    const right = ['mktemp /tmp/x.XXXXXX', 'net/home/a.c', '$HOME/linux', 'draw(1)', '`${base}/work/x`'];
    assertNone(right.flatMap((text) => wordBreaches(file('src/web/a.ts', text))));
  });
});
