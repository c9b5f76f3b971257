import { addedLines } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { eachPatch, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { atDiffLine } from './atDiffLine.ts';

const file = 'Documentation/nvme/feature-and-quirk-policy.rst';
const NVME = { group: 'subsystem', pack: 'nvme' } as const;
const device = exampleDiff('drivers/nvme/host/pci.c', [
  '+\t{ PCI_DEVICE(0x1234, 0x5678),   /* Made M1 */',
  '+\t\t.driver_data = NVME_QUIRK_BOGUS_NID, },',
]);
const command = exampleDiff('include/linux/nvme.h', ['+\tnvme_admin_made\t\t= 0x99,']);

const says = ({ message }: PatchMail, pattern: RegExp): boolean =>
  message.some(({ text }) => pattern.test(text.slice(0, 400)));

const HAVE_IT = new RegExp(
  [
    '\\b(?:laptop|notebook|desktop|user|mac|macbook)s?\\b',
    '\\b(?:consumer|retail|market|firmware|sold|bought|buy|my|reported|shipp?(?:ed|ing|s))\\b',
  ].join('|'),
  'i',
);

/** What the NVMe driver takes: ratified features, and quirks for hardware that people have. */
export const nvme: readonly PreflightRule[] = [
  {
    ...NVME,
    name: 'nvme-quirk-for-unknown-hardware',
    title: 'a quirk, and nothing says who has the hardware',
    severity: 'note',
    sources: [{ file, heading: 'Quirks', phrase: 'will not be added to the Linux kernel' }],
    covers: ['NVM-01'],
    why: 'Each quirk stays for good; it is the last resort for devices that are sold and that no firmware mends.',
    next: 'Say in the message where the device is sold, what fails with it, and whether its maker has newer firmware.',
    look: eachPatch((patch) =>
      patch.diff
        .filter(({ path }) => path === 'drivers/nvme/host/pci.c')
        .flatMap((one) => {
          const line = addedLines(one).find(({ text }) => /\.driver_data = NVME_QUIRK_/.test(text.slice(0, 200)));
          if (!line || says(patch, HAVE_IT)) return [];
          const what = 'Can this device be bought, and is there no firmware that mends it? The message does not say.';
          return [{ ...atDiffLine(patch, one.path, line), what }];
        }),
    ),
    examples: [
      { given: { body: 'Its identifiers are all the same.', diff: device }, finds: 'Can this device be bought' },
      { given: { body: 'It is sold in laptops; no newer firmware is there.', diff: device } },
      { given: { diff: exampleDiff('drivers/nvme/host/pci.c', ['+\ta();']) } },
    ],
  },
  {
    ...NVME,
    name: 'nvme-feature-without-specification',
    title: 'a new feature, and nothing says where it is specified',
    severity: 'note',
    sources: [{ file, heading: 'Supported features', phrase: 'specified in a release version of an official' }],
    covers: ['NVM-01'],
    why: 'Only what a released specification or a ratified proposal has is taken; extensions of one maker are not.',
    next: 'Name the specification and its section, or the number of the technical proposal.',
    look: eachPatch((patch) =>
      patch.diff
        .filter(({ path }) => path === 'include/linux/nvme.h')
        .flatMap((one) => {
          const line = addedLines(one).find(({ text }) =>
            /^\s+nvme_(?:admin|cmd)_\w+\s*=\s*0x/.test(text.slice(0, 200)),
          );
          if (
            !line
            || says(patch, /\b(?:spec\w*|TPs? ?\d+|TPAR|technical proposal|ratified|section|revision|NVMe \d)\b/i)
          )
            return [];
          const what =
            'Is this in a released NVMe specification? The patch adds a command, and the message names none.';
          return [{ ...atDiffLine(patch, one.path, line), what }];
        }),
    ),
    examples: [
      { given: { body: 'Add it.', diff: command }, finds: 'Is this in a released NVMe specification' },
      { given: { body: 'TP 4159 describes it.', diff: command } },
      { given: { diff: exampleDiff('include/linux/nvme.h', ['+\t/* a */']) } },
    ],
  },
];
