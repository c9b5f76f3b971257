import { seededRandom, shuffle } from '../std.ts';

export interface ToSpread {
  readonly id: string;
  readonly owner: string;
  /** Assigned already, conflicts among them. */
  readonly reviewers: readonly string[];
  /** Of them, those who said that they know the applicant too well. */
  readonly conflicts: readonly string[];
}

export interface Spread {
  readonly assignments: readonly { readonly application: string; readonly reviewer: string }[];
  /** Applications that have fewer than wished all the same: nobody else is there for them. */
  readonly short: readonly string[];
}

/**
 * Gives each application so many readers, with the work spread evenly over the reviewers. Nobody gets what is their own,
 * what they have already, or what they said a conflict for. The same seed gives the same answer.
 */
export const spreadReviewers = (order: {
  readonly applications: readonly ToSpread[];
  readonly reviewers: readonly string[];
  /** What each has to read already. */
  readonly load: ReadonlyMap<string, number>;
  readonly each: number;
  readonly seed: string;
}): Spread => {
  const random = seededRandom(order.seed);
  const load = new Map(order.reviewers.map((one) => [one, order.load.get(one) ?? 0]));
  const assignments: { application: string; reviewer: string }[] = [];
  const short: string[] = [];
  for (const application of shuffle(order.applications, random)) {
    const lacks = order.each - readersOf(application).length;
    const free = shuffle(order.reviewers, random)
      .filter((one) => one !== application.owner && !application.reviewers.includes(one))
      .toSorted((one, other) => (load.get(one) ?? 0) - (load.get(other) ?? 0))
      .slice(0, Math.max(0, lacks));
    for (const reviewer of free) {
      assignments.push({ application: application.id, reviewer });
      load.set(reviewer, (load.get(reviewer) ?? 0) + 1);
    }
    if (free.length < lacks) short.push(application.id);
  }
  return { assignments, short };
};

/** Whoever said a conflict reads nothing, so another takes their place. */
const readersOf = ({ reviewers, conflicts }: ToSpread): string[] => reviewers.filter((one) => !conflicts.includes(one));
