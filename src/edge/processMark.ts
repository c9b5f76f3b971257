import { readFileSync } from 'node:fs';

/** This process, for a note that outlives it: its number and, since numbers are used again, when it began. */
export const ownMark = (): string => `${process.pid}-${beginning(process.pid)}`;

/** Whether the process that left a mark still runs. What is no mark was left by nobody who does. */
export function isRunning(mark: string): boolean {
  const [, pid, began] = /^(\d+)-(\d+)$/.exec(mark) ?? [];
  if (pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return beginning(Number(pid)) === began;
}

// Field 22 of proc_pid_stat(5), counted behind the name, which may hold anything. Systems without /proc say 0 for all.
function beginning(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  } catch {
    return '0';
  }
}
