import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { judgeEnvironment } from './seriesJudge.ts';

/** Why a test that needs b4 is skipped; false where b4 is installed. */
export const noB4: string | false =
  spawnSync('b4', ['--version']).status !== 0 && 'because b4 is not installed: apt-get install b4';

export interface B4Ran {
  readonly status: number | null;
  /** Both outputs. */
  readonly said: string;
}

/** Runs real b4 in a folder, never over the network and with a home of its own (`judgeHome`). */
export const inB4 = (folder: string, home: string, ...args: readonly string[]): B4Ran => {
  const { status, stdout, stderr } = spawnSync('b4', ['--no-interactive', '--offline-mode', '--no-stdin', ...args], {
    cwd: folder,
    env: nowEnvironment(home),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { status, said: `${stdout}${stderr}` };
};

/** Runs a piece of Python that uses b4 as a module, for what its commands do only with an archive at hand. */
export const inB4Python = (folder: string, home: string, script: string, ...args: readonly string[]): B4Ran => {
  // Only the Python of b4's first line is sure to know it.
  const b4 =
    (process.env['PATH'] ?? '')
      .split(delimiter)
      .map((place) => join(place, 'b4'))
      .find(existsSync) ?? '';
  const [, python = 'python3'] = /^#!(\S+)/.exec(b4 === '' ? '' : readFileSync(b4, 'utf8')) ?? [];
  const env = nowEnvironment(home);
  const { status, stdout, stderr } = spawnSync(python, ['-c', script, ...args], { cwd: folder, env, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
};

/** Runs real git as `inGit` does, but now: b4 looks for its cover commit among those of the last year. */
export const inGitNow = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', args, {
    cwd: folder,
    env: nowEnvironment('/nonexistent'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).replace(/\n$/, '');

const nowEnvironment = (home: string): NodeJS.ProcessEnv => {
  const { GIT_COMMITTER_DATE: _fixed, ...env } = judgeEnvironment(home);
  return env;
};

/**
 * Why b4 0.12 cannot carry these mails, though git am takes them; none where it can. Their bytes are as they have to be:
 * no other form of the mails would help. Subject and From have to stand on one line, with a Message-ID in every mail.
 */
export const beyondB4 = (mails: readonly string[]): string | undefined =>
  mails.map(obstacle).find((because) => because !== undefined);

const REAL = /<[^@<>\s]+@[\w-]+(?:\.[\w-]+)*>/;

const obstacle = (mail: string): string | undefined => {
  const from = /^From: (.*(?:\n[ \t].*)*)/m.exec(mail)?.[1] ?? '';
  const body = mail.slice(mail.indexOf('\n\n') + 1);
  const text = new TextDecoder().decode(Uint8Array.from(body, (sign) => sign.charCodeAt(0)));
  const inBody = /^\n*From: (.*)/.exec(body)?.[1] ?? from;
  if (![from, inBody].every((one) => REAL.test(one))) return 'the author has no real address';
  if (/^GIT binary patch$/m.test(body.slice(body.lastIndexOf('\ndiff --git ')))) return 'a binary patch at the end';
  if (/^From /m.test(body)) return 'a line that begins with From, where Python parts an mbox';
  if (text.includes('\ufffd')) return 'a line that is not UTF-8';
  if (text.split('\n').some((line) => /\p{Cf}/u.test(line) && !/\p{Lo}/u.test(line))) return 'an invisible character';
  if (/\r(?!\n)/.test(body)) return 'a carriage return inside a line';
  return undefined;
};
