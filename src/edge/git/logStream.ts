import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { Trouble } from '../../core/trouble.ts';
import { cleanEnvironment } from '../cleanEnvironment.ts';
import { holdGroup, isEnding, signalGroup } from '../leaveNothing.ts';
import { offlineGit } from './git.ts';

// What a person may have set otherwise would change what git prints, or run a program of theirs.
const settings = ['core.fsmonitor=false', 'log.showSignature=false', 'log.follow=false', 'log.showRoot=true']
  .concat(['log.diffMerges=off', 'diff.ignoreSubmodules=none', 'core.hooksPath=/dev/null'])
  .flatMap((setting) => ['-c', setting]);
const options = [
  '-z',
  '--no-color',
  '--encoding=UTF-8',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '-O/dev/null',
];

/** What came of it; a status other than 0 is an answer, not an error. 127: git is not installed. */
export interface LogEnd {
  readonly status: number;
  readonly stderr: string;
}

/**
 * Runs `git log -z` in a tree, offline, and gives what it prints as it comes, cut at each NUL, without keeping it: a whole
 * history is hundreds of megabytes. Leaving early stops git, and so does `signal`.
 */
export async function* logStream(
  tree: string,
  args: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<readonly string[], LogEnd> {
  const child = start(tree, ['--no-pager', '--literal-pathspecs', ...settings, 'log', ...options, ...args]);
  const ended = new Promise<LogEnd>((done) => {
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(0, 10_000)));
    child.once('error', (error) => done({ status: 127, stderr: `git: ${error.message}` }));
    child.once('close', (status, by) => done({ status: status ?? 128 + (by ? constants.signals[by] : 0), stderr }));
  });
  const group = child.pid;
  const release = group === undefined ? () => {} : holdGroup(group);
  const stop = () => {
    if (group !== undefined && child.exitCode === null && child.signalCode === null) signalGroup(group, 'SIGKILL');
  };
  signal?.addEventListener('abort', stop);
  try {
    if (signal?.aborted) stop();
    const cut = cutter();
    for await (const chunk of child.stdout) yield cut(chunk);
    const end = await ended;
    // Ctrl-C: whoever waits for this must not go on to judge what it was stopped in.
    if (isEnding()) return await new Promise<never>(() => {});
    return end;
  } finally {
    stop();
    signal?.removeEventListener('abort', stop);
    release();
  }
}

function start(tree: string, args: readonly string[]) {
  try {
    return spawn('git', args, {
      cwd: tree,
      // Unasked, git writes every commit by itself into a pipe, which takes twice as long.
      env: cleanEnvironment({ ...offlineGit, GIT_FLUSH: '0', GIT_CEILING_DIRECTORIES: dirname(realpathSync(tree)) }),
      detached: true, // a process group of its own, so that it can be stopped
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    throw new Trouble('machine', { what: 'git cannot be started.', where: tree, why: (error as Error).message });
  }
}

// Every token is a string of its own: a slice of the chunk would keep the whole chunk in memory.
const cutter = () => {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk: Buffer): readonly string[] => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const tokens: string[] = [];
    let from = 0;
    for (let to = bytes.indexOf(0); to >= 0; to = bytes.indexOf(0, from)) {
      tokens.push(bytes.toString('utf8', from, to));
      from = to + 1;
    }
    rest = bytes.subarray(from);
    return tokens;
  };
};
