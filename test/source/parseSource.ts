import assert from 'node:assert/strict';
import { type Node, type Program, parseSync, visitorKeys } from 'oxc-parser';
import type { SourceFile } from './sourceFile.ts';

const parsed = new WeakMap<SourceFile, Program>();

/** The syntax tree of a file. From a real parser, since a search by lines misses what spans them. */
export const parseSource = (file: SourceFile): Program => {
  const known = parsed.get(file);
  if (known) return known;
  const { program, errors } = parseSync(file.path, file.text);
  assert.deepEqual(errors, [], `${file.path} does not parse`);
  parsed.set(file, program);
  return program;
};

/** Every node below and including this one, each after its parent. */
export function* nodesIn(node: Node, parent?: Node): Generator<{ node: Node; parent: Node | undefined }> {
  yield { node, parent };
  for (const key of visitorKeys[node.type] ?? []) {
    const child: unknown = Reflect.get(node, key);
    for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) yield* nodesIn(one, node);
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** The line, from 1, at which an offset of the text lies. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
