import { type ChildProcess, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { constants } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { Trouble } from '../core/trouble.ts';
import { cleanEnvironment } from './cleanEnvironment.ts';
import { holdGroup, isEnding, signalGroup } from './leaveNothing.ts';

export interface RunOptions {
  readonly cwd?: string;
  /** Put on top of our cleaned environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What the program reads on standard input; without it, nothing. */
  readonly input?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** After this many milliseconds the program and its children are stopped. */
  readonly timeoutMs?: number;
  /** `latin1` keeps bytes: one character each. */
  readonly encoding?: 'utf8' | 'latin1';
  /** Every line of both outputs as it comes, without its end. */
  readonly onLine?: (line: string) => void;
  /** Stops the program and its children when aborted. */
  readonly signal?: AbortSignal;
}

/** What came of running a program. A status other than 0 is an answer, not an error. */
export interface Ran {
  /** As a shell counts: 127 there is no such program, 126 it may not be run, 128 + n it was ended by signal n. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The program is not there or may not be run: callers turn this into `unknown`. */
  readonly missing: boolean;
  readonly timedOut: boolean;
}

/**
 * Runs a program, never through a shell, in a process group of its own that dies with us.
 * @throws Trouble `input` when `cwd` is no folder, `machine` when no process can be made or the input cannot be read.
 */
export async function run(command: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const [program = '', ...args] = command;
  const child = start(program, args, options);
  const stop = stopper(child, options);
  const outputs = Promise.all([read(child.stdout, options), read(child.stderr, options)]);
  const fed = feed(child, options.input, stop.now);
  const ended = await end(child);
  stop.release();
  // Ctrl-C: whoever waits for this child must not go on to judge what it was stopped in.
  if (isEnding()) return new Promise<never>(() => {});
  if (ended.error) return notStarted(program, options.cwd, ended.error);
  const [stdout, stderr] = await outputs;
  const unread = await fed;
  if (unread) throw cannotRead(program, unread);
  return { status: ended.status, stdout, stderr, missing: false, timedOut: stop.timedOut() };
}

function start(program: string, args: readonly string[], options: RunOptions): ChildProcess {
  try {
    return spawn(program, args, {
      cwd: options.cwd,
      env: cleanEnvironment(options.env),
      detached: true, // a process group of its own, so that grandchildren can be stopped too
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    throw cannotStart(program, error as Error);
  }
}

interface Stopper {
  now(): void;
  release(): void;
  timedOut(): boolean;
}

function stopper(child: ChildProcess, options: RunOptions): Stopper {
  const group = child.pid;
  if (group === undefined) return { now: () => {}, release: () => {}, timedOut: () => false };
  const letGo = holdGroup(group);
  let late = false;
  let kill: NodeJS.Timeout | undefined;
  const now = () => {
    signalGroup(group, 'SIGTERM');
    kill ??= setTimeout(() => signalGroup(group, 'SIGKILL'), 2000);
  };
  const onTime = () => {
    late = true;
    now();
  };
  const timer = options.timeoutMs === undefined ? undefined : setTimeout(onTime, options.timeoutMs);
  options.signal?.addEventListener('abort', now);
  if (options.signal?.aborted) now();
  const release = () => {
    letGo();
    clearTimeout(timer);
    clearTimeout(kill);
    options.signal?.removeEventListener('abort', now);
  };
  return { now, release, timedOut: () => late };
}

async function read(stream: Readable | null, { encoding = 'utf8', onLine }: RunOptions): Promise<string> {
  const decoder = new StringDecoder(encoding);
  let all = '';
  let line = '';
  const take = (text: string) => {
    all += text;
    if (!onLine) return;
    const lines = (line + text).split('\n');
    line = lines.pop() ?? '';
    for (const one of lines) onLine(one.replace(/\r$/, ''));
  };
  try {
    for await (const chunk of stream ?? []) take(decoder.write(chunk as NonSharedBuffer));
  } catch {
    // The pipe broke with the child: what came before it is all there is.
  }
  take(decoder.end());
  if (line !== '') onLine?.(line);
  return all;
}

// A program may end without reading all we have for it: that is its right, and its status tells.
async function feed(child: ChildProcess, input: RunOptions['input'], stop: () => void): Promise<Error | undefined> {
  const { stdin } = child;
  if (!stdin || input === undefined) return undefined;
  stdin.on('error', () => {});
  if (typeof input === 'string' || input instanceof Uint8Array) {
    stdin.end(input);
    return undefined;
  }
  try {
    await pipeline(Readable.from(input), stdin);
    return undefined;
  } catch (error) {
    if (/^(?:EPIPE|ECONNRESET|ERR_STREAM_)/.test((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    stop();
    return error as Error;
  }
}

interface Ended {
  readonly status: number;
  readonly error?: NodeJS.ErrnoException;
}

const end = (child: ChildProcess): Promise<Ended> =>
  new Promise((done) => {
    child.once('error', (error) => done({ status: 127, error }));
    child.once('close', (status, signal) => done({ status: status ?? 128 + (signal ? constants.signals[signal] : 0) }));
  });

// The system says ENOENT for a missing program and for a missing working folder alike.
function notStarted(program: string, cwd: string | undefined, error: NodeJS.ErrnoException): Ran {
  // A folder of PATH that we may not look into gives EACCES too, for a program that is nowhere.
  const why = { ENOENT: 127, ENOTDIR: 127, EACCES: program.includes('/') ? 126 : 127 }[error.code ?? ''];
  if (cwd !== undefined && !statSync(cwd, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Trouble('input', { what: 'There is no such folder.', where: cwd });
  }
  if (why === undefined) throw cannotStart(program, error);
  const stderr = why === 127 ? `${program}: no such program` : `${program}: may not be run`;
  return { status: why, stdout: '', stderr, missing: true, timedOut: false };
}

const cannotStart = (program: string, error: Error) =>
  new Trouble('machine', { what: `The program ${program} cannot be started.`, why: error.message });

const cannotRead = (program: string, error: Error) =>
  new Trouble('machine', { what: `What ${program} was to read cannot be read.`, why: error.message });
