import type { Breach } from '../source/breach.ts';
import { isTest } from '../source/projectFiles.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { importsOf } from './importsOf.ts';

const allowedInCore = new Set(['web-tree-sitter', 'postal-mime', '@noble/hashes']);

/** Packages that a file below src/ must not import: in core all but three, elsewhere those that users do not get. */
export const packageBreaches = (file: SourceFile, dependencies: ReadonlySet<string>): Breach[] => {
  if (isTest(file)) return [];
  const isCore = file.path.startsWith('src/core/');
  return importsOf(file).flatMap(({ name, line }): Breach[] => {
    if (name === undefined) return [];
    const at = { path: file.path, line, what: `it imports ${name}` };
    if (isCore && !allowedInCore.has(name)) return [{ ...at, instead: 'plain data as an argument, read by an edge' }];
    if (name.startsWith('node:') || dependencies.has(name)) return [];
    return [{ ...at, instead: "a package among package.json's dependencies: the others are not there for users" }];
  });
};
