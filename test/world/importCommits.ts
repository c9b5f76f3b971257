import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { inGit } from './gitFolder.ts';

export interface MadeCommit {
  /** `Jane Doe <jane@example.org>` */
  readonly author: string;
  readonly committer?: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly authorTime?: number;
  readonly message: string;
  /** New contents by path; undefined removes it. */
  readonly files: Readonly<Record<string, string | undefined>>;
  /** More parents than the commit before it, as git names them. */
  readonly merges?: readonly string[];
  /** A commit without a parent. */
  readonly orphan?: boolean;
}

/** Makes commits with any dates and people, on top of a branch; the folder becomes a repository where it is none. */
export const importCommits = (folder: string, commits: readonly MadeCommit[], branch = 'main'): string => {
  mkdirSync(folder, { recursive: true });
  inGit(folder, 'init', '--quiet', '--initial-branch=main');
  const known = inGit(folder, 'for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`);
  const stream = commits.flatMap((commit, at) => {
    const { author, committer = author, time, authorTime = time, message, files, merges = [], orphan } = commit;
    return [
      `${orphan ? `reset refs/heads/${branch}\n` : ''}commit refs/heads/${branch}`,
      `author ${author} ${authorTime} +0000`,
      `committer ${committer} ${time} +0000`,
      data(message),
      ...(at === 0 && known !== '' && !orphan ? [`from ${known}`] : []),
      ...merges.map((parent) => `merge ${parent}`),
      ...Object.entries(files).map(([path, text]) =>
        text === undefined ? `D ${path}` : `M 100644 inline ${path}\n${data(text)}`,
      ),
    ];
  });
  execFileSync('git', ['fast-import', '--quiet', '--force', '--date-format=raw-permissive'], {
    cwd: folder,
    input: `${stream.join('\n')}\n`,
  });
  if (branch === 'main') inGit(folder, 'reset', '--quiet', '--hard');
  return folder;
};

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}`;
