import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openMailDoor } from '../../src/edge/mailDoor/openMailDoor.ts';
import { withTempFolder } from '../../src/edge/tempFolder.ts';
import { mustRun } from './mustRun.ts';

export interface MailOrder {
  /** The texts of the commits, one mail each; their marks stand where the person wrote them. */
  readonly commits: readonly { readonly subject: string; readonly body: string; readonly line: string }[];
  /** Below the --- of the last patch. */
  readonly note?: string;
  /** Of `git format-patch`, as --cover-letter. */
  readonly format?: readonly string[];
  /** Of `git send-email`, as --no-xmailer. */
  readonly send?: readonly string[];
  readonly author?: string;
}

const OURS = 'task+abcdefghijklmnopqrstuvwxyz@tasks.example';

/** Commits sent by the real `git send-email` through the programme's own door for mails; each as it arrived. */
export const sendMails = async ({
  commits,
  note,
  format = [],
  send = [],
  author = 'Ada',
}: MailOrder): Promise<readonly Uint8Array[]> =>
  withTempFolder(async (folder) => {
    const arrived: Uint8Array[] = [];
    const door = await openMailDoor({
      ...{ port: 0, domain: 'tasks.example', weigh: async () => undefined, now: () => new Date() },
      accept: async (address) => address === OURS,
      receive: async ({ raw }) => {
        arrived.push(raw);
      },
    });
    const git = (...args: string[]) =>
      mustRun(['git', '-c', `user.name=${author}`, '-c', 'user.email=ada@made.example', ...args], { cwd: folder });
    try {
      await git('init', '-q');
      for (const [at, { subject, body, line }] of commits.entries()) {
        mkdirSync(join(folder, 'lib'), { recursive: true });
        writeFileSync(join(folder, 'lib', 'greeter.c'), `${'int before;\n'.repeat(at + 1)}${line}\n`);
        await git('add', '.');
        await git('commit', '-q', '-s', '-m', subject, '-m', body);
      }
      if (note !== undefined) await git('notes', 'add', '-m', note);
      await git('format-patch', '-q', '--root', '-o', 'out', '--notes', ...format);
      const files = readdirSync(join(folder, 'out'))
        .toSorted()
        .map((name) => join('out', name));
      const server = ['--smtp-server=127.0.0.1', `--smtp-server-port=${door.port}`, '--smtp-encryption=none'];
      await git(
        'send-email',
        '--quiet',
        '--confirm=never',
        '--suppress-cc=all',
        `--to=${OURS}`,
        ...server,
        ...send,
        ...files,
      );
    } finally {
      await door.close();
    }
    return arrived;
  });
