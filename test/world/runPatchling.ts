import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/patchling', import.meta.url));

export interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A person's machine: base folders of its own, an identity in git, no tree. */
export const newPerson = (env: Readonly<Record<string, string>> = {}) => {
  const home = mkdtempSync(join(tmpdir(), 'patchling-home-'));
  const identity = { GIT_AUTHOR_NAME: 'Grace Made', GIT_AUTHOR_EMAIL: 'grace@made.example' };
  const own = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    NODE_COMPILE_CACHE: join(tmpdir(), 'patchling-test-compile-cache'),
    ...identity,
    ...env,
  };
  return {
    home,
    identity,
    env: own,
    /** Runs the command itself, as a person would, with nothing on standard input. */
    run: (
      words: readonly string[],
      options: { cwd?: string; input?: string; env?: Record<string, string> } = {},
    ): Said => {
      const { status, stdout, stderr } = spawnSync(program, words, {
        cwd: options.cwd ?? home,
        env: { ...own, ...options.env },
        input: options.input ?? '',
        encoding: 'utf8',
        timeout: 120_000,
        maxBuffer: 2 ** 26,
      });
      return { status, stdout, stderr };
    },
    /** The same without stopping this process meanwhile: it may be what the command talks to. */
    beside: async (words: readonly string[], input = ''): Promise<Said> => {
      const child = spawn(program, words, { cwd: home, env: own });
      child.stdin.end(input);
      const [stdout, stderr, [status]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'close'),
      ]);
      return { status: status as number | null, stdout, stderr };
    },
  };
};
