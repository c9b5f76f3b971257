import { posix } from 'node:path';
import type { Declaration, Node, Program } from 'oxc-parser';
import type { Breach } from '../source/breach.ts';
import { parseSource } from '../source/parseSource.ts';
import { isTest } from '../source/projectFiles.ts';
import type { SourceFile } from '../source/sourceFile.ts';

interface Export {
  readonly name: string;
  readonly isType: boolean;
}

// What the standard library lacks has no main export, an edge is named for the outside thing it speaks to, and what a
// command exports is always `run`.
const namedOtherwise = /^(src\/core\/std\.ts$|src\/edge\/|src\/cli\/(?:programme\/)?\w+Command\.ts$|scripts\/)/;

/** Default exports, barrels, and files that are not named as what they export. */
export const exportBreaches = (file: SourceFile): Breach[] => {
  const program = parseSource(file);
  const breach = (what: string, instead: string): Breach[] => [{ path: file.path, what, instead }];

  if (program.body.some(({ type }) => type === 'ExportDefaultDeclaration')) {
    return breach('it has a default export', 'an export by name');
  }
  if (isBarrel(program)) return breach('it only passes on what others export', 'imports from the files themselves');

  const name = posix.basename(file.path).replace(/\.[jt]s$/, '');
  const exports = program.body.flatMap(exportsOf);
  if (isTest(file) || namedOtherwise.test(file.path) || exports.every(({ isType }) => isType)) return [];
  // The type `Trouble` may live in trouble.ts, and `createParser` in parser.ts.
  if (exports.some((one) => one.name.toLowerCase().endsWith(name.toLowerCase()))) return [];
  const names = exports.map((one) => one.name).join(', ');
  return breach(`none of its exports (${names}) has its name`, 'the name of its one main export');
};

const isBarrel = ({ body }: Program): boolean => {
  const code = body.filter(({ type }) => type !== 'ImportDeclaration');
  return code.length > 0 && code.every(isReexport);
};

const isReexport = (node: Node): boolean =>
  node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.declaration === null);

const exportsOf = (node: Node): Export[] => {
  if (node.type !== 'ExportNamedDeclaration') return [];
  const isType = node.exportKind === 'type';
  if (node.declaration) return namesOf(node.declaration).map((name) => ({ name, isType }));
  return node.specifiers.map(({ exported }) => ({
    name: exported.type === 'Literal' ? exported.value : exported.name,
    isType,
  }));
};

const namesOf = (declaration: Declaration): string[] => {
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  }
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : [];
};
