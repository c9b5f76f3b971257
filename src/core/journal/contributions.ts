import type { Fact, MadeMail } from './fact.ts';

/** A version as it was made last. */
export interface MadeVersion {
  readonly version: number;
  readonly folder: string;
  readonly title: string;
  readonly mails: readonly MadeMail[];
  readonly base?: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** One piece of work, from its first version on. */
export interface Contribution {
  /** Its change-id. */
  readonly id: string;
  readonly tree: string;
  readonly branch?: string;
  /** By their numbers, one at least. */
  readonly versions: readonly MadeVersion[];
  /** What the person said to trailers that were offered, the last word of it: by answerKey(). */
  readonly answers: ReadonlyMap<string, boolean>;
}

export const answerKey = (change: string, trailer: string): string => JSON.stringify([change, trailer]);

/** All contributions of which a version was made, the one worked on last at the end. */
export const contributions = (facts: readonly Fact[]): readonly Contribution[] => {
  const found = new Map<string, Contribution>();
  const answers = new Map<string, Map<string, boolean>>();
  for (const fact of facts) {
    if (fact.kind === 'proposal-answered') {
      const own = answers.get(fact.contribution) ?? new Map<string, boolean>();
      answers.set(fact.contribution, own.set(answerKey(fact.change, fact.trailer), fact.taken));
    }
    if (fact.kind !== 'version-made') continue;
    const before = found.get(fact.contribution);
    found.delete(fact.contribution); // worked on again is worked on last
    found.set(fact.contribution, withVersion(before, fact));
  }
  return [...found.values()].map((one) => ({ ...one, answers: answers.get(one.id) ?? new Map() }));
};

const withVersion = (before: Contribution | undefined, fact: Extract<Fact, { kind: 'version-made' }>): Contribution => {
  const { contribution: id, tree, branch, version, folder, title, mails, base, at } = fact;
  const made: MadeVersion = { version, folder, title, mails, at, ...(base !== undefined && { base }) };
  const others = before?.versions.filter((one) => one.version !== version) ?? [];
  const named = branch ?? before?.branch;
  return {
    id,
    tree,
    ...(named !== undefined && { branch: named }),
    versions: [...others, made].toSorted((one, other) => one.version - other.version),
    answers: new Map(),
  };
};
