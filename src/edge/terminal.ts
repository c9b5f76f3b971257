import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isatty } from 'node:tty';
import { filesTrouble, isSystemError } from './filesTrouble.ts';

/** The person at the terminal, where there is one. */
export interface Terminal {
  /** Whether somebody can be asked: input and output are a terminal. */
  readonly isInteractive: boolean;
  /** One line; empty where nothing was said (Ctrl-D). Ctrl-C ends the program as it does anywhere else. */
  ask(question: string): Promise<string>;
  /** A text in the editor that git would take (GIT_EDITOR, VISUAL, EDITOR, vi); undefined where it failed. */
  edit(text: string): string | undefined;
  /** All of standard input. Throws Trouble. */
  readInput(): string;
  /** The same as it is. */
  inputBytes(): Uint8Array;
}

export const createTerminal = (): Terminal => ({
  isInteractive: [0, 1, 2].every((stream) => isatty(stream)),
  ask,
  edit,
  readInput: () => inputBytes().toString('utf8'),
  inputBytes,
});

const inputBytes = (): Buffer => {
  const parts: Buffer[] = [];
  for (let part = nextInput(); part.length > 0; part = nextInput()) parts.push(part);
  return Buffer.concat(parts);
};

/** What comes next on standard input; nothing at its end. */
const nextInput = (): Buffer => {
  const part = Buffer.allocUnsafe(65_536);
  for (;;) {
    try {
      return part.subarray(0, readSync(0, part));
    } catch (error) {
      // Whatever imports node:process (commander does) makes a pipe non-blocking: its writer may only be slow.
      if (!isSystemError(error) || error.code !== 'EAGAIN') {
        throw filesTrouble(error, 'Standard input could not be read.', '/dev/stdin');
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
};

/** Lines that came with an answer: typed ahead, or pasted. The next questions take them. */
let ahead: string[] = [];

const ask = (question: string): Promise<string> => {
  const before = ahead.shift();
  if (before === undefined) return askNow(question);
  process.stderr.write(`${question}${before}\n`);
  return Promise.resolve(before);
};

const askNow = (question: string): Promise<string> =>
  new Promise((answered) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    let answer: string | undefined;
    let interrupted = false;
    lines.on('SIGINT', () => {
      interrupted = true;
      lines.close();
    });
    lines.on('close', () => {
      if (answer === undefined) process.stderr.write('\n');
      // The terminal is as it was again; now the signal may do what it does where nobody is asked.
      if (interrupted) process.kill(process.pid, 'SIGINT');
      else answered(answer ?? '');
    });
    lines.question(question, (line) => {
      answer = line.trim();
      lines.on('line', (more) => ahead.push(more.trim()));
      setImmediate(() => lines.close());
    });
  });

const edit = (text: string): string | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-'));
  const file = join(folder, 'WHY.txt');
  // Ctrl-C is the editor's while it runs, as in git commit.
  const ignore = (): void => {};
  process.on('SIGINT', ignore);
  let wasInterrupted = false;
  ahead = [];
  try {
    writeFileSync(file, text);
    const asked = spawnSync('git', ['var', 'GIT_EDITOR'], { encoding: 'utf8' });
    const editor = (asked.status === 0 && asked.stdout.trim()) || 'vi';
    const { status, signal } = spawnSync('sh', ['-c', `${editor} "$1"`, editor, file], { stdio: 'inherit' });
    wasInterrupted = signal === 'SIGINT' || status === 130;
    return status === 0 ? readFileSync(file, 'utf8') : undefined;
  } catch (error) {
    throw filesTrouble(error, 'The text could not be given to the editor.', file);
  } finally {
    // A signal that came meanwhile is heard in the next turn of the event loop, and must still find us listening.
    setImmediate(() => setImmediate(() => process.off('SIGINT', ignore)));
    rmSync(folder, { recursive: true, force: true });
    // An editor that Ctrl-C ended does not know of it; whoever pressed it wants to leave.
    if (wasInterrupted) {
      process.off('SIGINT', ignore);
      process.kill(process.pid, 'SIGINT');
    }
  }
};
