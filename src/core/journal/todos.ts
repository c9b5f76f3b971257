import type { Contribution, MadeVersion } from './contributions.ts';
import type { Draft } from './draft.ts';
import type { FileState } from './workStanding.ts';

/** One thing that is the person's to do, and what about. */
export type Todo =
  | {
      readonly kind: 'say-why' | 'sign-off' | 'name-yourself' | 'mend' | 'check' | 'prepare';
      readonly draft: SeenDraft;
    }
  | { readonly kind: 'edited-draft' | 'lost-draft' | 'site-moved'; readonly draft: SeenDraft }
  | {
      readonly kind: 'read-once-more' | 'lost-version';
      readonly contribution: Contribution;
      readonly version: MadeVersion;
    };

/** A draft, and what was seen of its file just now. */
export interface SeenDraft extends Draft {
  readonly file: FileState;
  /** What only the person can add, and has not: `the why`. */
  readonly lacks: readonly string[];
  /** Whether the site is in the tree as it was. */
  readonly isCurrent: boolean;
}

export interface SeenContribution extends Contribution {
  /** Whether all mails of its last version are there. */
  readonly isThere: boolean;
}

/** What only the person can add to a draft, the nearest step first. */
const PERSONAL: readonly (readonly [lacks: string, kind: 'name-yourself' | 'say-why' | 'sign-off'])[] = [
  ['your name and address', 'name-yourself'],
  ['the why', 'say-why'],
  ['your sign-off', 'sign-off'],
];

/** For each piece of work the one thing to do next, in the order given: what was prepared first. */
export const todos = (drafts: readonly SeenDraft[], contributions: readonly SeenContribution[]): readonly Todo[] => [
  ...contributions.flatMap(ofContribution),
  ...drafts.map(ofDraft),
];

const ofContribution = (contribution: SeenContribution): Todo[] => {
  const version = contribution.versions.at(-1);
  if (!version) return [];
  return [{ kind: contribution.isThere ? 'read-once-more' : 'lost-version', contribution, version }];
};

const ofDraft = (draft: SeenDraft): Todo => {
  if (draft.file === 'gone' || draft.file === 'unreadable') return { kind: 'lost-draft', draft };
  if (!draft.isCurrent) return { kind: 'site-moved', draft };
  for (const [lacks, kind] of PERSONAL) if (draft.lacks.includes(lacks)) return { kind, draft };
  if (draft.file === 'edited') return { kind: 'edited-draft', draft };
  if (draft.checks.length === 0) return { kind: 'check', draft };
  const fails = draft.checks.some(({ verdict }) => verdict === 'fails');
  return { kind: fails ? 'mend' : 'prepare', draft };
};
