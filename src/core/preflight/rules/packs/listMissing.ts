import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Checked, Looked, Severity } from '../../rule.ts';
import { addressedTo, atHeader, isAddressed } from '../recipients/addressedTo.ts';

/** Mails that go to somebody already, but not to all of these lists. A series that names nobody yet is not asked. */
export const listMissing =
  ({
    lists,
    isMeant,
    wholeSeries = false,
    severity,
  }: {
    readonly lists: readonly string[];
    readonly isMeant: (patch: PatchMail, checked: Checked) => boolean;
    /** The list wants the mails around it, too, the cover letter with them. */
    readonly wholeSeries?: boolean;
    /** Where the patch itself does not go there; the rule's own where only the rest of its series does not. */
    readonly severity?: Severity;
  }) =>
  (checked: Checked): Looked => {
    const { series } = checked;
    const meant = new Set(series.patches.filter((patch) => isMeant(patch, checked)));
    if (meant.size === 0 || !series.mails.some(isAddressed)) return undefined;
    const asked = wholeSeries ? series.mails : [...meant];
    const without = asked.flatMap((patch) => {
      const has = addressedTo(patch);
      const missing = isAddressed(patch) ? lists.filter((list) => !has.has(list)) : [];
      return missing.length === 0 ? [] : [{ patch, missing }];
    });
    // One finding for the whole: thirty mails that lack one list are one slip of the command line.
    const worst = without.find(({ patch }) => meant.has(patch)) ?? without[0];
    if (!worst) return [];
    const others = without.length === 1 ? '' : `, and so do ${without.length - 1} more of the series`;
    const isItself = severity !== undefined && meant.has(worst.patch);
    return [
      {
        ...atHeader(worst.patch),
        ...(isItself && { severity }),
        what: `"${worst.patch.subject.text}" lacks ${worst.missing.join(' and ')} in To and Cc${others}.`,
        next: `git send-email ${worst.missing.map((list) => `--cc=${list}`).join(' ')} FILE`,
      },
    ];
  };
