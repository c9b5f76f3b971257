import { rmSync } from 'node:fs';
import { constants } from 'node:os';

// A child gets this long to remove its own half-written files before it is killed outright.
const graceMs = 500;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Ending = (typeof signals)[number];

const groups = new Set<number>();
const folders = new Set<string>();
let ending = false;

/** True once a signal asked this program to end: results of children that were stopped mean nothing then. */
export const isEnding = (): boolean => ending;

/** Signals a whole process group; one that has gone already is no error. */
export function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // Gone already.
  }
}

/** From now until the returned function is called, this process group dies with us. */
export function holdGroup(group: number): () => void {
  return hold(groups, group);
}

/** From now until the returned function is called, this folder (or file) is removed when we die. */
export function holdFolder(path: string): () => void {
  return hold(folders, path);
}

function hold<T>(held: Set<T>, one: T): () => void {
  if (groups.size + folders.size === 0) listen();
  held.add(one);
  return () => {
    held.delete(one);
    if (groups.size + folders.size === 0 && !ending) unlisten();
  };
}

function listen(): void {
  process.on('exit', removeAll);
  for (const signal of signals) process.on(signal, onSignal);
}

// With nothing held, Ctrl-C must do again what it does in any program.
function unlisten(): void {
  process.off('exit', removeAll);
  for (const signal of signals) process.off(signal, onSignal);
}

function onSignal(signal: Ending): void {
  const leave = () => process.exit(128 + constants.signals[signal]);
  if (ending) return leave(); // a second Ctrl-C does not wait
  ending = true;
  const told = [...groups];
  for (const group of told) signalGroup(group, 'SIGTERM');
  const deadline = performance.now() + graceMs;
  const timer = setInterval(() => {
    if (groups.size > 0 && performance.now() < deadline) return;
    clearInterval(timer);
    // A child may have ended while its own children go on in its group.
    for (const group of told) signalGroup(group, 'SIGKILL');
    leave();
  }, 10);
}

// Runs in the 'exit' event, so nothing here may wait for the event loop.
function removeAll(): void {
  for (const group of groups) signalGroup(group, 'SIGKILL');
  for (const folder of folders) {
    try {
      // Retries: a child killed a moment ago may still have been adding a file.
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
    } catch {
      // We are leaving: there is nobody left to tell.
    }
  }
}
