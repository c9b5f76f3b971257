import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Timed {
  readonly seconds: number;
  /** From the start to the first line of output. */
  readonly first: number;
  /** The most memory that the process had at once, in MB (VmHWM). */
  readonly peak: number;
  readonly stdout: string;
  readonly status: number | null;
}

/** Runs a command to its end and measures it from outside, as a person would. */
export const timed = (command: readonly string[], env: Record<string, string> = {}, cwd = '.'): Promise<Timed> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const [program = '', ...args] = command;
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    const parts: Buffer[] = [];
    let first = 0;
    let peak = 0;
    const look = setInterval(() => (peak = Math.max(peak, highWater(child.pid))), 15);
    child.stdout.on('data', (part: Buffer) => {
      if (parts.length === 0) first = (performance.now() - started) / 1000;
      parts.push(part);
    });
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(look);
      const seconds = (performance.now() - started) / 1000;
      resolve({ seconds, first, peak, stdout: Buffer.concat(parts).toString(), status });
    });
  });

const highWater = (pid: number | undefined): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it has ended
  }
};

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
