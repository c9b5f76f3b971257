import type { MailedHunk } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { type Checked, eachPatch, type Finding, type Looked, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { addressedTo, atHeader, isAddressed } from '../recipients/addressedTo.ts';

const SENDING = 'doc/develop/sending_patches.rst';
const RULES = 'General Patch Submission Rules';
const UBOOT = { group: 'subsystem', pack: 'u-boot' } as const;
const CODE = 'drivers/mmc/made.c';
const diff = exampleDiff(CODE, [' {', '-\ta();', '+\tb();', ' }']);
const spaces = exampleDiff(CODE, ['-        a();', '-        b();', '+\ta();', '+\tb();']);
// The list moved with the project; mail to the former address is carried over.
const LIST = /^u-boot@lists\./;

const listMissing = ({ series, facts }: Checked): Looked => {
  if (!series.mails.some(isAddressed)) return undefined;
  const without = series.patches.filter(
    (patch) => isAddressed(patch) && ![...addressedTo(patch)].some((address) => LIST.test(address)),
  );
  const [patch] = without;
  if (!patch) return [];
  const list =
    /u-boot@lists\.[a-z0-9.-]*[a-z]/.exec(facts.document(SENDING) ?? '')?.[0] ?? 'u-boot@lists.u-boot-project.org';
  const others = without.length === 1 ? '' : `, and ${without.length - 1} more do not either`;
  return [
    {
      ...atHeader(patch),
      what: `"${patch.subject.text}" does not go to ${list}${others}.`,
      next: `git send-email --to=${list} FILE`,
    },
  ];
};

/** Whether each run of changed lines says the same as before, each stretch of blanks taken as one. */
const isRespaced = ({ lines }: MailedHunk): boolean => {
  const sides = { '-': [] as string[], '+': [] as string[] };
  const isSame = (): boolean => sides['-'].join(' ') === sides['+'].join(' ');
  for (const { mark, text } of lines) {
    if (mark !== ' ') {
      if (text.trim() !== '') sides[mark].push(text.trim().replace(/\s+/g, ' '));
      continue;
    }
    if (!isSame()) return false;
    sides['-'].length = 0;
    sides['+'].length = 0;
  }
  return isSame();
};

const isBlanksOnly = ({ diff: files }: PatchMail): boolean =>
  files.length > 0
  && files.every(
    ({ path, change, hunks }) =>
      /\.[chS]$/.test(path) && change === 'changed' && hunks.length > 0 && hunks.every(isRespaced),
  );

const COSMETIC =
  /cosmetic|white ?space|indent|coding style|style|format|clean|tabs?\b|align|blank|empty line|newlines?|line break/i;

const TAKEN =
  'sync(?:ed|hroni[sz]ed?)?|import(?:ed)?|port(?:ed)?|back-?port(?:ed)?|cop(?:y|ied)|taken|borrowed|adapted';
const ORIGIN = new RegExp(
  `\\b(?:${TAKEN})\\b(?:(?!\\binto\\b).){0,60}\\b(?:linux|busybox|barebox|coreboot|zephyr|freebsd)\\b`,
  'i',
);
const VERSION = /\b[0-9a-f]{7,40}\b|\bv?\d{1,2}\.\d{1,3}(?:\.\d+)?\b|-rc\d|\bnext-\d{8}|https?:\/\/|\b20\d\d\b/i;

const withoutOrigin = (patch: PatchMail): readonly Finding[] => {
  const texts = patch.message.map(({ text }) => text.slice(0, 400));
  const paragraphs = texts.join('\n').split('\n\n');
  if ([patch.subject.summary, ...texts].some((text) => VERSION.test(text))) return [];
  const said = paragraphs
    .map((text) => ORIGIN.exec(text.slice(0, 2000).replace(/\n/g, ' '))?.[0])
    .find((one) => one !== undefined);
  if (said === undefined) return [];
  const [first = ''] = said.split(' ');
  const line = patch.body.find(({ text }) => text.includes(first));
  return [{ patch, ...(line && { line }), what: `"${said.slice(0, 80)}": of which version or commit?` }];
};

/** How patches for U-Boot are posted, where that differs from Linux or only U-Boot says it. */
export const uBootPosting: readonly PreflightRule[] = [
  {
    ...UBOOT,
    name: 'u-boot-list-not-addressed',
    title: "U-Boot's list does not get the mail",
    severity: 'error',
    sources: [{ file: SENDING, heading: RULES, phrase: 'All patches must be sent to the' }],
    covers: ['RCP-01'],
    why: 'U-Boot takes patches from its patchwork, and that holds what came over the list.',
    next: 'git send-email --to=u-boot@lists.u-boot-project.org FILE',
    look: listMissing,
    examples: [
      {
        given: { diff, headers: { To: 'max@maintain.example' } },
        finds: 'does not go to u-boot@lists.u-boot-project.org',
      },
      {
        given: { diff, headers: { To: 'max@maintain.example' } },
        facts: { document: () => 'sent to u-boot@lists.made.example.' },
        finds: 'to u-boot@lists.made.example.',
      },
      { given: { diff, headers: { Cc: 'u-boot@lists.denx.de' } } },
      { given: { diff } },
    ],
  },
  {
    ...UBOOT,
    name: 'u-boot-cosmetic-not-named',
    title: 'a change of white space that does not call itself cosmetic',
    severity: 'warning',
    sources: [{ file: SENDING, heading: RULES, phrase: 'done in separate patches marked as ``cosmetic``' }],
    covers: ['CHG-08'],
    why: 'With that word a reviewer knows that nothing is meant to behave differently.',
    next: 'Write it into the summary: "mmc: cosmetic: Indent with tabs".',
    look: eachPatch((patch) => {
      const { subject } = patch;
      if (!isBlanksOnly(patch) || COSMETIC.test(subject.summary)) return [];
      return [{ patch, what: `Only white space changes, and "${subject.summary}" does not say so.` }];
    }),
    examples: [
      { given: { subject: '[PATCH] mmc: Change lines', diff: spaces }, finds: 'Only white space changes' },
      { given: { subject: '[PATCH] mmc: cosmetic: Change lines', diff: spaces } },
      { given: { subject: '[PATCH] mmc: Fix indentation', diff: spaces } },
      { given: { subject: '[PATCH] mmc: Change lines', diff } },
    ],
  },
  {
    ...UBOOT,
    name: 'u-boot-origin-without-version',
    title: 'code from another project, without the version it had there',
    severity: 'note',
    sources: [
      {
        file: SENDING,
        heading: 'Attributing Code, Copyrights, Signing',
        phrase: 'state clearly where you copied the code',
      },
    ],
    covers: [],
    why: 'Only with the version can others take over what is mended there later.',
    next: 'Name the release or the commit: "Ported from Linux v6.12, commit 123456789012 (...)".',
    look: eachPatch(withoutOrigin),
    examples: [
      { given: { body: 'The table is copied from the Linux driver.', diff }, finds: 'of which version' },
      { given: { body: 'The table is copied from the driver of Linux v6.12.', diff } },
      { given: { body: 'The table is copied from Linux commit 0123456789ab.', diff } },
      { given: { body: 'The node was copied into Linux by its maker.', diff } },
      { given: { body: 'Linux boots faster now.', diff } },
    ],
  },
];
