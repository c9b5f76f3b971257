import { durationWords } from './durationWords.ts';
import { STUCK_DAYS } from './stuckPeople.ts';

/** Why somebody may need a mentor who did not ask for one. */
export type Need = {
  readonly person: string;
  readonly name: string;
  /** Of the task that it is about. */
  readonly title: string;
  /** What they handed in last, to look at; undefined where that is nothing. */
  readonly submission: string | undefined;
  readonly since: Date;
} & ({ readonly kind: 'sent back'; readonly times: number } | { readonly kind: 'silent' });

/** So often sent back at one task, somebody should talk instead of answer. */
export const SENT_BACK = 2;

/** What a mentor reads of it, in a line and in a smaller one below. */
export const needWords = (need: Need, now: Date): { readonly line: string; readonly below: string } => {
  const ago = durationWords(now.getTime() - need.since.getTime());
  return need.kind === 'sent back'
    ? {
        line: `${need.name}: ${need.title} was sent back ${TIMES[need.times] ?? `${need.times} times`}`,
        below: `last ${ago} ago, and nothing has come since`,
      }
    : { line: `${need.name} has not moved for ${ago}`, below: `${need.title} is next` };
};

const TIMES: Readonly<Record<number, string>> = { 2: 'twice', 3: 'three times', 4: 'four times' };

/** Each person once, and whoever has waited longest first. A step that is younger than seven days is no silence. */
export const orderNeeds = (needs: readonly Need[], now: Date): readonly Need[] => {
  const long = new Date(now.getTime() - STUCK_DAYS * 86_400_000);
  const byPerson = new Map<string, Need>();
  for (const need of needs) {
    if (need.kind === 'silent' && need.since > long) continue;
    // That something was sent back twice says more than that nothing came since.
    if (need.kind === 'sent back' || !byPerson.has(need.person)) byPerson.set(need.person, need);
  }
  return [...byPerson.values()].toSorted((one, other) => one.since.getTime() - other.since.getTime());
};
