import type { Checked, Looked } from '../../rule.ts';

/** Asks whether a test was run on exactly this code. Without a record it is unknown, and the command that settles it is said. */
export const testRecorded =
  ({
    recipe,
    settle,
    applies,
  }: {
    /** A word of the recipe's name. */
    readonly recipe: RegExp;
    readonly settle: string;
    readonly applies: (checked: Checked) => boolean;
  }) =>
  (checked: Checked): Looked => {
    const { series, facts } = checked;
    const [patch] = series.patches;
    if (!patch || !applies(checked)) return undefined;
    const { tested } = facts;
    if (!tested.known) return { unknown: tested.because, settle };
    const records = tested.value.filter((record) => recipe.test(record.recipe));
    const failed = records.find(({ verdict }) => verdict === 'fails');
    if (failed) {
      const at = series.patches[(failed.patch ?? 1) - 1] ?? patch;
      return [{ patch: at, what: `The test "${failed.recipe}" failed on this code.` }];
    }
    if (records.some(({ verdict }) => verdict === 'holds')) return [];
    return { unknown: 'There is no record of this test for exactly this code.', settle };
  };
