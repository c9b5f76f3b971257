import { posix } from 'node:path';
import type { Node } from 'oxc-parser';
import { lineAt, nodesIn, parseSource } from '../source/parseSource.ts';
import type { SourceFile } from '../source/sourceFile.ts';

/** Something that a file imports: a path from the root, a package, or undefined where only a run would tell. */
export interface Import {
  readonly line: number;
  readonly path?: string;
  readonly name?: string;
}

/** All that a file imports: types, re-exports, `import()` in code and in types, and workers by `new URL()` too. */
export const importsOf = (file: SourceFile): Import[] => {
  const found: Import[] = [];
  for (const { node } of nodesIn(parseSource(file))) {
    const source = sourceOf(node);
    if (source) found.push({ line: lineAt(file.text, node.start), ...target(file.path, source) });
  }
  return found;
};

const sourceOf = (node: Node): Node | undefined => {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node.source;
    case 'ExportNamedDeclaration':
      return node.source ?? undefined;
    case 'TSExternalModuleReference':
      return node.expression;
    case 'NewExpression':
      return workerSource(node);
    default:
      return undefined;
  }
};

// new URL('./scanWorker.ts', import.meta.url), or with the extension of this file: .ts here, .js where it is published.
const workerSource = (node: Extract<Node, { type: 'NewExpression' }>): Node | undefined => {
  const [first] = node.arguments;
  const isUrl = node.callee.type === 'Identifier' && node.callee.name === 'URL';
  return isUrl && first && /^\..*\.[jt]s$/.test(textOf(first) ?? '') ? first : undefined;
};

const target = (importer: string, source: Node): { path?: string; name?: string } => {
  const specifier = textOf(source);
  if (specifier === undefined) return {};
  if (specifier.startsWith('.')) return { path: posix.join(posix.dirname(importer), specifier) };
  return { name: packageOf(specifier) };
};

const textOf = (node: Node): string | undefined => {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  const [start = '', end] = node.quasis.map(({ value }) => value.cooked ?? '');
  if (end === undefined) return start;
  return end === '' && node.quasis.length === 2 ? `${start}.ts` : undefined;
};

// node:fs/promises stays whole; a package's inner path does not matter.
const packageOf = (specifier: string): string => {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
};
