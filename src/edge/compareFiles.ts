import { codeOf, lineEnds, PIECE, readPieces, type Unreadable } from './readPieces.ts';

export interface ComparedFile {
  readonly path: string;
  readonly same: boolean;
  /** Line ends, before and now. */
  readonly linesBefore: number;
  readonly linesNow: number;
}

export interface Compared {
  readonly files: readonly ComparedFile[];
  readonly unreadable: readonly Unreadable[];
}

/** Files that two trees have at the same path, read side by side, each once. */
export const compareFiles = (before: string, now: string, paths: readonly string[]): Compared => {
  const buffers = [Buffer.allocUnsafeSlow(PIECE), Buffer.allocUnsafeSlow(PIECE)] as const;
  const files: ComparedFile[] = [];
  const unreadable: Unreadable[] = [];
  for (const path of paths) {
    try {
      files.push({ path, ...compare(before, now, path, buffers) });
    } catch (error) {
      unreadable.push({ path, code: codeOf(error) });
    }
  }
  return { files, unreadable };
};

const compare = (
  before: string,
  now: string,
  path: string,
  [old, young]: readonly [Buffer, Buffer],
): Omit<ComparedFile, 'path'> => {
  const [oldPieces, youngPieces] = [readPieces(before, { path }, old), readPieces(now, { path }, young)];
  let [same, linesBefore, linesNow] = [true, 0, 0];
  try {
    for (;;) {
      const [oldLength, youngLength] = [oldPieces.next().value ?? 0, youngPieces.next().value ?? 0];
      if (oldLength === 0 && youngLength === 0) return { same, linesBefore, linesNow };
      same &&= oldLength === youngLength && old.compare(young, 0, youngLength, 0, oldLength) === 0;
      const lines = lineEnds(old, oldLength);
      linesBefore += lines;
      linesNow += same ? lines : lineEnds(young, youngLength);
    }
  } finally {
    oldPieces.return(undefined);
    youngPieces.return(undefined);
  }
};
