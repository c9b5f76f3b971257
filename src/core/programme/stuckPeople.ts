/** Somebody who takes part, and what is known of how they get on. */
export interface Walk {
  readonly id: string;
  readonly name: string;
  /** What is theirs to do: a task's title; undefined when nothing is. */
  readonly next: string | undefined;
  /** When they last did something, or something came back to them. */
  readonly since: Date;
}

export interface Stuck {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly since: Date;
}

/** After so many days without a step somebody should ask. */
export const STUCK_DAYS = 7;

const DAY = 86_400_000;

/** Whose turn it has been for more than seven days; the longest first, since they are asked first. */
export const stuckPeople = (walks: readonly Walk[], now: Date): readonly Stuck[] =>
  walks
    .flatMap(({ id, name, next, since }) =>
      next !== undefined && now.getTime() - since.getTime() > STUCK_DAYS * DAY ? [{ id, name, at: next, since }] : [],
    )
    .toSorted((one, other) => one.since.getTime() - other.since.getTime());

export interface Load {
  readonly id: string;
  readonly name: string;
  /** Applications that wait for their reading. */
  readonly toRead: number;
  /** Submissions that they have taken. */
  readonly taken: number;
  /** How many they said that they take at once. */
  readonly most: number | undefined;
}

/** Why somebody of the team has too much; undefined where they have not. Twice what the others have is too much to read. */
export const tooMuch = (load: Load, all: readonly Load[]): string | undefined => {
  if (load.most !== undefined && load.taken >= load.most) return `has taken ${load.taken} of at most ${load.most}`;
  const readers = all.filter(({ toRead }) => toRead > 0).map(({ toRead }) => toRead);
  const usual = readers.toSorted((one, other) => one - other)[readers.length >> 1] ?? 0;
  return load.toRead >= FEW && readers.length > 1 && load.toRead > 2 * usual
    ? `has ${load.toRead} to read, others about ${usual}`
    : undefined;
};

const FEW = 10;
