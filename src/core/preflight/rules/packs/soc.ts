import type { PatchMail } from '../../../patch/patchMail.ts';
import { known } from '../../known.ts';
import { type Checked, eachPatch, type Finding, type Looked, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { addressedTo, atHeader } from '../recipients/addressedTo.ts';
import { atDiffLine, atFile } from './atDiffLine.ts';
import { seriesPaths } from './seriesPaths.ts';
import { testRecorded } from './testRecorded.ts';

const file = 'Documentation/process/maintainer-soc.rst';
const SOC = { group: 'subsystem', pack: 'soc' } as const;
const LIST = 'soc@kernel.org';
const MADE = 'arch/arm64/boot/dts/made/made.dts';
const dts = exampleDiff(MADE, [' \tcounter {', '+\t\tstatus = "okay";', ' \t};']);
const config = exampleDiff('arch/arm64/configs/defconfig', ['+CONFIG_MADE=m']);
const driver = exampleDiff('drivers/soc/made/made.c', [' {', '+\tb();', ' }']);

const isDts = (path: string): boolean => /^arch\/[^/]+\/boot\/dts\/.*\.(?:dtsi?|dtso)$/.test(path);
const isConfig = (path: string): boolean => /^arch\/[^/]+\/configs\//.test(path);
const isDriver = (path: string): boolean => /^(?:drivers|sound)\/.*\.[ch]$/.test(path);

const mixed = (patch: PatchMail): readonly Finding[] => {
  const changed = patch.diff.filter(({ change }) => change !== 'deleted');
  if (/^(?:revert|treewide)\b/i.test(patch.subject.summary)) return [];
  const kinds = [
    { is: isDriver, name: 'a driver' },
    { is: isConfig, name: 'a defconfig' },
    { is: isDts, name: 'a devicetree' },
  ].flatMap(({ is, name }) => {
    const found = changed.find(({ path }) => is(path));
    return found ? [{ name, found }] : [];
  });
  const [, second] = kinds;
  if (!second) return [];
  return [
    { ...atFile(patch, second.found), what: `One patch changes ${kinds.map(({ name }) => name).join(' and ')}.` },
  ];
};

const toMainList = ({ series, facts }: Checked): Looked => {
  const patch = series.mails.find((mail) => addressedTo(mail).has(LIST));
  if (!patch) return undefined;
  const files = seriesPaths(series);
  // A new platform is sent there as a whole, once it was reviewed.
  if (files.includes('MAINTAINERS') && files.some((path) => /^arch\/[^/]+\/Kconfig/.test(path))) return [];
  const people = facts.recipients.known
    ? facts.recipients.value
        .flat()
        .find(({ list, role, address }) => !list && address !== LIST && /^maintainer:ARM\//.test(role))
    : undefined;
  const what = people
    ? `${LIST} gets this mail, and ${people.name} <${people.address}> maintains the platform: is it theirs to take?`
    : `${LIST} gets this mail: is there really nobody who maintains the platform, or are they silent?`;
  return [{ ...atHeader(patch, LIST), what }];
};

const STRING = /"([^"]{1,100})"/g;
const TOLD =
  /compatib|incompat|\bABI\b|boot ?loader|u-boot|(?:old|older|existing) (?:kernels?|users?|device)|\bbreak|backward/i;

/** A node that loses every compatible string that it had: no kernel of before knows it any more. */
const renamed = (patch: PatchMail): readonly Finding[] => {
  if (patch.message.some(({ text }) => TOLD.test(text.slice(0, 300)))) return [];
  return patch.diff
    .filter(({ path, change }) => isDts(path) && change === 'changed')
    .flatMap(({ path, hunks }) => {
      for (const { lines } of hunks) {
        const [gone, ...more] = lines.filter(({ mark, text }) => mark === '-' && /^\s*compatible = /.test(text));
        const [put, ...others] = lines.filter(({ mark, text }) => mark === '+' && /^\s*compatible = /.test(text));
        if (!gone || !put || more.length > 0 || others.length > 0 || gone.text.length + put.text.length > 800) continue;
        const had = [...gone.text.matchAll(STRING)].map(([, name]) => name);
        if (had.length === 0 || had.some((name) => put.text.includes(`"${name}"`))) continue;
        const what = `Do older kernels still find the device? It loses "${had[0]}", and the message is silent on them.`;
        return [{ ...atDiffLine(patch, path, put), what }];
      }
      return [];
    });
};

const NO_DTS = { given: { diff: driver } };

/** Systems on a chip: boards, their devicetrees and configurations. */
export const soc: readonly PreflightRule[] = [
  {
    ...SOC,
    name: 'soc-kinds-mixed',
    title: 'driver, defconfig and devicetree in one patch',
    severity: 'warning',
    sources: [
      { file, heading: 'Branches and Pull Requests', phrase: 'Driver, defconfig and devicetree changes should all be' },
    ],
    covers: ['SOC-04'],
    why: 'Each kind goes its own way to Linus, on a branch of its own; a patch of two kinds fits on neither.',
    next: 'Split it by kind: git reset HEAD^, then one commit for each.',
    look: eachPatch(mixed),
    examples: [
      { given: { diff: `${dts}${driver}` }, finds: 'a driver and a devicetree' },
      { given: { diff: `${dts}${config}` }, finds: 'a defconfig and a devicetree' },
      { given: [{ diff: dts }, { diff: config }, { diff: driver }] },
      { given: { subject: '[PATCH] Revert "made: Count"', diff: `${dts}${driver}` } },
    ],
  },
  {
    ...SOC,
    name: 'soc-list-addressed-early',
    title: 'soc@kernel.org gets a patch that a platform maintainer may take',
    severity: 'note',
    sources: [
      {
        file,
        heading: 'Submitting Patches to the Main SoC Maintainers',
        phrase: 'reached via the alias soc@kernel.org only in',
      },
    ],
    covers: ['SOC-01'],
    why: 'What is sent there waits to be applied as it is; it is no place where patches are discussed.',
    next: 'Send it to the people and lists that scripts/get_maintainer.pl names, without soc@kernel.org.',
    look: toMainList,
    examples: [
      { given: { diff: dts, headers: { To: LIST } }, finds: 'is there really nobody' },
      {
        given: { diff: dts, headers: { To: LIST } },
        facts: {
          recipients: known([
            [
              {
                address: 'a@b.example',
                name: 'A B',
                role: 'maintainer:ARM/MADE',
                list: false,
                header: 'To',
                line: '',
                because: [],
              },
            ],
          ]),
        },
        finds: 'A B <a@b.example> maintains',
      },
      { given: { diff: dts, headers: { To: 'a@b.example' } } },
      {
        given: {
          diff: [dts, exampleDiff('arch/arm64/Kconfig.platforms', ['+A']), exampleDiff('MAINTAINERS', ['+A'])].join(''),
          headers: { To: LIST },
        },
      },
    ],
  },
  {
    ...SOC,
    name: 'defconfig-owner-unclear',
    title: 'for a shared defconfig the script may name the wrong people',
    severity: 'note',
    sources: [
      { file, heading: 'Submitting Patches for Given SoC', phrase: 'might not provide correct addresses in such' },
    ],
    covers: ['SOC-02'],
    why: 'A defconfig has no owner in MAINTAINERS; it goes in through the platform that needs the option.',
    next: 'Add the maintainers of the platform: scripts/get_maintainer.pl -f on its devicetree or driver.',
    look: eachPatch((patch) => {
      const first = patch.diff.find(({ path }) => isConfig(path));
      if (!first || !patch.diff.every(({ path }) => isConfig(path))) return [];
      return [
        {
          ...atFile(patch, first),
          what: `Which platform needs this change of ${first.path}, and do its maintainers get it?`,
        },
      ];
    }),
    examples: [{ given: { diff: config }, finds: 'Which platform needs' }, { given: { diff: dts } }],
  },
  {
    ...SOC,
    name: 'devicetree-perhaps-incompatible',
    title: 'a device loses the name that older kernels know',
    severity: 'note',
    sources: [
      { file, heading: 'Devicetree ABI Stability', phrase: 'any incompatible changes should be clearly pointed out' },
    ],
    covers: ['SOC-05'],
    why: 'A devicetree is kept in firmware and used by older kernels, boot loaders and other systems.',
    next: 'Keep the old string as the last one of the list, or say in the message who is affected and how.',
    look: eachPatch(renamed),
    examples: [
      {
        given: { diff: exampleDiff(MADE, ['-\t\tcompatible = "made,a";', '+\t\tcompatible = "made,b";']) },
        finds: 'It loses "made,a"',
      },
      { given: { diff: exampleDiff(MADE, ['-\t\tcompatible = "made,a";', '+\t\tcompatible = "made,b", "made,a";']) } },
      {
        given: {
          body: 'No boot loader uses it.',
          diff: exampleDiff(MADE, ['-\t\tcompatible = "made,a";', '+\t\tcompatible = "made,b";']),
        },
      },
      { given: { diff: dts } },
    ],
  },
  {
    ...SOC,
    name: 'devicetree-check-warns',
    title: 'make dtbs_check warns of something new',
    severity: 'error',
    sources: [{ file, heading: 'Validating Devicetree Files', phrase: 'should not add any new warnings' }],
    covers: ['SOC-03'],
    why: 'The check holds the devicetree against its bindings; robots run it on each posting and answer the list.',
    next: 'Run make CHECK_DTBS=y on your .dtb before and after, and mend what is new.',
    look: testRecorded({
      recipe: /dtbs?_?check/i,
      settle: 'make dtbs_check (of one board: make CHECK_DTBS=y VENDOR/BOARD.dtb; for RISC-V and Samsung with W=1)',
      applies: ({ series }) => seriesPaths(series).some(isDts),
    }),
    examples: [
      { given: { diff: dts }, unknown: 'Nothing was gathered' },
      {
        given: { diff: dts },
        facts: { tested: known([{ recipe: 'dtbs_check', verdict: 'fails' }]) },
        finds: 'failed on',
      },
      { given: { diff: dts }, facts: { tested: known([{ recipe: 'dtbs_check', verdict: 'holds' }]) } },
      NO_DTS,
    ],
  },
  {
    group: 'subsystem',
    pack: 'soc-clean-dts',
    name: 'clean-devicetree-check-warns',
    title: 'make dtbs_check W=1 warns of something new',
    severity: 'error',
    sources: [
      {
        file: 'Documentation/process/maintainer-soc-clean-dts.rst',
        heading: 'Strict DTS DT Schema and dtc Compliance',
        phrase: 'Devicetree sources (DTS files) should introduce new',
      },
    ],
    covers: ['SOC-03'],
    why: 'These platforms have no warnings left, so that each new one is seen; their maintainers have robots for it.',
    next: 'Run make CHECK_DTBS=y W=1 on your .dtb before and after, and mend what is new.',
    look: testRecorded({
      recipe: /dtbs?_?check\w* W=1|W=1\b.*dtbs?_?check/i,
      settle: 'make dtbs_check W=1 (of one board: make CHECK_DTBS=y W=1 VENDOR/BOARD.dtb)',
      applies: ({ series }) => seriesPaths(series).some(isDts),
    }),
    examples: [
      { given: { diff: dts }, unknown: 'Nothing was gathered' },
      {
        given: { diff: dts },
        facts: { tested: known([{ recipe: 'dtbs_check W=1', verdict: 'fails' }]) },
        finds: 'failed on',
      },
      { given: { diff: dts }, facts: { tested: known([{ recipe: 'dtbs_check W=1', verdict: 'holds' }]) } },
      NO_DTS,
    ],
  },
];
