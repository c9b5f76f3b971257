import type { Breach } from '../source/breach.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { importsOf } from './importsOf.ts';

interface Forbidden {
  readonly from: RegExp;
  readonly to: RegExp;
  readonly because: string;
  readonly instead: string;
}

// What the ranks alone would allow.
const forbidden: readonly Forbidden[] = [
  {
    from: /^src\/(web\/)?office\//,
    to: /^src\/(web\/)?bench\//,
    because: 'the programme is not the workbench',
    instead: 'what both use, in gather or core',
  },
  {
    from: /^src\/(web\/)?bench\//,
    to: /^src\/(web\/)?office\//,
    because: 'the workbench is not the programme',
    instead: 'what both use, in gather or core',
  },
  {
    from: /^src\/(main\.ts|cli\/(?!programme\/))/,
    to: /^src\/(web\/)?office\//,
    because: 'of the commands only cli/programme is for the server',
    instead: 'a command in src/cli/programme/',
  },
  {
    from: /^src\/(web\/)?office\//,
    to: /^src\/edge\/(run|lab|send)(\/|\.ts$)/,
    because: 'the server never runs what people send, and cannot mail a public list',
    instead: 'edge/git, edge/checkpatch, edge/db or edge/notify',
  },
];

/** Imports between rooms that must not know each other, whatever their ranks. */
export const forbiddenImports = (file: SourceFile): Breach[] =>
  importsOf(file).flatMap(({ path = '', line }) =>
    forbidden
      .filter(({ from, to }) => from.test(file.path) && to.test(path))
      .map(({ because, instead }) => ({ path: file.path, line, what: `it imports ${path}, but ${because}`, instead })),
  );
