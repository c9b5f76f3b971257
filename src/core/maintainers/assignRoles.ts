import type { Because } from './recipient.ts';
import type { People, RecipientList } from './recipientList.ts';

/**
 * The people of a history, most often seen first, with how often: vcs_assign(). `lines` has one entry for each time that
 * somebody was seen; `of` is how often there was something to see. Among equals the order is that of their addresses,
 * where the script leaves it to chance.
 */
export const assignRoles = (
  { mailmap, ignored, settings }: People,
  list: RecipientList,
  seen: { readonly role: string; readonly of: number; readonly lines: readonly string[] },
  because: (says: string) => Because,
): void => {
  const of = seen.of <= 0 ? 1 : seen.of;
  const counts = new Map<string, number>();
  for (const line of seen.lines) {
    const real = mailmap.real(line);
    counts.set(real, (counts.get(real) ?? 0) + 1);
  }
  const ranked = [...counts].toSorted(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
  let taken = 0;
  for (const [email, times] of ranked) {
    const percent = Math.min((times * 100) / of, 100);
    if (ignored.has(email)) continue;
    taken++;
    if (times < settings.gitMinSignatures || taken > settings.gitMaxMaintainers || percent < settings.gitMinPercent) {
      break;
    }
    const role = settings.roleStats ? `${seen.role}:${times}/${of}=${rounded(percent)}%` : seen.role;
    const reason = because(`${seen.role} ${times} of ${of}`);
    list.add(email, '', reason);
    list.addRole(email, role, reason);
  }
};

/** As C's printf("%.0f"): a half goes to the even number. */
const rounded = (value: number): number => {
  const down = Math.floor(value);
  const half = value - down === 0.5;
  return half ? down + (down % 2) : Math.round(value);
};
