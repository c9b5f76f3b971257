import type { Node } from 'oxc-parser';
import type { Breach } from '../source/breach.ts';
import { lineAt, nodesIn, parseSource } from '../source/parseSource.ts';
import { isTest } from '../source/projectFiles.ts';
import type { SourceFile } from '../source/sourceFile.ts';

const clock = 'the time as an argument';
const dice = 'the number drawn, or a seeded source, as an argument';

/** What core does not use, and what it uses instead. A name with a dot is a member, `new Date` one without arguments. */
const impure: Readonly<Record<string, string>> = {
  Buffer: 'Uint8Array, TextEncoder and TextDecoder',
  console: 'a value that a face prints',
  crypto: dice,
  'Date.now': clock,
  fetch: 'what was fetched, as an argument',
  globalThis: 'an argument',
  'Math.random': dice,
  'new Date': clock,
  performance: clock,
  process: 'an argument',
  setImmediate: clock,
  setInterval: clock,
  setTimeout: clock,
};

/** Where a file of core reaches for the world, the clock or the dice. */
export const impureUses = (file: SourceFile): Breach[] => {
  if (!file.path.startsWith('src/core/') || isTest(file)) return [];
  return [...nodesIn(parseSource(file))].flatMap(({ node, parent }) => {
    const used = useOf(node, parent);
    const instead = used === undefined ? undefined : impure[used];
    if (instead === undefined) return [];
    return [{ path: file.path, line: lineAt(file.text, node.start), what: `core uses ${used}`, instead }];
  });
};

const useOf = (node: Node, parent: Node | undefined): string | undefined => {
  if (node.type === 'Identifier') return isOnlyName(node, parent) ? undefined : node.name;
  if (node.type === 'MemberExpression' && node.object.type === 'Identifier') {
    return node.property.type === 'Identifier' ? `${node.object.name}.${node.property.name}` : undefined;
  }
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return undefined;
  const isNow = node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0;
  return isNow ? 'new Date' : undefined;
};

// `report.process` and `{ process: 1 }` name a member, not the global.
const isOnlyName = (node: Node, parent: Node | undefined): boolean => {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.property === node && !parent.computed;
    case 'Property':
      return parent.key === node && !parent.computed && !parent.shorthand;
    case 'TSPropertySignature':
    case 'TSMethodSignature':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.key === node;
    default:
      return false;
  }
};
