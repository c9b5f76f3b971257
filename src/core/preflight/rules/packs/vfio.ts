import { eachPatch, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { atFile } from './atDiffLine.ts';

const file = 'Documentation/driver-api/vfio-pci-device-specific-driver-acceptance.rst';
const VFIO = { group: 'subsystem', pack: 'vfio' } as const;
const added = exampleDiff('drivers/vfio/pci/made/main.c', ['+a'], { isNew: true });
const OWN_DRIVER = /^drivers\/vfio\/pci\/[^/]+\/[^/]+\.c$/;
const APPROVAL = /^(?:acked|reviewed)-by$|^signed-off-by$/i;

/** Drivers for one device beside vfio-pci. */
export const vfio: readonly PreflightRule[] = [
  {
    ...VFIO,
    name: 'vfio-variant-not-approved',
    title: 'a new variant driver without a word of those who own the parent driver',
    severity: 'note',
    sources: [
      {
        file,
        heading: 'Acceptance criteria for vfio-pci device specific driver variants',
        phrase: 'New driver submissions are therefore requested to',
      },
    ],
    covers: ['VFIO-01'],
    why: 'Such a driver reaches into another one; who owns that has to agree, and one of the listed reviewers as well.',
    next: 'Ask those who maintain the parent driver for an Acked-by, and copy the reviewers whom MAINTAINERS names.',
    look: eachPatch((patch) => {
      const one = patch.diff.find(({ path, change }) => change === 'added' && OWN_DRIVER.test(path));
      const own = patch.author.address.toLowerCase();
      const approves = ({ token, value }: { readonly token: string; readonly value: string }): boolean =>
        APPROVAL.test(token) && !value.toLowerCase().includes(own);
      if (!one || patch.trailers.some(approves)) return [];
      const what = `Does ${one.path} talk to a parent driver, and do its maintainers agree? No tag of theirs says so.`;
      return [{ ...atFile(patch, one), what }];
    }),
    examples: [
      { given: { diff: added }, finds: 'do its maintainers agree' },
      {
        given: {
          diff: added,
          trailers: ['Acked-by: Max <max@maintain.example>', 'Signed-off-by: Ada Made <ada@made.example>'],
        },
      },
      { given: { diff: exampleDiff('drivers/vfio/pci/made/main.c', ['+a']) } },
    ],
  },
];
