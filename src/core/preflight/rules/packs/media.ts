import { addedLines, type FileDiff, type MailedDiffLine } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { mediaPerFolder } from '../../../subsystem/patchPerFolder.ts';
import { known } from '../../known.ts';
import { type Checked, eachPatch, type Looked, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { atDiffLine } from './atDiffLine.ts';
import { isPartlyOf } from './isWhollyOf.ts';
import { lateInCycle } from './lateInCycle.ts';
import { listMissing } from './listMissing.ts';
import { seriesPaths } from './seriesPaths.ts';
import { testRecorded } from './testRecorded.ts';

const file = 'Documentation/driver-api/media/maintainer-entry-profile.rst';
const MEDIA = { group: 'subsystem', pack: 'media' } as const;
const LIST = 'linux-media@vger.kernel.org';
const CAM = 'drivers/media/pci/made/cam.c';
const diff = exampleDiff(CAM, [' {', '-\ta();', '+\tb();', ' }']);
const header = exampleDiff('include/uapi/linux/videodev2.h', [' ', '+#define V4L2_PIX_FMT_MADE 1']);
const calendar = (candidate: number) =>
  known({ tag: `v6.13-rc${candidate}`, date: '2026-11-20T00:00:00Z', isMergeWindow: false, candidate, isStale: false });

const COLUMNS = 80;
const isOwn = (path: string): boolean => /^(?:drivers\/(?:staging\/)?media|include\/media)\/.*\.[ch]$/.test(path);

/** As an editor shows it, a tab up to the next eighth column. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const sign of text) width = sign === '\t' ? width + 8 - (width % 8) : width + 1;
  return width;
};

// What the document lets be long: strings, long names alone on their line, tables and comments with addresses.
const mayBeLong = (text: string): boolean =>
  text.length > 400 || /["']|:\/\/|^\s*#|[|&+*\-/] |^\s*[\w>.-]+[,;)]*$/.test(text);

const longLines = ({ path, hunks, ...rest }: FileDiff): readonly MailedDiffLine[] =>
  isOwn(path)
    ? addedLines({ path, hunks, ...rest }).filter(
        ({ text }) => text.length > 60 && !mayBeLong(text) && widthOf(text) > COLUMNS,
      )
    : [];

const tooWide = eachPatch((patch) => {
  for (const one of patch.diff) {
    const [line, ...others] = longLines(one);
    if (!line) continue;
    const more = others.length === 0 ? '' : `, and ${others.length} more in ${one.path}`;
    const what = `Can this be read as well within ${COLUMNS} columns? The line has ${widthOf(line.text)}${more}.`;
    return [{ ...atDiffLine(patch, one.path, line), what }];
  }
  return [];
});

const isCleanUp = ({ subject, trailers }: PatchMail): boolean =>
  !trailers.some(({ token }) => /^fixes$/i.test(token))
  && /\b(?:checkpatch|coding style|white ?space|indentation|clean[- ]?up|typos?|spelling|blank lines?)\b/i.test(
    subject.summary,
  );

/** `drivers/media/pci` of a patch that touches nothing else; none where it touches several. */
const folderOf = ({ diff: files }: PatchMail): string | undefined => {
  const folders = new Set(files.map(({ path }) => /^drivers\/(?:staging\/)?media\/[^/]+/.exec(path)?.[0]));
  return folders.size === 1 ? [...folders][0] : undefined;
};

const scattered = ({ series }: Checked): Looked => {
  const seen = new Map<string, PatchMail>();
  for (const patch of series.patches.filter(isCleanUp)) {
    const folder = folderOf(patch);
    if (folder === undefined) continue;
    const first = seen.get(folder);
    if (first) {
      const what = `Could this be one patch with "${first.subject.summary}"? Both clean up below ${folder}.`;
      return [{ patch, what }];
    }
    seen.set(folder, patch);
  }
  return [];
};

const API = /^include\/uapi\/linux\/(?:videodev2|v4l2-[\w-]+|media|media-bus-format|cec|cec-funcs|lirc|dvb\/\w+)\.h$/;

const undocumented = ({ series }: Checked): Looked => {
  if (
    seriesPaths(series).some((path) => /^Documentation\/(?:userspace-api|driver-api|admin-guide)\/media\//.test(path))
  )
    return [];
  for (const patch of series.patches) {
    for (const { path, hunks, ...rest } of patch.diff.filter((one) => API.test(one.path))) {
      const lines = addedLines({ path, hunks, ...rest });
      const line = lines.find(({ text }) => /^#define\s+(?!_)\w+\s+\S|^\s+[A-Z]\w+\s*=/.test(text.slice(0, 200)));
      // A number that is only written another way was there before.
      const name = /\w{3,}/.exec(line?.text.replace('#define', '') ?? '')?.[0];
      if (
        !line
        || name === undefined
        || hunks.some((hunk) => hunk.lines.some((had) => had.mark === '-' && had.text.includes(name)))
      )
        continue;
      const what = `${name} is new for programs, and no page below Documentation/userspace-api/media/ changes.`;
      return [{ ...atDiffLine(patch, path, line, name), what }];
    }
  }
  return [];
};

/** Cameras, television, remote controls and CEC. */
export const media: readonly PreflightRule[] = [
  {
    ...MEDIA,
    name: 'media-list-not-addressed',
    title: 'linux-media does not get the mail',
    severity: 'error',
    sources: [{ file, heading: 'Overview', phrase: 'must be sent to the media mailing list' }],
    covers: ['MED-01'],
    why: 'The media maintainers work from the patchwork of this list alone.',
    next: `git send-email --cc=${LIST} FILE`,
    look: listMissing({ lists: [LIST], isMeant: (patch, { facts }) => isPartlyOf(patch, 'media', facts) }),
    examples: [
      { given: { diff, headers: { To: 'max@maintain.example' } }, finds: `lacks ${LIST}` },
      { given: { diff, headers: { To: LIST } } },
      { given: { diff } },
    ],
  },
  {
    ...MEDIA,
    name: 'media-line-over-80-columns',
    title: 'code wider than 80 columns',
    severity: 'note',
    sources: [{ file, heading: 'Coding Style Addendum', phrase: 'staying within 80 characters per line' }],
    covers: ['MED-02'],
    why: 'Media reviewers run checkpatch with --strict --max-line-length=80, and ask about each line it names.',
    next: './scripts/checkpatch.pl --strict --max-line-length=80 FILE; strings stay in one piece.',
    look: tooWide,
    examples: [
      {
        given: { diff: exampleDiff(CAM, [`+\t\tret = made_call(${'argument, '.repeat(8)}last);`]) },
        finds: 'within 80 columns',
      },
      { given: { diff: exampleDiff(CAM, [`+\t\tdev_err(dev, "${'word '.repeat(18)}");`]) } },
      { given: { diff: exampleDiff('mm/slub.c', [`+\t\tret = made_call(${'argument, '.repeat(8)}last);`]) } },
      { given: { diff } },
    ],
  },
  {
    ...MEDIA,
    name: 'media-clean-up-scattered',
    title: 'one clean-up spread over many patches',
    severity: 'note',
    sources: [mediaPerFolder.source],
    covers: ['MED-03'],
    why: 'The same change read once for a whole directory costs a reviewer a tenth of what it costs driver by driver.',
    next: 'Squash those of one directory below drivers/media/ into one patch.',
    look: scattered,
    examples: [
      {
        given: [
          { subject: '[PATCH 1/2] media: made: fix indentation', diff },
          {
            subject: '[PATCH 2/2] media: other: fix indentation',
            diff: exampleDiff('drivers/media/pci/b/b.c', ['+\ta();']),
          },
        ],
        finds: 'Could this be one patch with "media: made: fix indentation"',
      },
      {
        given: [
          { subject: '[PATCH 1/2] media: made: fix indentation', diff },
          {
            subject: '[PATCH 2/2] media: other: fix indentation',
            diff: exampleDiff('drivers/media/usb/b/b.c', ['+\ta();']),
          },
        ],
      },
      { given: { subject: '[PATCH] media: made: fix indentation', diff } },
    ],
  },
  {
    ...MEDIA,
    name: 'media-interface-undocumented',
    title: 'an interface to programs changes without its documentation',
    severity: 'warning',
    sources: [{ file, heading: 'Overview', phrase: 'must be kept in sync with the API' }],
    covers: ['MED-06'],
    why: 'The media documentation is checked against the headers; a name without a page breaks its build.',
    next: 'Describe it below Documentation/userspace-api/media/ in the same series.',
    look: undocumented,
    examples: [
      { given: { diff: header }, finds: 'V4L2_PIX_FMT_MADE is new' },
      { given: [{ diff: header }, { diff: exampleDiff('Documentation/userspace-api/media/v4l/a.rst', ['+MADE']) }] },
      {
        given: {
          diff: exampleDiff('include/uapi/linux/videodev2.h', ['-#define V4L2_MADE 1', '+#define V4L2_MADE 0x1']),
        },
      },
      { given: { diff } },
    ],
  },
  {
    ...MEDIA,
    name: 'media-compliance-not-run',
    title: 'no run of the compliance tool',
    severity: 'warning',
    sources: [
      { file, heading: 'Submit Checklist Addendum', phrase: 'drivers are properly implementing the media APIs' },
    ],
    covers: ['MED-05'],
    why: 'These tools try what programs do; what fails there is not taken.',
    next: 'Run v4l2-compliance (for CEC: cec-compliance) on the device, and put its last lines into the cover letter.',
    look: testRecorded({
      recipe: /(?:v4l2|cec)-compliance|test-media/i,
      settle: 'v4l2-compliance -d /dev/videoN (for CEC: cec-compliance -d /dev/cecN), newest from v4l-utils',
      applies: ({ series }) =>
        series.patches.some(({ diff: files }) =>
          files.some(({ path, change }) => change === 'added' && /^drivers\/(?:staging\/)?media\/.*\.c$/.test(path)),
        ),
    }),
    examples: [
      { given: { diff: exampleDiff(CAM, ['+\ta();'], { isNew: true }) }, unknown: 'Nothing was gathered' },
      {
        given: { diff: exampleDiff(CAM, ['+\ta();'], { isNew: true }) },
        facts: { tested: known([{ recipe: 'v4l2-compliance', verdict: 'fails' }]) },
        finds: 'failed on this code',
      },
      { given: { diff } },
    ],
  },
  {
    ...MEDIA,
    name: 'media-late-in-cycle',
    title: 'new code for media after -rc4',
    severity: 'note',
    sources: [{ file, heading: 'Key Cycle Dates', phrase: 'they should be sent before -rc5' }],
    covers: [],
    why: 'It has to lie in the media tree by -rc6, and the review before that takes weeks.',
    next: 'Send it all the same if it may wait for the next cycle.',
    look: lateInCycle({ pack: 'media', last: 4 }),
    examples: [
      { given: { subject: '[PATCH] media: made: Add', diff }, facts: { calendar: calendar(5) }, finds: 'is at -rc5' },
      { given: { subject: '[PATCH] media: made: Add', diff }, facts: { calendar: calendar(4) } },
    ],
  },
];
