import { Trouble } from '../../core/trouble.ts';
import { type Progress, reported } from '../progress.ts';
import { run } from '../run.ts';
import type { OfferedSource } from './offeredSource.ts';

/**
 * Installs a package of kernel source by apt, which only root may do.
 * @throws Trouble `missing` for anybody else, with the command; `machine` when apt fails.
 */
export async function* installSource({ package: name }: OfferedSource): AsyncGenerator<Progress, void, undefined> {
  const byHand = `sudo apt-get install --no-install-recommends ${name}`;
  if (process.getuid?.() !== 0) {
    throw new Trouble('missing', { what: `${name} is not installed, and only root may install it.`, next: byHand });
  }
  const doing = `Installing ${name}`;
  yield* reported<Progress, void>(async (report, signal) => {
    report({ doing });
    const command = ['apt-get', 'install', '--yes', '--no-install-recommends', name];
    const { status, stdout, stderr } = await run(command, {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      signal,
      onLine: (line) => report({ doing, line }),
    });
    if (status !== 0) throw failed(name, byHand, `${stdout}${stderr}`);
  });
}

function failed(name: string, byHand: string, output: string): Trouble {
  const errors = output.split('\n').filter((line) => /^E: /.test(line));
  return new Trouble('machine', {
    what: `${name} could not be installed.`,
    why: errors.join('\n') || output.trim().split('\n').slice(-5).join('\n'),
    next: nextAfter(output, byHand),
  });
}

function nextAfter(output: string, byHand: string): string {
  if (/Could not get lock|Unable to acquire/.test(output))
    return `Wait until the other installation is done, then: ${byHand}`;
  const isStale = /404 +Not Found|Unable to fetch|Failed to fetch|Unable to locate/.test(output);
  return isStale ? `sudo apt-get update && ${byHand}` : `Try it by hand, where apt can ask you: ${byHand}`;
}
