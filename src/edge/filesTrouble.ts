import { dirname } from 'node:path';
import { Trouble, type TroubleKind } from '../core/trouble.ts';
import { shellCommand } from './shellCommand.ts';

type Reading = readonly [kind: TroubleKind, why: string, next: string];

/**
 * What the operating system said about a file, in words for a newcomer. `what` is the sentence about what could not be
 * done; what is no error of the operating system (a Trouble already, a mistake of ours) is thrown on as it is.
 */
export const filesTrouble = (error: unknown, what: string, path: string): Trouble => {
  if (!isSystemError(error)) throw error;
  const [kind, why, next] = readings(path)[error.code] ?? [
    'machine',
    `The system said ${error.code}: ${error.message}`,
    `Look at ${path} and try again.`,
  ];
  const trouble = new Trouble(kind, { what, where: path, why, next });
  trouble.cause = error;
  return trouble;
};

export const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;

const readings = (path: string): Readonly<Record<string, Reading>> => {
  const file = shellCommand([path]);
  const folder = shellCommand([dirname(path)]);
  const full: Reading = [
    'machine',
    'The disk is full.',
    `Make room (df -h ${folder} shows how full it is), then try again.`,
  ];
  const notAllowed: Reading = ['machine', 'You may not do this there.', `Look who may: ls -ld ${folder} ${file}`];
  return {
    ENOSPC: full,
    EDQUOT: [
      'machine',
      'Your quota on this disk is used up.',
      'Make room (quota shows how much you use), then try again.',
    ],
    EROFS: ['machine', 'It lies on a disk that can only be read.', 'Name a folder that you may write to.'],
    EACCES: notAllowed,
    EPERM: notAllowed,
    ENOENT: ['input', 'There is no such file or folder.', `Look what is there: ls -l ${folder}`],
    EEXIST: ['input', 'A file is there already, not a folder.', `Look what is there: ls -ld ${file}`],
    ENOTDIR: ['input', 'A part of the path is a file, not a folder.', `Look what is there: ls -ld ${folder}`],
    EISDIR: ['input', 'It is a folder, not a file.', 'Name a file.'],
    ENAMETOOLONG: ['input', 'The name is too long for this disk.', 'Name a shorter one.'],
    ELOOP: ['input', 'Symbolic links lead round in a circle.', `Follow them: namei -l ${file}`],
    EMFILE: ['machine', 'Too many files are open.', 'Close other programs or raise the limit: ulimit -n 4096'],
    EIO: ['machine', 'The disk failed to read or write.', 'Look at the kernel log for the disk: dmesg | tail'],
  };
};
