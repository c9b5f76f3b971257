import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A server in a process of its own. */
export interface ServedApart {
  /** The most memory that it had at once, in MB (VmHWM). */
  highWater(): number;
  /** How long processors worked for it so far. */
  processorMs(): number;
  /** What it complained of. */
  readonly complaints: readonly string[];
  signal(name: NodeJS.Signals): void;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
  /** Ends it as a loss of power would. */
  kill(): Promise<void>;
}

/** Runs one of our programs with Node, and waits for its first line: then it answers. */
export async function servedApart(command: readonly string[]): Promise<ServedApart> {
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  const complaints: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const opened = once(createInterface({ input: child.stdout }), 'line');
  await Promise.race([
    opened,
    closed.then(() => Promise.reject(new Error(`it ended before it was open: ${complaints.join('\n')}`))),
  ]);
  return {
    complaints,
    highWater: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    processorMs: () => {
      // proc(5): utime and stime are the 12th and 13th number after the name in brackets, in hundredths of a second.
      const numbers = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return (Number(numbers[11]) + Number(numbers[12])) * 10;
    },
    signal: (name) => void child.kill(name),
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
