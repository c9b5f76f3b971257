import { addedLines } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { type Checked, eachPatch, type Finding, type Looked, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { atDiffLine, atFile } from './atDiffLine.ts';
import { bindingsIn, compatiblesDocumented, compatiblesUsed, isBinding } from './isBinding.ts';
import { listMissing } from './listMissing.ts';
import { testRecorded } from './testRecorded.ts';

const file = 'Documentation/devicetree/bindings/submitting-patches.rst';
const heading = 'I. For patch submitters';
const DT = { group: 'subsystem', pack: 'dt-bindings' } as const;
const SCHEMA = 'Documentation/devicetree/bindings/iio/made,counter.yaml';
const schema = exampleDiff(SCHEMA, [' properties:', '+      - made,counter', ' ']);
const driver = exampleDiff('drivers/iio/made.c', [' {', '+\t{ .compatible = "made,counter" },', ' }']);
const LICENSE = '# SPDX-License-Identifier:';

const newSchema = (license: string): string =>
  exampleDiff(SCHEMA, [`+${license}`, '+%YAML 1.2', '+---'], { isNew: true });

// A change of every file of a kind (a licence line, a moved path) goes through many trees as one patch.
const TREE_WIDE = 30;

const mixed = (patch: PatchMail): readonly Finding[] => {
  const { diff, subject } = patch;
  const [binding] = bindingsIn(patch);
  const other = diff.find(({ path }) => !isBinding(path) && !/^Documentation\/|^MAINTAINERS$/.test(path));
  if (!binding || !other || /^(?:revert|treewide)\b/i.test(subject.summary)) return [];
  const severity = diff.length > TREE_WIDE ? 'warning' : 'error';
  const what = `One patch changes the binding ${binding.path} and ${other.path}.`;
  return [{ ...atFile(patch, binding), severity, what }];
};

const lateBinding = ({ series }: Checked): Looked => {
  const used = new Map<string, PatchMail>();
  const found: Finding[] = [];
  for (const patch of series.patches) {
    const name = patch.diff.flatMap(compatiblesDocumented).find((one) => used.has(one));
    const before = name === undefined ? undefined : used.get(name);
    if (before) {
      found.push({ patch, what: `"${name}" is documented here, after "${before.subject.summary}" uses it.` });
    }
    const also = new Set(patch.diff.flatMap(compatiblesDocumented));
    for (const one of patch.diff.flatMap(compatiblesUsed)) if (!also.has(one) && !used.has(one)) used.set(one, patch);
  }
  return found;
};

const licences = eachPatch((patch) =>
  bindingsIn(patch).flatMap((diff) => {
    if (diff.change !== 'added' || !diff.path.endsWith('.yaml')) return [];
    const line = addedLines(diff)
      .slice(0, 3)
      .find(({ text }) => text.includes('SPDX-License-Identifier:'));
    if (!line || / OR /i.test(line.text)) return [];
    const what = `${diff.path} has one licence: "${line.text.trim().slice(0, 80)}".`;
    return [{ ...atDiffLine(patch, diff.path, line), what }];
  }),
);

const checkCommand = 'make dt_binding_check DT_SCHEMA_FILES=FILE.yaml (it needs dtschema: pip install dtschema)';

/** Bindings of the devicetree: what their maintainers ask for in a series. */
export const bindingPatches: readonly PreflightRule[] = [
  {
    ...DT,
    name: 'binding-mixed-with-driver',
    title: 'a devicetree binding and code in one patch',
    severity: 'error',
    sources: [{ file, heading, phrase: 'be a separate patch' }],
    covers: ['DT-01'],
    why: 'People who do not read the driver review bindings, and other projects take them over without it.',
    next: 'Split it: git reset HEAD^, commit the binding first, then the code.',
    look: eachPatch(mixed),
    examples: [
      { given: { diff: `${schema}${driver}` }, finds: 'and drivers/iio/made.c' },
      {
        given: { diff: `${exampleDiff('include/dt-bindings/iio/made.h', ['+#define A 1'])}${driver}` },
        finds: 'made.h',
      },
      { given: { diff: `${schema}${exampleDiff('MAINTAINERS', ['+F:\tdrivers/iio/made.c'])}` } },
      { given: { subject: '[PATCH] Revert "iio: Count"', diff: `${schema}${driver}` } },
      { given: { diff: `${exampleDiff(SCHEMA, ['-      - made,counter'])}${driver}` } },
      { given: [{ diff: schema }, { diff: driver }] },
    ],
  },
  {
    ...DT,
    name: 'binding-not-a-schema',
    title: 'a new binding that is no schema',
    severity: 'error',
    sources: [{ file, heading, phrase: 'written in DT schema format using json-schema' }],
    covers: ['DT-04'],
    why: 'Only a schema can be checked by a machine; bindings as prose have not been taken for years.',
    next: 'Write it as YAML, from Documentation/devicetree/bindings/example-schema.yaml.',
    look: eachPatch((patch) =>
      patch.diff
        .filter(({ path, change }) => change === 'added' && isBinding(path) && /\.txt$/.test(path))
        .map((diff) => ({ ...atFile(patch, diff), what: `${diff.path} is new, and is plain text.` })),
    ),
    examples: [
      {
        given: { diff: exampleDiff('Documentation/devicetree/bindings/iio/a.txt', ['+* A'], { isNew: true }) },
        finds: 'a.txt is new',
      },
      { given: { diff: exampleDiff('Documentation/devicetree/bindings/iio/a.txt', ['+* A']) } },
      { given: { diff: newSchema(`${LICENSE} (GPL-2.0-only OR BSD-2-Clause)`) } },
    ],
  },
  {
    ...DT,
    name: 'binding-check-fails',
    title: 'dt_binding_check objects',
    severity: 'error',
    sources: [{ file, heading, phrase: 'DT binding files must pass validation' }],
    covers: ['DT-04'],
    why: 'A robot runs this check on each binding that is posted; what fails there is not read further.',
    next: 'Run make dt_binding_check DT_SCHEMA_FILES=FILE.yaml, and mend what it says.',
    look: testRecorded({
      recipe: /dt_binding_check/,
      settle: checkCommand,
      applies: ({ series }) =>
        series.patches.some((patch) => bindingsIn(patch).some(({ path }) => path.endsWith('.yaml'))),
    }),
    examples: [
      { given: { diff: schema }, unknown: 'Nothing was gathered' },
      {
        given: { diff: schema },
        facts: { tested: { known: true, value: [{ recipe: 'make dt_binding_check', verdict: 'fails' }] } },
        finds: 'failed on this code',
      },
      {
        given: { diff: schema },
        facts: { tested: { known: true, value: [{ recipe: 'make dt_binding_check', verdict: 'holds' }] } },
      },
      { given: { diff: driver } },
    ],
  },
  {
    ...DT,
    name: 'binding-licence-not-dual',
    title: 'a new binding has one licence only',
    severity: 'warning',
    sources: [{ file, heading, phrase: 'DT binding files should be dual licensed' }],
    covers: ['DT-05'],
    why: 'Boot loaders and other kernels use the same bindings, and cannot all take them under the GPL.',
    next: 'If you hold the rights: # SPDX-License-Identifier: (GPL-2.0-only OR BSD-2-Clause)',
    look: licences,
    examples: [
      { given: { diff: newSchema(`${LICENSE} GPL-2.0-only`) }, finds: 'has one licence' },
      { given: { diff: newSchema(`${LICENSE} (GPL-2.0-only OR BSD-2-Clause)`) } },
      { given: { diff: newSchema(`${LICENSE} GPL-2.0-or-later OR MIT`) } },
    ],
  },
  {
    ...DT,
    name: 'binding-not-to-devicetree-list',
    title: 'the devicetree list does not get the whole series',
    severity: 'warning',
    sources: [{ file, heading, phrase: 'Submit the entire series to the devicetree' }],
    covers: ['DT-06', 'MED-04'],
    why: 'A binding is judged by what uses it; its maintainers and their robots find the mails by this list.',
    next: 'git send-email --cc=devicetree@vger.kernel.org FILE',
    look: listMissing({
      lists: ['devicetree@vger.kernel.org'],
      isMeant: ({ diff }) => diff.some(({ path }) => isBinding(path)),
      wholeSeries: true,
      severity: 'error',
    }),
    examples: [
      { given: { diff: schema, headers: { To: 'max@maintain.example' } }, finds: 'lacks devicetree@vger' },
      {
        given: [
          { subject: '[PATCH 1/2] a: b', diff: schema, headers: { To: 'devicetree@vger.kernel.org' } },
          { subject: '[PATCH 2/2] a: c', diff: driver, headers: { To: 'max@maintain.example' } },
        ],
        finds: '"[PATCH 2/2] a: c" lacks',
      },
      { given: { diff: schema, headers: { To: 'a@b.example', Cc: 'DeviceTree@vger.kernel.org' } } },
      { given: { diff: schema } },
      { given: { diff: driver, headers: { To: 'max@maintain.example' } } },
    ],
  },
  {
    ...DT,
    name: 'binding-after-driver',
    title: 'the binding comes after the code that uses it',
    severity: 'warning',
    sources: [{ file, heading, phrase: 'should come in the series before' }],
    covers: ['DT-07'],
    why: 'Every step of the history shall stand by itself, and a driver without its binding cannot be checked.',
    next: 'Put the binding first: git rebase -i, and move its line up.',
    look: lateBinding,
    examples: [
      {
        given: [
          { subject: '[PATCH 1/2] iio: Add', diff: driver },
          { subject: '[PATCH 2/2] dt-bindings: iio: Add', diff: schema },
        ],
        finds: '"made,counter" is documented here, after "iio: Add"',
      },
      {
        given: [
          { subject: '[PATCH 1/2] dt-bindings: iio: Add', diff: schema },
          { subject: '[PATCH 2/2] iio: Add', diff: driver },
        ],
      },
      {
        given: [
          {
            subject: '[PATCH 1/2] iio: Add',
            diff: exampleDiff('drivers/iio/made.c', ['+\t.compatible = "made,other"']),
          },
          { subject: '[PATCH 2/2] dt-bindings: iio: Add', diff: schema },
        ],
      },
    ],
  },
];
