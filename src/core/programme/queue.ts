/** One thing that waits for a mentor. */
export interface QueueItem {
  readonly id: string;
  readonly person: string;
  readonly task: string;
  readonly attempt: number;
  readonly receivedAt: Date;
  /** The person's own deadline of the task. */
  readonly deadline: Date;
  /** After this instant nothing is handed in any more. */
  readonly tasksUntil: Date;
}

export interface QueuedItem<Item extends QueueItem = QueueItem> {
  readonly item: Item;
  readonly waitedMs: number;
  /** Why it goes before older ones. */
  readonly sooner: readonly string[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * What waits, oldest first; each reason to go sooner counts as a day of waiting more. Nobody's name or success is among
 * the reasons.
 */
export const orderQueue = <Item extends QueueItem>(items: readonly Item[], now: Date): QueuedItem<Item>[] =>
  items
    .map((item) => ({
      item,
      waitedMs: Math.max(0, now.getTime() - item.receivedAt.getTime()),
      sooner: reasons(item, now),
    }))
    .toSorted(
      (one, other) => weight(other) - weight(one) || one.item.receivedAt.getTime() - other.item.receivedAt.getTime(),
    );

const weight = ({ waitedMs, sooner }: QueuedItem): number => waitedMs + sooner.length * DAY;

function reasons({ attempt, deadline, tasksUntil }: QueueItem, now: Date): string[] {
  const left = (until: Date) => until.getTime() - now.getTime();
  const found: string[] = [];
  if (left(deadline) > 0 && left(deadline) < 2 * DAY)
    found.push('its deadline is near: there should be time to mend it');
  if (left(tasksUntil) > 0 && left(tasksUntil) < 3 * DAY) found.push('all tasks end soon');
  if (attempt >= 3) found.push(`attempt ${attempt}: a word may help more than another round`);
  return found;
}

/** How long an answer takes, from what was answered and what still waits. Milliseconds. */
export type WaitingTime =
  | { readonly kind: 'known'; readonly half: number; readonly nineInTen: number; readonly from: number }
  | { readonly kind: 'too few'; readonly from: number };

const FEWEST = 5;

/**
 * Honest waiting time: what still waits counts with the time that it has waited already, so that a queue that stands still
 * cannot look quick.
 */
export const waitingTime = (answered: readonly number[], waiting: readonly number[]): WaitingTime => {
  const whole = [...answered, ...waiting.filter((waited) => answered.some((took) => took < waited))].toSorted(
    (one, other) => one - other,
  );
  if (answered.length < FEWEST) return { kind: 'too few', from: answered.length };
  const at = (share: number): number => whole[Math.min(whole.length - 1, Math.ceil(whole.length * share) - 1)] ?? 0;
  return { kind: 'known', half: at(0.5), nineInTen: at(0.9), from: whole.length };
};
