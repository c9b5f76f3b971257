import { addedLines, type FileDiff } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { atDiffLine, atFile } from './atDiffLine.ts';
import { seriesPaths } from './seriesPaths.ts';

const STYLE = 'doc/develop/codingstyle.rst';
const UBOOT = { group: 'subsystem', pack: 'u-boot' } as const;
const added = (path: string, ...lines: readonly string[]): string =>
  exampleDiff(path, lines.length > 0 ? lines : ['+a();'], { isNew: true });

const isNewSource = ({ path, change }: FileDiff): boolean => change === 'added' && /\.[ch]$/.test(path);
const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

// What comes from elsewhere keeps its names and its licence.
const TAKEN_OVER =
  /^(?:dts\/upstream|lib\/(?:mbedtls|lwip|acpi\/acpica|lz4|zstd|efi_loader)|scripts|tools\/(?:binman|dtoc))\//;

const newSources = (look: (patch: PatchMail, one: FileDiff) => readonly Finding[]) =>
  eachPatch((patch) =>
    patch.diff.filter((one) => isNewSource(one) && !TAKEN_OVER.test(one.path)).flatMap((one) => look(patch, one)),
  );

const ELSEWHERE =
  /\b(?:linux|kernel|barebox|zephyr|coreboot|tf-a|optee|freebsd|import\w*|port\w*|cop(?:y|ied)|sync\w*|upstream)\b/i;

const otherLicence = newSources((patch, one) => {
  const line = addedLines(one)
    .slice(0, 2)
    .find(({ text }) => text.includes('SPDX-License-Identifier:'));
  const licence = /SPDX-License-Identifier:\s*([^*]{1,80})/.exec(line?.text.slice(0, 200) ?? '')?.[1]?.trim() ?? '';
  if (!line || !/^GPL-2\.0(?:-only)?$/.test(licence)) return [];
  const texts = [patch.subject.summary, ...patch.message.map(({ text }) => text.slice(0, 400))];
  if (texts.some((text) => ELSEWHERE.test(text))) return [];
  const what = `Does this come from a project with this licence? ${one.path} is "${licence}", not GPL-2.0+.`;
  return [{ ...atDiffLine(patch, one.path, line, licence), what }];
});

const NEEDS_TEST = /^(?:cmd\/[\w-]+|drivers\/[\w/-]+-uclass|lib\/[\w-]+)\.c$/;

/** U-Boot's own coding style, and what new code brings along. */
export const uBootCode: readonly PreflightRule[] = [
  {
    ...UBOOT,
    name: 'u-boot-dm-header-in-header',
    title: 'a header includes dm.h',
    severity: 'warning',
    sources: [{ file: STYLE, heading: 'Include files', phrase: 'Do not include dm.h in a header' }],
    covers: [],
    why: 'With it every file that includes the header reads the whole driver model, and circles come about.',
    next: 'Declare what is needed instead: struct udevice;',
    look: eachPatch((patch) =>
      patch.diff
        .filter(({ path }) => path.endsWith('.h') && path !== 'include/dm.h')
        .flatMap((one) => {
          const line = addedLines(one).find(({ text }) => /^\s*#\s*include\s+<dm\.h>/.test(text.slice(0, 100)));
          const had = one.hunks.some(({ lines }) =>
            lines.some(({ mark, text }) => mark === '-' && text.includes('<dm.h>')),
          );
          return line && !had
            ? [{ ...atDiffLine(patch, one.path, line, '<dm.h>'), what: `${one.path} includes <dm.h>.` }]
            : [];
        }),
    ),
    examples: [
      { given: { diff: exampleDiff('include/made.h', ['+#include <dm.h>']) }, finds: 'include/made.h includes <dm.h>' },
      { given: { diff: exampleDiff('include/made.h', ['+struct udevice;']) } },
      { given: { diff: exampleDiff('drivers/made.c', ['+#include <dm.h>']) } },
      { given: { diff: exampleDiff('include/made.h', ['-#include <dm.h>', ' #include <a.h>', '+#include <dm.h>']) } },
    ],
  },
  {
    ...UBOOT,
    name: 'u-boot-file-name-in-capitals',
    title: 'a new source file with capitals in its name',
    severity: 'warning',
    sources: [{ file: STYLE, heading: 'Filenames', phrase: 'Avoid upper case and keep the names fairly' }],
    covers: [],
    why: 'Two names that differ in nothing but case are one file on some systems.',
    next: 'git mv it to a name in small letters.',
    look: newSources((patch, one) =>
      /[A-Z]/.test(baseOf(one.path)) ? [{ ...atFile(patch, one), what: `${baseOf(one.path)} has capitals.` }] : [],
    ),
    examples: [
      { given: { diff: added('drivers/mmc/MadeCard.c') }, finds: 'MadeCard.c has capitals' },
      { given: { diff: added('drivers/mmc/made_card.c') } },
      { given: { diff: exampleDiff('drivers/mmc/MadeCard.c', ['+a();']) } },
    ],
  },
  {
    ...UBOOT,
    name: 'u-boot-new-code-not-gpl-2-or-later',
    title: 'a new file under GPL-2.0 only',
    severity: 'note',
    sources: [
      {
        file: 'doc/develop/sending_patches.rst',
        heading: 'Notes',
        phrase: 'shall use a "GPL-2.0+" SPDX-License-Identifier',
      },
    ],
    covers: ['SER-23'],
    why: 'U-Boot wants to be able to go to a later version of the licence; one file without that holds all of it back.',
    next: 'If you hold the rights: SPDX-License-Identifier: GPL-2.0+. If it is taken over, say from where.',
    look: otherLicence,
    examples: [
      {
        given: { diff: added('drivers/mmc/made.c', '+// SPDX-License-Identifier: GPL-2.0') },
        finds: 'Does this come from a project with this licence',
      },
      { given: { diff: added('drivers/mmc/made.c', '+// SPDX-License-Identifier: GPL-2.0+') } },
      {
        given: {
          body: 'It is taken from Linux.',
          diff: added('drivers/mmc/made.c', '+/* SPDX-License-Identifier: GPL-2.0 */'),
        },
      },
      { given: { diff: added('drivers/mmc/made.h', '+/* SPDX-License-Identifier: GPL-2.0-or-later OR MIT */') } },
    ],
  },
  {
    ...UBOOT,
    name: 'u-boot-code-without-test',
    title: 'a new command, class of drivers or library without a test',
    severity: 'note',
    sources: [{ file: STYLE, heading: 'Tests', phrase: 'Please add tests when you add code' }],
    covers: [],
    why: 'The sandbox runs such tests on every change, so that nobody needs the hardware to see that it still works.',
    next: 'Add a test below test/, in C where it is possible, and run make qcheck.',
    look: ({ series }) => {
      if (seriesPaths(series).some((path) => /^test\/|_test\.(?:c|py)$/.test(path))) return [];
      return series.patches.flatMap((patch) => {
        const one = patch.diff.find((file) => isNewSource(file) && NEEDS_TEST.test(file.path));
        return one
          ? [{ ...atFile(patch, one), what: `Is there a test for ${one.path}? The series touches none.` }]
          : [];
      });
    },
    examples: [
      { given: { diff: added('cmd/made.c') }, finds: 'Is there a test for cmd/made.c' },
      { given: { diff: `${added('cmd/made.c')}${added('test/cmd/made.c')}` } },
      { given: { diff: added('board/made/made.c') } },
      { given: { diff: exampleDiff('cmd/made.c', ['+a();']) } },
    ],
  },
  {
    ...UBOOT,
    name: 'u-boot-three-empty-lines',
    title: 'more than two empty lines in a row',
    severity: 'warning',
    sources: [
      {
        file: STYLE,
        heading: 'Code Formatting with clang-format',
        phrase: 'Do not add more than 2 consecutive empty',
      },
    ],
    covers: [],
    why: 'The coding style is strict about it, and patches are turned back for style alone.',
    next: 'Take the lines out.',
    look: eachPatch((patch) =>
      patch.diff
        .filter(({ path }) => /\.[chS]$/.test(path))
        .flatMap((one) => {
          for (const { lines } of one.hunks) {
            let run = 0;
            for (const line of lines) {
              if (line.mark === '-') continue;
              run = line.text.trim() === '' ? run + 1 : 0;
              if (run > 2 && line.mark === '+') {
                return [{ ...atDiffLine(patch, one.path, line), what: `${one.path} gets three empty lines in a row.` }];
              }
            }
          }
          return [];
        }),
    ),
    examples: [
      { given: { diff: exampleDiff('cmd/made.c', ['+a();', '+', '+', '+', '+b();']) }, finds: 'three empty lines' },
      { given: { diff: exampleDiff('cmd/made.c', ['+a();', '+', '+', '+b();']) } },
      { given: { diff: exampleDiff('cmd/made.c', [' ', ' ', ' ', '+b();']) } },
    ],
  },
];
