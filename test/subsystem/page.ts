import { createPaint, type Face } from '../../src/cli/face.ts';
import type { Host } from '../../src/edge/host.ts';

/** What a command says on a terminal of so many columns; without `columns`, into a file. */
export const page = (columns: number | undefined, write: (face: Face) => void): readonly string[] => {
  const lines: string[] = [];
  write({
    host: { command: 'patchling', cwd: '/somewhere' } as Host,
    json: false,
    say: (line = '') => lines.push(...line.split('\n')),
    bytes: () => {},
    note: () => {},
    progress: () => {},
    paint: createPaint(false),
    columns,
    width: Math.min(columns ?? 80, 100),
  });
  return lines;
};

/** Commands are to be pasted, so they may be as long as they are. */
export const isSentence = (line: string): boolean => !/patchling |\(cd /.test(line);
