import type { FileDiff } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from './exampleDiff.ts';
import { mailLine } from './mailLine.ts';
import { atLine } from './newUses.ts';

const POSTING = 'Documentation/process/5.Posting.rst';
const FORMAT = {
  file: POSTING,
  heading: 'Patch formatting and changelogs',
  phrase: 'avoid including changes to irrelevant files',
};

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The file's first line in the mail. */
const atFile = (patch: PatchMail, file: FileDiff): Pick<Finding, 'patch' | 'line' | 'path' | 'span'> => {
  const { text } = mailLine(patch, file.at) ?? { text: `diff --git a/${file.path} b/${file.path}` };
  const from = text.lastIndexOf(file.path);
  return {
    patch,
    line: { text, at: file.at },
    path: file.path,
    ...(from >= 0 && { span: [from, from + file.path.length] as const }),
  };
};

const eachFile = (look: (file: FileDiff, patch: PatchMail) => readonly Finding[]) =>
  eachPatch((patch) => patch.diff.flatMap((file) => look(file, patch)));

const isAdded = ({ change }: FileDiff): boolean => change === 'added' || change === 'copied';

// What editors, patch(1) and the build leave behind.
const LEFT_BEHIND = /(?:\.orig|\.rej|\.bak|~|\.sw[op]|\.o|\.ko|\.mod|\.mod\.c|\.cmd|\.order|\.symvers)$/i;
const LEFT_BEHIND_NAMES = new Set([
  '.config',
  '.config.old',
  'vmlinux',
  'System.map',
  'Module.symvers',
  'cscope.out',
  'tags',
]);

const SOURCE = /\.(?:c|h|S|dts|dtsi|dtso|rst|ya?ml|txt|lds)$|(?:^|\/)(?:Kconfig|Makefile|Kbuild|MAINTAINERS)[^/]*$/;

// Where the kernel's own style wants the identifier, and checkpatch looks for it too.
const LICENSED = /\.(?:c|h|S|dts|dtsi|dtso|rs)$/;

const withoutLicense = (file: FileDiff, patch: PatchMail): readonly Finding[] => {
  const isLink = file.modeAfter === '120000';
  if (file.change !== 'added' || file.isBinary || isLink || !LICENSED.test(file.path)) return [];
  const top = file.hunks[0]?.lines.slice(0, 5) ?? [];
  const [first] = top;
  if (!first || top.some(({ text }) => text.includes('SPDX-License-Identifier'))) return [];
  return [{ ...atLine(patch, file.path, first), what: `The new file ${file.path} does not begin with an SPDX line.` }];
};

/** Files that a patch should not bring, or not in this form. */
export const strayFiles: readonly PreflightRule[] = [
  {
    name: 'generated-file-added',
    title: 'a file that an editor, a tool or the build left behind',
    group: 'content',
    severity: 'error',
    sources: [FORMAT],
    covers: ['SER-11'],
    why: 'It is of no use to anybody else, and the maintainer would have to take it out by hand.',
    next: 'Take it out: `git rm --cached FILE`, then `git commit --amend` and write the patch again.',
    look: eachFile((file, patch) =>
      isAdded(file) && (LEFT_BEHIND.test(file.path) || LEFT_BEHIND_NAMES.has(baseOf(file.path)))
        ? [{ ...atFile(patch, file), what: `${file.path} looks like a file that was left behind.` }]
        : [],
    ),
    examples: [
      { given: { diff: exampleDiff('mm/slub.c.orig', ['+int a;'], { isNew: true }) }, finds: 'left behind' },
      { given: { diff: exampleDiff('.config', ['+CONFIG_MM=y'], { isNew: true }) }, finds: 'left behind' },
      { given: { diff: exampleDiff('mm/original.c', ['+int a;'], { isNew: true }) } },
      { given: { diff: exampleDiff('kernel/configs/x86.config', ['+CONFIG_MM=y'], { isNew: true }) } },
    ],
  },
  {
    name: 'binary-file-added',
    title: 'a binary file is added',
    group: 'content',
    severity: 'note',
    sources: [FORMAT],
    covers: ['SER-11'],
    why: 'Nobody can review it or comment on it in a mail, and it stays in the history for good.',
    next: 'Say in the message what it is and where it comes from; if it can be made from sources, send those.',
    look: eachFile((file, patch) =>
      isAdded(file) && file.isBinary
        ? [{ ...atFile(patch, file), what: `${file.path} is binary: does it have to be part of the source?` }]
        : [],
    ),
    examples: [
      {
        given: {
          diff: `diff --git a/a.bin b/a.bin
new file mode 100644
index 000000000000..111111111111
Binary files /dev/null and b/a.bin differ`,
        },
        finds: 'is binary',
      },
      { given: {} },
    ],
  },
  {
    name: 'source-file-executable',
    title: 'a source file is made executable',
    group: 'content',
    severity: 'warning',
    sources: [
      {
        file: 'Documentation/dev-tools/checkpatch.rst',
        heading: 'Permissions',
        phrase: 'no reason for source files to be executable',
      },
      {
        file: 'doc/develop/checkpatch.rst',
        heading: 'Permissions',
        phrase: 'no reason for source files to be executable',
      },
    ],
    covers: ['SER-11'],
    why: 'A source is not run; the mode usually comes from a file system that cannot keep modes.',
    next: 'chmod 644 FILE, then `git commit --amend` and write the patch again.',
    look: eachFile((file, patch) =>
      file.modeAfter === '100755' && file.modeBefore !== '100755' && SOURCE.test(file.path)
        ? [{ ...atFile(patch, file), what: `${file.path} is a source file with mode 100755.` }]
        : [],
    ),
    examples: [
      { given: { diff: exampleDiff('mm/a.c', ['+int a;'], { isNew: true, mode: '100755' }) }, finds: 'mode 100755' },
      { given: { diff: exampleDiff('scripts/a.sh', ['+true'], { isNew: true, mode: '100755' }) } },
      { given: { diff: exampleDiff('mm/a.c', ['+int a;'], { isNew: true }) } },
    ],
  },
  {
    name: 'spdx-line-missing',
    title: 'a new source file without its license',
    group: 'content',
    severity: 'error',
    sources: [
      {
        file: 'Documentation/process/license-rules.rst',
        heading: 'Linux kernel licensing rules',
        phrase: 'requires the precise SPDX identifier',
      },
      {
        file: 'doc/develop/sending_patches.rst',
        heading: 'Attributing Code, Copyrights, Signing',
        phrase: 'If you add new files',
      },
    ],
    covers: ['SER-23'],
    why: 'Without it nobody may assume under which license the file can be used.',
    next: 'Begin the file with its SPDX line: `// SPDX-License-Identifier: …` in .c, `/* … */` in .h files.',
    look: eachFile(withoutLicense),
    examples: [
      { given: { diff: exampleDiff('mm/a.c', ['+int a;'], { isNew: true }) }, finds: 'does not begin with an SPDX' },
      { given: { diff: exampleDiff('mm/a.c', ['+// SPDX-License-Identifier: GPL-2.0', '+int a;'], { isNew: true }) } },
      { given: { diff: exampleDiff('mm/a.c', ['+int a;']) } },
      { given: { diff: exampleDiff('Documentation/a.rst', ['+A'], { isNew: true }) } },
      { given: { diff: exampleDiff('mm/a.h', ['+../a.h'], { isNew: true, mode: '120000' }) } },
    ],
  },
];
