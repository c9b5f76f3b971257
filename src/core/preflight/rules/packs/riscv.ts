import { addedLines } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Facts } from '../../facts.ts';
import { known } from '../../known.ts';
import { type Checked, eachPatch, type Finding, type Looked, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { atDiffLine } from './atDiffLine.ts';

const file = 'Documentation/arch/riscv/patch-acceptance.rst';
const heading = 'Submit Checklist Addendum';
const RISCV = { group: 'subsystem', pack: 'riscv' } as const;
const HWCAP = 'arch/riscv/include/asm/hwcap.h';
const extension = exampleDiff(HWCAP, [' #define RISCV_ISA_EXT_ZVBB\t60', '+#define RISCV_ISA_EXT_ZMADE\t61']);
const vendors = exampleDiff('arch/riscv/include/asm/vendor_extensions/made.h', [
  '+#define RISCV_ISA_VENDOR_EXT_XMADE\t0',
]);

/** The first number that a patch gives to an extension of the instruction set. */
const newExtension = (patch: PatchMail, pattern: RegExp) => {
  for (const { path, hunks, ...diff } of patch.diff) {
    if (!path.startsWith('arch/riscv/include/asm/')) continue;
    const gone = new Set(
      hunks.flatMap(({ lines }) =>
        lines.flatMap(({ mark, text }) => (mark === '-' ? (pattern.exec(text)?.[1] ?? []) : [])),
      ),
    );
    for (const line of addedLines({ path, hunks, ...diff })) {
      const name = pattern.exec(line.text.slice(0, 200))?.[1];
      if (name !== undefined && !gone.has(name)) return { path, line, name };
    }
  }
  return undefined;
};

const asksFor = (pattern: RegExp, told: RegExp, question: string) =>
  eachPatch((patch, { series }): readonly Finding[] => {
    const found = newExtension(patch, pattern);
    if (!found) return [];
    const { path, line, name } = found;
    const texts = [series.cover, patch].flatMap((mail) => mail?.message ?? []);
    if (texts.some(({ text }) => told.test(text.slice(0, 400)))) return [];
    return [{ ...atDiffLine(patch, path, line, name), what: `${question} The patch adds ${name}.` }];
  });

const robot = (says: string, name = 'patchwork-bot'): Partial<Facts> => ({
  thread: known({
    versions: [],
    replies: [{ name, address: 'reply@made.example', messageId: 'r1', to: 'p1', trailers: [], says }],
  }),
});

const checksFailed = ({ series, facts }: Checked): Looked => {
  const [patch] = series.mails;
  // Only a thread that was named can tell; a first posting has none.
  if (!patch || !facts.thread.known) return undefined;
  const isRobot = (name: string, address: string): boolean =>
    /\b(?:bot|robot|ci|patchwork)\b/i.test(`${name} ${address}`);
  const failed = facts.thread.value.replies.find(
    ({ name, address, says }) =>
      isRobot(name, address) && /\b(?:FAIL(?:ED|URE)?|fail(?:ed|s|ures?)?)\b/.test(says.slice(0, 20_000)),
  );
  return failed
    ? [{ patch, what: `Is what ${failed.name || failed.address} found before mended? It reported a failure.` }]
    : [];
};

/** Extensions of the instruction set: only what will not change any more is taken. */
export const riscv: readonly PreflightRule[] = [
  {
    ...RISCV,
    name: 'riscv-extension-perhaps-a-draft',
    title: 'a new extension, and nothing says that its specification is final',
    severity: 'note',
    sources: [{ file, heading, phrase: 'unlikely to be incompatibly changed in the future' }],
    covers: ['RV-01'],
    why: 'A draft may still change, and the kernel would have to keep what nobody has built.',
    next: 'Say in the message where the specification is, and that it is frozen or ratified; else keep it out of tree.',
    look: asksFor(
      /^#define\s+RISCV_ISA_EXT_([A-Z][A-Z0-9_]*)\s+\d/,
      /\b(?:frozen|freeze|ratif\w+|published|ECR)\b/i,
      'Is the specification frozen or ratified?',
    ),
    examples: [
      { given: { subject: '[PATCH] riscv: Add Zmade', diff: extension }, finds: 'The patch adds ZMADE' },
      { given: { body: 'Zmade was ratified in 2026.', diff: extension } },
      { given: { diff: exampleDiff(HWCAP, ['-#define RISCV_ISA_EXT_ZVBB\t60', '+#define RISCV_ISA_EXT_ZVBB\t61']) } },
      { given: { diff: exampleDiff(HWCAP, ['+#define RISCV_ISA_EXT_MAX\tRISCV_ISA_EXT_BASE']) } },
    ],
  },
  {
    ...RISCV,
    name: 'riscv-custom-extension-perhaps-unbuilt',
    title: "a vendor's own extension, and nothing says which hardware has it",
    severity: 'note',
    sources: [{ file, heading, phrase: 'implemented in hardware that is widely available' }],
    covers: ['RV-01'],
    why: 'Custom extensions are ratified by nobody; they are taken for machines that people have.',
    next: 'Name the chips and boards that have it, and where its manual is.',
    look: asksFor(
      /^#define\s+RISCV_ISA_VENDOR_EXT_([A-Z][A-Z0-9_]*)\s+\d/,
      /\b(?:hardware|chips?|SoCs?|boards?|cores?|silicon|CPUs?|processors?|ratif\w+|frozen)\b/i,
      'Which hardware that people can buy has this extension?',
    ),
    examples: [
      { given: { body: 'Add it.', diff: vendors }, finds: 'The patch adds XMADE' },
      { given: { body: 'The cores of the Made M1 boards have it.', diff: vendors } },
    ],
  },
  {
    ...RISCV,
    name: 'riscv-checks-failed',
    title: 'a robot reported a failure on the version before',
    severity: 'note',
    sources: [{ file, heading: 'Patchwork', phrase: 'any of the checks fail are unlikely to' }],
    covers: ['RV-02'],
    why: 'What fails in the checks of the RISC-V patchwork is mostly set aside without another word.',
    next: 'Mend it, or say below the --- why it is no fault of the patch.',
    look: checksFailed,
    examples: [
      {
        given: { diff: extension },
        facts: robot('build-rv64-gcc-allmodconfig FAILED'),
        finds: 'patchwork-bot found before',
      },
      { given: { diff: extension }, facts: robot('This series was applied.') },
      { given: { diff: extension }, facts: robot('It failed on my board.', 'Bo Other') },
      { given: { diff: extension } },
    ],
  },
];
