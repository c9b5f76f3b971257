import type { KernelVersion } from './kernelVersion.ts';

/** What is known of a tree without reading its files; what could not be found out is left out. */
export interface TreeFacts {
  readonly version?: KernelVersion;
  /** It lies in a git repository of its own. */
  readonly repository: boolean;
  /** Why its history cannot be read, with what would change that. */
  readonly hidden?: string;
  /** The remotes' URLs. */
  readonly remotes?: readonly string[];
  readonly branch?: string;
  /** The package that it was unpacked from: `linux-source-6.12 6.12.117-1`. */
  readonly debianPackage?: string;
}

export type Standing = 'mainline' | 'release candidate' | 'stable' | 'distribution' | 'subsystem' | 'unknown';

export interface TreeStanding {
  readonly standing: Standing;
  /** `practice`: what is made here is for learning; the same place must be looked at in mainline before it is sent. */
  readonly work: 'new work' | 'practice';
  /** What was seen, each a sentence; the last says why it is new work or practice. */
  readonly because: readonly string[];
}

/**
 * What kind of tree this is, and whether new work may be made on it. Only what was seen counts: a copy whose age nobody
 * can tell is practice. Implements Documentation/process/5.Posting.rst ("Before creating patches") and
 * stable-kernel-rules.rst.
 */
export const treeStanding = (facts: TreeFacts): TreeStanding => {
  const { version, repository, branch = '', debianPackage } = facts;
  const known = (facts.remotes ?? []).flatMap((url) => knownRemote(url) ?? []);
  const of = (standing: Standing): KnownRemote | undefined => known.find((remote) => remote.standing === standing);

  if (debianPackage) return practice('distribution', `It is the package ${debianPackage}.`, patchedByOthers);
  const distribution = of('distribution');
  if (distribution) return practice('distribution', seenIn(distribution), patchedByOthers);
  const addition = version && distributionPart(version.extra);
  if (addition) return practice('distribution', `Its version ends in ${addition}.`, patchedByOthers);

  if (version && version.sublevel > 0) {
    return practice(
      'stable',
      `Its version is ${version.text}; the last number counts stable releases.`,
      stableTakesFixes,
    );
  }
  if (/^(linux-\d+\.\d+\.y|queue\/\d)/.test(branch)) {
    return practice('stable', `Its branch is ${branch}.`, stableTakesFixes);
  }

  const subsystem = of('subsystem');
  if (subsystem) return newWork('subsystem', seenIn(subsystem), "New work may be made on a subsystem's own tree.");
  if (!version) return practice('unknown', 'Its Makefile says no version.', 'Nobody can tell what this tree is.');
  const candidate = /^-rc\d+/.test(version.extra);
  const standing = candidate ? 'release candidate' : 'mainline';
  const seen = `Its version is ${version.text}.`;
  const mainline = of('mainline');
  if (mainline) return newWork(standing, seen, seenIn(mainline), 'New work may be made on mainline.');
  if (!repository) {
    const why = facts.hidden === undefined ? 'It is no repository' : `No history is read: ${facts.hidden}`;
    return practice(standing, seen, `${why}, so nobody can tell how old this copy is.`);
  }
  if (candidate) return newWork(standing, seen, 'Release candidates are made of mainline only; pull before you start.');
  return practice(
    'unknown',
    seen,
    'Its repository names no remote that Patchling knows, so nobody can tell whose it is.',
  );
};

const patchedByOthers = 'A distribution adds its own changes and is behind mainline, so work here is practice.';
const stableTakesFixes = 'Stable trees take only fixes that are in mainline already, so work here is practice.';

const practice = (standing: Standing, ...because: string[]): TreeStanding => ({ standing, work: 'practice', because });
const newWork = (standing: Standing, ...because: string[]): TreeStanding => ({ standing, work: 'new work', because });

/** `-1-amd64`, `.fc40`; but not `-rc1`, and not the `-dirty` or `-mine` that a person writes while working. */
const distributionPart = (extra: string): string | undefined => {
  const rest = extra.replace(/^-rc\d+/, '');
  return /^[.-]\d|amd64|arm64|generic|\.(fc|el)\d|-(arch|gentoo|zen|rt)\d*\b/.test(rest) ? rest : undefined;
};

interface KnownRemote {
  readonly standing: 'mainline' | 'distribution' | 'subsystem';
  readonly url: string;
}

const seenIn = ({ url }: KnownRemote): string => `Its remote is ${url}.`;

const knownRemote = (url: string): KnownRemote | undefined => {
  const found = remotes.find(([pattern]) => pattern.test(url));
  return found && { standing: found[1], url: withoutPassword(url) };
};

/** The first that fits decides. The stable repository's main branch is mainline; its others are known by their name. */
const remotes: readonly (readonly [RegExp, KnownRemote['standing']])[] = [
  [/[/:]torvalds\/linux(\.git)?\/?$/, 'mainline'],
  [/[/:](gregkh|stable)\/linux(-stable)?(-rc)?(\.git)?\/?$/, 'mainline'],
  [/[/:@](source\.denx\.de|github\.com)[/:]u-boot\/u-boot(\.git)?\/?$/, 'mainline'],
  [/source\.denx\.de[/:]u-boot\/custodians\//, 'subsystem'],
  [/salsa\.debian\.org|launchpad\.net|kernel\.ubuntu\.com|cki-project\/kernel-ark|openSUSE\/kernel/i, 'distribution'],
  [/android\.googlesource\.com|chromium\.googlesource\.com|raspberrypi\/linux|archlinux\/linux/i, 'distribution'],
  [/(git|gitolite)\.kernel\.org[/:](\w+\/)*linux\/kernel\/git\//, 'subsystem'],
];

const withoutPassword = (url: string): string => url.replace(/^(\w+:\/\/)[^/@]*@/, '$1');
