import { lstat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Check } from '../../core/verdict.ts';
import { shellCommand } from '../shellCommand.ts';
import { git } from './git.ts';

/**
 * Whether `git apply` would take the patch in this folder. Looks at the folder's files, a repository or not: git run
 * inside a foreign repository skips them and says nothing.
 */
export async function applyCheck(tree: string, patchFile: string): Promise<Check> {
  const check = 'git apply --check';
  const patch = resolve(patchFile);
  const own = await lstat(join(tree, '.git')).catch(() => undefined);
  const args = [
    '-c',
    'apply.whitespace=nowarn',
    '-c',
    'apply.ignoreWhitespace=no',
    'apply',
    '--check',
    '--verbose',
    patch,
  ];
  // A GIT_DIR that is none: git looks for no repository, neither here nor above.
  const ran = await git(tree, args, own ? {} : { env: { GIT_DIR: '/dev/null' } });
  const details = ran.stderr.split('\n').filter((line) => line !== '');
  if (ran.missing) {
    const again = shellCommand(['git', '-C', tree, 'apply', '--check', patch]);
    return { check, verdict: 'unknown', seen: 'git is not installed.', settle: `sudo apt-get install git && ${again}` };
  }
  const looked = details.filter((line) => line.startsWith('Checking patch ')).length;
  const skipped = details.filter((line) => line.startsWith('Skipped patch ')).length;
  if (ran.status === 0 && looked > 0 && skipped === 0) {
    return {
      check,
      verdict: 'holds',
      seen: `It fits ${looked === 1 ? 'the file' : `all ${looked} files`} it changes.`,
    };
  }
  const errors = details.filter((line) => /^(?:error|fatal): (?!while searching for)/.test(line));
  const first = errors[0]?.replace(/^\w+: /, '') ?? 'git looked at none of its files';
  return { check, verdict: 'fails', seen: `It does not fit: ${first}.`, details: errors.length > 0 ? errors : details };
}
