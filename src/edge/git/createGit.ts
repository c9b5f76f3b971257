/** What we ask of git: always the program itself, never over the network. */
export interface Git {
  readonly appliedTo: typeof import('./appliedTo.ts').appliedTo;
  readonly applyCheck: typeof import('./applyCheck.ts').applyCheck;
  readonly applySeries: typeof import('./applySeries.ts').applySeries;
  readonly b4Branch: typeof import('./b4Branch.ts').b4Branch;
  readonly blamedCommits: typeof import('./maintainerHistory.ts').blamedCommits;
  readonly blameLines: typeof import('./blameLines.ts').blameLines;
  readonly changedSince: typeof import('./changedSince.ts').changedSince;
  readonly commitLog: typeof import('./maintainerHistory.ts').commitLog;
  readonly commitLogs: typeof import('./maintainerHistory.ts').commitLogs;
  readonly commitsNamed: typeof import('./commitsNamed.ts').commitsNamed;
  readonly followedLog: typeof import('./maintainerHistory.ts').followedLog;
  readonly formatPatch: typeof import('./formatPatch.ts').formatPatch;
  readonly formerCommits: typeof import('./formerCommits.ts').formerCommits;
  readonly gitIdentity: typeof import('./gitIdentity.ts').gitIdentity;
  readonly gitSettings: typeof import('./gitSettings.ts').gitSettings;
  readonly isAncestor: typeof import('./logAncestor.ts').isAncestor;
  readonly isTracked: typeof import('./isTracked.ts').isTracked;
  readonly logStream: typeof import('./logStream.ts').logStream;
  readonly mailSettings: typeof import('./mailSettings.ts').mailSettings;
  readonly ownRange: typeof import('./ownRange.ts').ownRange;
  readonly publicBase: typeof import('./publicBase.ts').publicBase;
  readonly rangeCommits: typeof import('./rangeCommits.ts').rangeCommits;
  readonly rangeDiff: typeof import('./rangeDiff.ts').rangeDiff;
  readonly releaseTags: typeof import('./releaseTags.ts').releaseTags;
  readonly remotes: typeof import('./remotes.ts').remotes;
  readonly repositoryOf: typeof import('./repositoryOf.ts').repositoryOf;
  readonly seriesMails: typeof import('./seriesMails.ts').seriesMails;
  readonly settingOrigins: typeof import('./settingOrigins.ts').settingOrigins;
  readonly shallowEnd: typeof import('./logShallow.ts').shallowEnd;
  readonly subjectsOf: typeof import('./subjectsOf.ts').subjectsOf;
  readonly uncommitted: typeof import('./uncommitted.ts').uncommitted;
}

/** What is not asked is not loaded: start-up counts. */
export const createGit = (): Git => ({
  appliedTo: async (...words) => (await import('./appliedTo.ts')).appliedTo(...words),
  applyCheck: async (...words) => (await import('./applyCheck.ts')).applyCheck(...words),
  applySeries: async (...words) => (await import('./applySeries.ts')).applySeries(...words),
  b4Branch: async (...words) => (await import('./b4Branch.ts')).b4Branch(...words),
  blamedCommits: async (...words) => (await import('./maintainerHistory.ts')).blamedCommits(...words),
  blameLines: async (...words) => (await import('./blameLines.ts')).blameLines(...words),
  changedSince: async (...words) => (await import('./changedSince.ts')).changedSince(...words),
  commitLog: async (...words) => (await import('./maintainerHistory.ts')).commitLog(...words),
  commitLogs: async (...words) => (await import('./maintainerHistory.ts')).commitLogs(...words),
  commitsNamed: async (...words) => (await import('./commitsNamed.ts')).commitsNamed(...words),
  followedLog: async (...words) => (await import('./maintainerHistory.ts')).followedLog(...words),
  formatPatch: async (...words) => (await import('./formatPatch.ts')).formatPatch(...words),
  formerCommits: async (...words) => (await import('./formerCommits.ts')).formerCommits(...words),
  gitIdentity: async (...words) => (await import('./gitIdentity.ts')).gitIdentity(...words),
  gitSettings: async (...words) => (await import('./gitSettings.ts')).gitSettings(...words),
  isAncestor: async (...words) => (await import('./logAncestor.ts')).isAncestor(...words),
  isTracked: async (...words) => (await import('./isTracked.ts')).isTracked(...words),
  logStream: async function* (...words) {
    return yield* (await import('./logStream.ts')).logStream(...words);
  },
  mailSettings: async (...words) => (await import('./mailSettings.ts')).mailSettings(...words),
  ownRange: async (...words) => (await import('./ownRange.ts')).ownRange(...words),
  publicBase: async (...words) => (await import('./publicBase.ts')).publicBase(...words),
  rangeCommits: async (...words) => (await import('./rangeCommits.ts')).rangeCommits(...words),
  rangeDiff: async (...words) => (await import('./rangeDiff.ts')).rangeDiff(...words),
  releaseTags: async (...words) => (await import('./releaseTags.ts')).releaseTags(...words),
  remotes: async (...words) => (await import('./remotes.ts')).remotes(...words),
  repositoryOf: async (...words) => (await import('./repositoryOf.ts')).repositoryOf(...words),
  seriesMails: async (...words) => (await import('./seriesMails.ts')).seriesMails(...words),
  settingOrigins: async (...words) => (await import('./settingOrigins.ts')).settingOrigins(...words),
  shallowEnd: async (...words) => (await import('./logShallow.ts')).shallowEnd(...words),
  subjectsOf: async (...words) => (await import('./subjectsOf.ts')).subjectsOf(...words),
  uncommitted: async (...words) => (await import('./uncommitted.ts')).uncommitted(...words),
});
