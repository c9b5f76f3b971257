import type { Node } from 'oxc-parser';
import type { Breach } from '../source/breach.ts';
import { lineAt, nodesIn, parseSource } from '../source/parseSource.ts';
import type { SourceFile } from '../source/sourceFile.ts';

const longest = 60;
const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** Functions of more than 60 lines. A `describe` block is a heading rather than a function. */
export const functionBreaches = (file: SourceFile): Breach[] =>
  [...nodesIn(parseSource(file))].flatMap(({ node, parent }) => {
    if (!functions.has(node.type) || isHeading(parent)) return [];
    const line = lineAt(file.text, node.start);
    const lines = lineAt(file.text, node.end) - line + 1;
    if (lines <= longest) return [];
    const instead = `at most ${longest}, the steps of the story in functions of their own`;
    return [{ path: file.path, line, what: `the function has ${lines} lines`, instead }];
  });

const isHeading = (parent: Node | undefined): boolean =>
  parent?.type === 'CallExpression' && parent.callee.type === 'Identifier' && parent.callee.name === 'describe';
