import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Facts, MentionedCommit } from '../../facts.ts';
import { canPut, isSourceLine } from '../../isSourceLine.ts';
import { known } from '../../known.ts';
import { type MentionedCommitId, mentionedCommits } from '../../mentionedCommits.ts';
import { messageSources } from '../../messageSources.ts';
import { type Checked, eachPatch, type Finding, type Looked, type PreflightRule } from '../../rule.ts';
import { breakLine } from './breakLine.ts';

const DIGITS = 12;
/** As wide as the lines of a message may be. */
const WIDTH = 75;

const SHA = '0123456789abcdef0123456789abcdef01234567';
const SUBJECT = 'mm: slub: Count the objects of both lists';

const one = (id: string, commit: Partial<MentionedCommit> = {}): { readonly facts: Partial<Facts> } => ({
  facts: { commits: known(new Map([[id, { found: 'one', sha: SHA, subject: SUBJECT, ...commit }]])) },
});

/** Commits that the message speaks of. Those of the Fixes tag are judged with the trailers. */
export const commitMentions: readonly PreflightRule[] = [
  {
    name: 'commit-without-title',
    title: 'a commit is named by its number alone',
    group: 'message',
    severity: 'warning',
    sources: [
      messageSources.describe("don't just refer to the SHA-1 ID"),
      messageSources.uBootCheckpatch('The proper way to reference a commit id'),
    ],
    covers: ['CHG-04'],
    why:
      'A reader of the mail cannot look a number up, and a backport has another one; the title '
      + 'finds the commit in every tree.',
    next: `Write it as \`git log -1 --abbrev=${DIGITS} --format='%h ("%s")' COMMIT\` prints it.`,
    look: eachPatch((patch, { facts }) =>
      mentionedCommits(patch)
        .filter(({ title, isByGit, id }) => title === undefined && !(isByGit && id.length === 40))
        .map((mention) =>
          finding(patch, mention, `Commit ${mention.id} is named without its title.`, mended(facts, mention)),
        ),
    ),
    examples: [
      { given: { body: 'Since commit 0123456789ab both lists are counted.' }, finds: '0123456789ab' },
      { given: { body: 'Since commit\n0123456789ab both lists are counted.' }, finds: '0123456789ab' },
      { given: { body: 'Commit 0123456789ab ("mm: slub: Count the objects of\nboth lists") counts twice.' } },
      { given: { body: 'Commit 0123456789ab ("mm: Say "both" where both\nare counted") counts twice.' } },
      { given: { body: 'This reverts commit 0123456789abcdef0123456789abcdef01234567.\n\nIt counted twice.' } },
      { given: { body: 'The register at fe3f0000 holds deadbeef, the checksum is 1234567, the date 20260101.' } },
      { given: { body: 'It commits 12 of them at 0xdeadbee, see https://made.example/?id=0123456789ab.' } },
    ],
  },
  {
    name: 'commit-id-too-short',
    title: `a commit is named by fewer than ${DIGITS} digits`,
    group: 'message',
    severity: 'warning',
    sources: [
      messageSources.describe('at least the first twelve characters'),
      messageSources.uBootCheckpatch('commit <12+ chars of sha1>'),
    ],
    covers: ['CHG-05'],
    why: 'As the history grows, a shorter number comes to fit several commits, and then names none of them.',
    next: `Write ${DIGITS} digits: git log -1 --abbrev=${DIGITS} --format='%h ("%s")' COMMIT`,
    look: eachPatch((patch, { facts }) =>
      mentionedCommits(patch)
        .filter(({ id }) => id.length < DIGITS)
        .map((mention) =>
          finding(
            patch,
            mention,
            `Commit ${mention.id} is named by ${mention.id.length} digits.`,
            mended(facts, mention),
          ),
        ),
    ),
    examples: [
      {
        given: { body: 'Commit 0123456 ("mm: slub: Count the objects of both lists") counts\ntwice.' },
        finds: '7 digits',
      },
      { given: { body: 'Commit 0123456789ab ("mm: slub: Count the objects of both lists")\ncounts.' } },
      { given: { body: 'The address 0123456 (see the manual) is wrong.' } },
    ],
  },
  {
    name: 'commit-unknown',
    title: 'a commit that is named is not in the tree',
    group: 'message',
    severity: 'warning',
    sources: [
      messageSources.describe('include the oneline summary of the commit'),
      messageSources.uBootCheckpatch('The proper way to reference a commit id'),
    ],
    covers: ['CHG-06'],
    why: 'A number that only the author has leads the reader nowhere: a local commit, one that was rebased since, or a slip.',
    next: 'Name the commit as the maintainer has it; where it is of another project, say which before the number.',
    look: lookedUp((patch, mention, commit) => {
      if (mention.isElsewhere || mention.isByGit || commit.found === 'one') return [];
      if (commit.found === 'several') {
        return [finding(patch, mention, `Commit ${mention.id} could be several commits of this tree.`)];
      }
      const found = finding(patch, mention, `Commit ${mention.id} is not in this tree. Is it of another project?`);
      // With its title a reader can find it wherever it is.
      return [mention.title === undefined ? found : { ...found, severity: 'note' }];
    }),
    examples: [
      {
        given: { body: 'Since commit 0123456789ab it is.' },
        ...one('0123456789ab', { found: 'none' }),
        finds: 'not in this tree',
      },
      { given: { body: 'Since commit 0123456 it is.' }, ...one('0123456', { found: 'several' }), finds: 'several' },
      { given: { body: 'Since Linux commit 0123456789ab it is.' }, ...one('0123456789ab', { found: 'none' }) },
      {
        given: { body: 'Ported from Linux 7.2-rc5 commit\n0123456789ab, which is.' },
        ...one('0123456789ab', { found: 'none' }),
      },
      { given: { body: 'Since commit 0123456789ab it is.' }, ...one('0123456789ab') },
      { given: { body: 'Since commit 0123456789ab it is.' }, unknown: 'Nothing was gathered' },
      { given: { body: 'It names none.' } },
    ],
  },
  {
    name: 'commit-title-differs',
    title: 'a commit is named with a title that it does not have',
    group: 'message',
    severity: 'warning',
    sources: [
      messageSources.describe('include the oneline summary of the commit'),
      messageSources.uBootCheckpatch('The proper way to reference a commit id'),
    ],
    covers: ['CHG-06'],
    why: 'Number and title then name two commits, and the reader cannot tell which of them is meant.',
    next: `Compare with git log -1 --abbrev=${DIGITS} --format='%h ("%s")' COMMIT, and name the one that is meant.`,
    look: lookedUp((patch, mention, { found, subject }) => {
      if (mention.title === undefined || found !== 'one' || subject === undefined) return [];
      if (isSameTitle(mention.title, subject)) return [];
      return [finding(patch, mention, `Commit ${mention.id} has the title "${subject}".`)];
    }),
    examples: [
      { given: { body: 'Commit 0123456789ab ("mm: slab: Free it") counts.' }, ...one('0123456789ab'), finds: SUBJECT },
      { given: { body: `Commit 0123456789ab ("${SUBJECT}")\ncounts.` }, ...one('0123456789ab') },
      {
        given: { body: 'Commit 0123456789ab ("mm: slub: Count the objects\nof both lists") counts.' },
        ...one('0123456789ab'),
      },
      { given: { body: 'Commit 0123456789ab ("mm: slub: Count the ...") counts.' }, ...one('0123456789ab') },
      { given: { body: 'Commit 0123456789ab ("mm: slab: Free it") counts.' }, unknown: 'Nothing was gathered' },
    ],
  },
];

type Judge = (patch: PatchMail, mention: MentionedCommitId, commit: MentionedCommit) => readonly Finding[];

function lookedUp(judge: Judge): (checked: Checked) => Looked {
  return ({ series, facts: { commits } }) => {
    const mentions = series.patches.flatMap((patch) => mentionedCommits(patch).map((mention) => ({ patch, mention })));
    if (mentions.length === 0) return undefined;
    if (!commits.known) return { unknown: commits.because, settle: commits.settle };
    return mentions.flatMap(({ patch, mention }) => {
      const commit = commits.value.get(mention.id);
      return commit ? judge(patch, mention, commit) : [];
    });
  };
}

const finding = (patch: PatchMail, mention: MentionedCommitId, what: string, put?: Put): Finding => {
  const { line, span } = mention;
  const mend = put && written(patch, mention, put);
  return { patch, line, span, what, ...(mend && { mend }) };
};

/** The line with what is put there, broken where it gets too long; none where it cannot be broken. */
const written = ({ mail }: PatchMail, { line, span }: MentionedCommitId, { text }: Put): Finding['mend'] => {
  const whole = (line.text.slice(0, span[0]) + text + line.text.slice(span[1])).replace(/\r$/, '');
  const put = [...whole].length <= WIDTH ? [whole] : breakLine(whole, WIDTH);
  if (!put || !isSourceLine(mail, line) || !canPut(mail, put)) return undefined;
  return { says: 'Write the commit with its digits and its title', edits: [{ first: line.at, count: 1, put }] };
};

interface Put {
  readonly text: string;
}

/** With the digits and the title of the one commit that the tree has; a title that is there stays. */
const mended = ({ commits }: Facts, { id, title }: MentionedCommitId): Put | undefined => {
  const commit = commits.known ? commits.value.get(id) : undefined;
  if (commit?.found !== 'one' || commit.sha === undefined || commit.subject === undefined) return undefined;
  const digits = id.length < DIGITS ? commit.sha.slice(0, DIGITS) : id;
  return { text: title === undefined ? `${digits} ("${commit.subject}")` : digits };
};

const isSameTitle = (title: string, subject: string): boolean => {
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
  const cut = /^(.*?)(?:\.{3}|…)$/.exec(plain(title));
  return cut ? plain(subject).startsWith(cut[1]?.trim() ?? '') : plain(title) === plain(subject);
};
