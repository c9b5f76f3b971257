import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { forbiddenImports } from './layers/forbiddenImports.ts';
import { impureUses } from './layers/impureUses.ts';
import { packageBreaches } from './layers/packageBreaches.ts';
import { rankBreaches } from './layers/rankBreaches.ts';
import { rooms } from './layers/ranks.ts';
import { assertNone } from './source/breach.ts';
import { isCode, projectFiles } from './source/projectFiles.ts';
import type { SourceFile } from './source/sourceFile.ts';

const source = projectFiles().filter((file) => isCode(file) && file.path.startsWith('src/'));
const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const dependencies = new Set(Object.keys((manifest as { dependencies: Record<string, string> }).dependencies));

const file = (path: string, text: string): SourceFile => ({ path, text });

describe('ranks', () => {
  test('every file imports its own room and lower ranks only', () => assertNone(source.flatMap(rankBreaches)));

  test('the list holds every room of the design once', () => {
    assert.equal(new Set(rooms).size, 24);
    assert.equal(rooms.length, 24);
  });

  const patch = 'src/core/patch/diff.ts';
  const caught: readonly [string, SourceFile][] = [
    ['a higher room', file(patch, "import { status } from '../journal/status.ts';")],
    ['a type', file(patch, "import type { Fact } from '../journal/fact.ts';")],
    ['an import over several lines', file(patch, "import {\n  a,\n  b,\n} from\n  '../journal/fact.ts';")],
    ['a re-export', file(patch, "export { status } from '../journal/status.ts';")],
    ['a re-export of all', file(patch, "export type * from '../journal/fact.ts';")],
    ['import() in code', file(patch, "const late = await import('../journal/status.ts');")],
    ['import() in a type', file(patch, "let fact: import('../journal/fact.ts').Fact;")],
    ['import() of a computed path', file(patch, 'const late = await import(path);')],
    ['a worker', file(patch, "new Worker(new URL('../../edge/scan/scanWorker.ts', import.meta.url));")],
    ['a worker by extension', file(patch, 'new Worker(new URL(`../../edge/scan/scanWorker${ext}`, import.meta.url));')],
    ['a room of equal rank', file('src/core/mail/thread.ts', "import '../tree/version.ts';")],
    ['std from above', file('src/core/std.ts', "import '../edge/git/git.ts';")],
    ['a test that imports a face', file('src/core/patch/diff.test.ts', "import '../../cli/fix.ts';")],
    ['a test that imports a higher room of core', file('src/core/patch/diff.test.ts', "import '../journal/fact.ts';")],
    ['a test helper in published code', file(patch, "import '../../../test/world/gitFolder.ts';")],
    ['a folder that is no room', file('src/tools/x.ts', '')],
    ['a page outside the three rooms of web', file('src/web/page.ts', '')],
  ];
  for (const [name, breach] of caught) {
    test(`catches ${name}`, () => assert.equal(rankBreaches(breach).length, 1));
  }

  test('passes what is right', () => {
    const right = [
      file('src/main.ts', "import './cli/start.ts'; import type { Host } from './bench/host.ts';"),
      file('src/core/patch/diff.ts', "import '../std.ts'; import '../tree/c/parser.ts'; import './edit.ts';"),
      file(
        'src/core/patch/diff.test.ts',
        "import '../../edge/cGrammar.ts'; import '../../../test/world/gitFolder.ts';",
      ),
      file('src/web/bench/sitePage.ts', "import '../parts/page.ts'; import '../../bench/findSites.ts';"),
      file('src/core/patch/diff.ts', "// import '../journal/fact.ts'\nconst text = \"import '../journal/fact.ts'\";"),
    ];
    assertNone(right.flatMap(rankBreaches));
  });
});

describe('rooms that must not know each other', () => {
  test('none does', () => assertNone(source.flatMap(forbiddenImports)));

  const caught: readonly [string, SourceFile][] = [
    ['office and bench', file('src/office/takeReview.ts', "import '../bench/fixSite.ts';")],
    ['the office pages and bench', file('src/web/office/queuePage.ts', "import '../../bench/fixSite.ts';")],
    ['the bench pages and office', file('src/web/bench/sitePage.ts', "import '../../office/takeReview.ts';")],
    ['a command of the workbench and office', file('src/cli/start.ts', "import '../office/takeReview.ts';")],
    ['main and the office pages', file('src/main.ts', "import './web/office/queuePage.ts';")],
    ['office and the edge that runs things', file('src/office/takeReview.ts', "import '../edge/run.ts';")],
    ['office and the lab', file('src/office/takeReview.ts', "import '../edge/lab/boot.ts';")],
    ['the office pages and sending', file('src/web/office/queuePage.ts', "import '../../edge/send.ts';")],
  ];
  for (const [name, breach] of caught) {
    test(`catches ${name}`, () => assert.equal(forbiddenImports(breach).length, 1));
  }

  test('passes the server in cli/programme', () => {
    assertNone(forbiddenImports(file('src/cli/programme/serve.ts', "import '../../office/takeReview.ts';")));
  });
});

describe('packages', () => {
  test('core imports three packages at most, the rest what users get', () => {
    assertNone(source.flatMap((one) => packageBreaches(one, dependencies)));
  });

  const breaches = (path: string, name: string) =>
    packageBreaches(file(path, `import '${name}';`), dependencies).length;
  test('catches node: in core', () => assert.equal(breaches('src/core/patch/diff.ts', 'node:fs'), 1));
  test('catches a package in core', () => assert.equal(breaches('src/core/patch/diff.ts', 'commander'), 1));
  test('catches a tool in published code', () => assert.equal(breaches('src/edge/files.ts', 'fast-check'), 1));
  test('passes the grammar in core', () => assert.equal(breaches('src/core/tree/c/parser.ts', 'web-tree-sitter'), 0));
  test('passes a tool in a test', () => assert.equal(breaches('src/core/patch/diff.test.ts', 'fast-check'), 0));
});

describe('core', () => {
  test('uses no clock, no dice, no world', () => assertNone(source.flatMap(impureUses)));

  const uses = (text: string) => impureUses(file('src/core/patch/diff.ts', text)).length;
  const caught = [
    'Buffer.from(text)',
    'let bytes: Buffer;',
    'process.env',
    'const { env } = process;',
    "console.log('x')",
    'Date.now()',
    'const clock = Date.now;',
    'new Date()',
    'Date()',
    'Math.random()',
    'await fetch(url)',
    'performance.now()',
    'globalThis.process',
    'crypto.randomUUID()',
    'setTimeout(retry, 10)',
  ];
  for (const text of caught) test(`catches ${text}`, () => assert.ok(uses(text) >= 1));

  const passed = ['new Date(at)', 'report.process', '({ process: 1 })', 'let x: { fetch: string };', 'Math.max(1, 2)'];
  for (const text of passed) test(`passes ${text}`, () => assert.equal(uses(text), 0));
});
