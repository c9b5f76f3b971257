import { addedLines } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import type { CheckpatchProblem } from '../../checkpatchProblem.ts';
import { known } from '../../known.ts';
import type { Checked, Finding, Looked, PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { atDiffLine } from './atDiffLine.ts';
import { compatiblesDocumented } from './isBinding.ts';

const file = 'Documentation/devicetree/bindings/submitting-patches.rst';
const driver = exampleDiff('drivers/iio/made.c', [' {', '+\t{ .compatible = "made,counter" },', ' }']);
const schema = exampleDiff('Documentation/devicetree/bindings/iio/made.yaml', [
  ' properties:',
  '+      - made,counter',
]);
const said = (name: string): CheckpatchProblem => ({
  severity: 'warning',
  type: 'UNDOCUMENTED_DT_STRING',
  text: `DT compatible string "${name}" appears un-documented -- check ./Documentation/devicetree/bindings/`,
});

/** Where a patch adds the string, for the caret. */
const place = (patch: PatchMail, name: string): Partial<Finding> => {
  for (const diff of patch.diff) {
    const line = addedLines(diff).find(({ text }) => text.includes(`"${name}"`));
    if (!line) continue;
    return atDiffLine(patch, diff.path, line, name);
  }
  return {};
};

/** Checkpatch looks into the tree only; what an earlier patch of the series documents is documented. */
const undocumented = ({ series, facts }: Checked): Looked => {
  // That checkpatch could not be run is said by its own rule.
  if (!facts.checkpatch.known) return undefined;
  const documented = new Set<string>();
  const found: Finding[] = [];
  for (const [at, patch] of series.patches.entries()) {
    for (const name of patch.diff.flatMap(compatiblesDocumented)) documented.add(name);
    for (const { type, text } of facts.checkpatch.value[at] ?? []) {
      const name = type === 'UNDOCUMENTED_DT_STRING' ? /"([^"]{1,200})"/.exec(text.slice(0, 400))?.[1] : undefined;
      if (name === undefined || documented.has(name)) continue;
      documented.add(name);
      found.push({
        patch,
        ...place(patch, name),
        what: `No binding of the tree or of this series before it has "${name}".`,
      });
    }
  }
  return found;
};

/** Compatible strings and their bindings, whoever adds them. */
export const compatibles: readonly PreflightRule[] = [
  {
    name: 'compatible-undocumented',
    title: 'a compatible string without a binding',
    group: 'subsystem',
    severity: 'warning',
    sources: [
      { file, heading: 'I. For patch submitters', phrase: 'must be previously documented in the corresponding' },
    ],
    covers: ['DT-08'],
    why: 'Boot loaders and boards rely on the string for decades; the binding is where it is agreed.',
    next: 'Put a patch before this one that adds it to its schema below Documentation/devicetree/bindings/.',
    look: undocumented,
    examples: [
      { given: { diff: driver }, facts: { checkpatch: known([[said('made,counter')]]) }, finds: 'has "made,counter"' },
      {
        given: [{ diff: schema }, { diff: driver }],
        facts: { checkpatch: known([[], [said('made,counter')]]) },
      },
      { given: { diff: driver }, facts: { checkpatch: known([[]]) } },
      { given: { diff: driver } },
    ],
  },
];
