import { appliedTo } from './appliedTo.ts';
import { applyCheck } from './applyCheck.ts';
import { changedSince } from './changedSince.ts';
import { formatPatch } from './formatPatch.ts';
import { gitIdentity } from './gitIdentity.ts';
import { gitSettings } from './gitSettings.ts';
import { remotes } from './remotes.ts';
import { repositoryOf } from './repositoryOf.ts';
import { subjectsOf } from './subjectsOf.ts';

/** What we ask of git: always the program itself, never over the network. */
export interface Git {
  readonly appliedTo: typeof appliedTo;
  readonly applyCheck: typeof applyCheck;
  readonly changedSince: typeof changedSince;
  readonly formatPatch: typeof formatPatch;
  readonly gitIdentity: typeof gitIdentity;
  readonly gitSettings: typeof gitSettings;
  readonly remotes: typeof remotes;
  readonly repositoryOf: typeof repositoryOf;
  readonly subjectsOf: typeof subjectsOf;
}

export const createGit = (): Git => ({
  appliedTo,
  applyCheck,
  changedSince,
  formatPatch,
  gitIdentity,
  gitSettings,
  remotes,
  repositoryOf,
  subjectsOf,
});
