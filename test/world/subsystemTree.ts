import { writeFiles } from './gitFolder.ts';
import { smallTree } from './smallTree.ts';

const section = (title: string, folder: string, more = ''): string =>
  `${title}\nM:\tAda Made <ada@made.example>\nR:\tGrace Read <grace@read.example>\nL:\tmade@lists.example\nS:\tMaintained\n${more}F:\t${folder}\n`;

const MAINTAINERS = [
  'List of maintainers\n',
  section('MADE DRIVER', 'drivers/made/'),
  section('MADE NETWORK PROTOCOL', 'net/made/', 'P:\tDocumentation/process/made.rst\n'),
  section('MADE FILE SYSTEM', 'fs/made/'),
  section('MADE ORPHAN', 'drivers/orphan/').replace('Maintained', 'Orphan'),
  'THE REST\nM:\tLinus Made <linus@made.example>\nL:\tlinux-kernel@vger.example\nS:\tBuried alive in reporters\nF:\t*\nF:\t*/\n',
].join('\n');

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`${folder}/${name}.c`, `int made_${name};\n`.repeat(20)]),
  );

/** A small tree with subsystems that one can choose from, and one that nobody looks after; without a repository. */
export const subsystemTree = (): string => {
  const tree = smallTree({ MAINTAINERS, 'Documentation/process/made.rst': 'Made\n====\n\nRead this first.\n' });
  writeFiles(tree, {
    ...filesIn('net/made'),
    ...filesIn('fs/made'),
    ...filesIn('drivers/orphan'),
    'tools/testing/selftests/Makefile': 'TARGETS = made\n',
  });
  return tree;
};
