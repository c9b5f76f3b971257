import type { PatchMail } from '../../../patch/patchMail.ts';
import type { PatchSeries } from '../../../series/patchSeries.ts';
import type { Facts, MentionedCommit } from '../../facts.ts';
import type { PreflightRule } from '../../rule.ts';
import { writtenIn } from './writtenIn.ts';

const SHA = 'a'.repeat(40);
const BASED = `base-commit: ${SHA}`;
const RELEASE = /^(?:Linux \d|Prepare v\d)/;

/** What a series is made against. */
export const seriesBase: readonly PreflightRule[] = [
  {
    name: 'base-commit-missing',
    title: 'nothing says which commit the patches are made against',
    group: 'series',
    severity: 'note',
    sources: [
      writtenIn.baseTree('it is absolutely necessary for them to know'),
      { ...writtenIn.baseTree('it is often useful for them to know'), olderThan: '6.12' },
    ],
    covers: ['SER-03'],
    why: 'Maintainers and test robots guess the tree otherwise, and answer that it does not apply.',
    next: 'Make the mails with it: git format-patch --base=auto (or --base=COMMIT).',
    look: ({ series, facts }) => {
      if (isWithoutHistory(facts)) return undefined;
      const [patch] = series.mails;
      if (!patch || baseOf(series) !== undefined) return [];
      const many = series.patches.length > 1;
      const what = 'No mail of the series has a base-commit: line.';
      return [{ patch, what, ...(many && { severity: 'warning' as const }) }];
    },
    examples: [
      { given: {}, finds: 'has a base-commit' },
      { given: {}, facts: plainFolder() },
      { given: { below: BASED } },
      {
        given: [
          { subject: '[PATCH 0/1] mm: All', body: BASED, trailers: [], diff: '' },
          { subject: '[PATCH 1/1] mm: One' },
        ],
      },
    ],
  },
  {
    name: 'base-commit-not-public',
    title: 'nobody else has the commit that the patches are made against',
    group: 'series',
    severity: 'warning',
    sources: [writtenIn.baseTree('base commit is in an official maintainer/mainline tree')],
    covers: ['SER-04'],
    why: 'A base that only you have is worth no more than none.',
    next: "Rebase on the maintainer's tree, then: git format-patch --base=COMMIT, with a commit of that tree.",
    look: ({ series, facts }) => {
      const base = baseOf(series);
      if (!base) return undefined;
      const found = commitOf(facts, base.commit);
      if ('because' in found) return { unknown: found.because, settle: found.settle };
      if (found.found === 'none') {
        return [
          { patch: base.patch, what: `Your tree has no commit ${base.commit.slice(0, 12)}: is it in a public tree?` },
        ];
      }
      if (found.release !== undefined || RELEASE.test(found.subject ?? '')) return [];
      const because = `Whether a public tree has ${base.commit.slice(0, 12)} cannot be seen from its tags.`;
      return { unknown: because, settle: `git branch -r --contains ${base.commit.slice(0, 12)}` };
    },
    examples: [
      { given: { below: BASED }, facts: commit({ found: 'none' }), finds: 'has no commit aaaaaaaaaaaa' },
      { given: { below: BASED }, facts: commit({ found: 'one', release: 'v6.12' }) },
      { given: { below: BASED }, facts: commit({ found: 'one' }), unknown: 'cannot be seen' },
      { given: { below: BASED }, unknown: 'Nothing was gathered' },
      { given: {} },
    ],
  },
  {
    name: 'base-not-the-subsystem-tree',
    title: 'the patches are made against mainline, the maintainer has a tree',
    group: 'series',
    severity: 'note',
    sources: [
      writtenIn.sourceTree('want to see patches prepared against those'),
      writtenIn.ubootRules('branch should be used, otherwise'),
    ],
    covers: ['SER-05'],
    why: "The maintainer's tree may have changed the same lines already.",
    next: 'Fetch that tree, rebase on its branch for the next release, and try again there.',
    look: ({ series, facts }) => {
      const owners = series.patches.flatMap(({ diff }) => diff.flatMap(({ path }) => facts.sections(path)[0] ?? []));
      const tree = owners.find(({ trees }) => trees.length > 0);
      const base = baseOf(series);
      if (!tree || series.mails.some(({ subject }) => subject.trees.length > 0)) return undefined;
      if (!base) return { unknown: 'The series names no base-commit.', settle: 'git format-patch --base=auto' };
      const found = commitOf(facts, base.commit);
      if ('because' in found) return { unknown: found.because, settle: found.settle };
      if (!RELEASE.test(found.subject ?? '')) return [];
      const what = `The base is "${found.subject}"; does it apply to ${tree.trees[0]}, the tree of ${tree.title}?`;
      return [{ patch: base.patch, what }];
    },
    examples: [
      {
        given: { below: BASED },
        facts: { ...commit({ found: 'one', subject: 'Linux 6.12' }), ...owned() },
        finds: 'git://slab',
      },
      { given: { below: BASED }, facts: { ...commit({ found: 'one', subject: 'slab: Count' }), ...owned() } },
      { given: { below: BASED, subject: '[PATCH slab] mm: One' }, facts: owned() },
      { given: {}, facts: owned(), unknown: 'names no base-commit' },
    ],
  },
  {
    name: 'base-between-releases',
    title: 'the base is a commit somewhere between two releases',
    group: 'series',
    severity: 'note',
    sources: [writtenIn.preparation('start with a well-known release point')],
    covers: ['SER-06'],
    why: "Other people's half-finished merges are under your change, and a failure may be theirs.",
    next: 'Rebase on the newest -rc: git rebase --onto v6.13-rc2 BASE (with the newest tag of your tree).',
    look: ({ series, facts }) => {
      const base = baseOf(series);
      const isOwned = series.patches.some(({ diff }) => diff.some(({ path }) => facts.sections(path)[0]?.trees.length));
      if (!base || isOwned) return undefined;
      const found = commitOf(facts, base.commit);
      if ('because' in found) return { unknown: found.because, settle: found.settle };
      if (found.found !== 'one' || found.subject === undefined || RELEASE.test(found.subject)) return [];
      return [
        { patch: base.patch, what: `The base is "${found.subject}", no release: was that point chosen on purpose?` },
      ];
    },
    examples: [
      { given: { below: BASED }, facts: commit({ found: 'one', subject: 'mm: Count' }), finds: 'no release' },
      { given: { below: BASED }, facts: commit({ found: 'one', subject: 'Linux 6.13-rc2' }) },
      { given: {} },
    ],
  },
];

/** What a cover letter or a patch says of the base; the first that does. */
const baseOf = ({ mails }: PatchSeries): { readonly patch: PatchMail; readonly commit: string } | undefined => {
  const patch = mails.find(({ base }) => base.commit !== undefined);
  return patch?.base.commit === undefined ? undefined : { patch, commit: patch.base.commit.toLowerCase() };
};

const commitOf = ({ commits }: Facts, sha: string): MentionedCommit | { because: string; settle: string } => {
  if (!commits.known) return commits;
  const settle = `git log -1 --oneline ${sha.slice(0, 12)}`;
  return commits.value.get(sha) ?? { because: 'The base-commit was not looked up in your tree.', settle };
};

/** A plain folder has no commit that a line could name; the gatherer says so of all that it reads from history. */
const isWithoutHistory = ({ calendar, commits }: Facts): boolean =>
  [calendar, commits].some((fact) => !fact.known && /\bhistory\b/.test(fact.because));

// All are used by the examples above them, so they are hoisted.
function commit(found: MentionedCommit) {
  return { commits: { known: true, value: new Map([[SHA, found]]) } } as const;
}

function owned(): Pick<Facts, 'sections'> {
  return { sections: () => [{ title: 'SLAB', profiles: [], trees: ['git git://slab'], lists: [] }] };
}

function plainFolder(): Pick<Facts, 'calendar'> {
  const because = "This tree's history cannot be read: it is no git repository.";
  return { calendar: { known: false, because, settle: 'git clone' } };
}
