import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';

/** The person at the terminal, where there is one. */
export interface Terminal {
  /** Whether somebody can be asked: input and output are a terminal. */
  readonly isInteractive: boolean;
  /** One line; empty where nothing was said. */
  ask(question: string): Promise<string>;
  /** A text in the editor that git would take (GIT_EDITOR, VISUAL, EDITOR, vi); undefined where it failed. */
  edit(text: string): string | undefined;
  /** All of standard input. */
  readInput(): string;
}

export const createTerminal = (): Terminal => ({
  isInteractive: process.stdin.isTTY === true && process.stdout.isTTY === true,
  ask: async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return (await lines.question(question)).trim();
    } finally {
      lines.close();
    }
  },
  edit: (text) => {
    const folder = mkdtempSync(join(tmpdir(), 'patchling-'));
    const file = join(folder, 'WHY.txt');
    try {
      writeFileSync(file, text);
      const editor = spawnSync('git', ['var', 'GIT_EDITOR'], { encoding: 'utf8' }).stdout.trim() || 'vi';
      const { status } = spawnSync('sh', ['-c', `${editor} "$1"`, editor, file], { stdio: 'inherit' });
      return status === 0 ? readFileSync(file, 'utf8') : undefined;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  readInput: () => readFileSync(0, 'utf8'),
});
