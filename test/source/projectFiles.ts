import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from './sourceFile.ts';

/** The project's own folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

// What is installed, built, or the bytes of others.
const foreign = new Set(['.git', 'node_modules', 'dist', 'coverage', 'package-lock.json']);
const foreignFolders = new Set(['test/data', 'docs/figures']);

function* paths(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const name = relative(root, path);
    if (foreign.has(entry.name) || foreignFolders.has(name)) continue;
    if (entry.isDirectory()) yield* paths(path);
    else if (entry.isFile()) yield name;
  }
}

/** Every text file of the project, in order of its path; patches left by a run and binary files are none of it. */
export const projectFiles = (): SourceFile[] =>
  [...paths(root)]
    .sort()
    .filter((path) => !/\.(patch|tgz)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));

/** Whether a file holds code that this house's rules are for. */
export const isCode = ({ path }: SourceFile): boolean => /\.(ts|js)$/.test(path);

export const isTest = ({ path }: SourceFile): boolean => /\.test\.(ts|js)$/.test(path) || path.startsWith('test/');
