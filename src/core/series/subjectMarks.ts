import type { PatchMail } from '../patch/patchMail.ts';
import { subjectLine } from '../patch/subjectLine.ts';
import type { PatchSeries } from './patchSeries.ts';

/** What stands in the brackets of the subjects, without version and number, and why. */
export interface SubjectMarks {
  /** For `git format-patch --subject-prefix`: `PATCH net-next`. */
  readonly prefix: string;
  /** A sentence or more. */
  readonly because: string;
  /** The tree was guessed; a person may know better. */
  readonly isGuess: boolean;
}

export interface MarksOrder {
  /** Names of the packs whose documents the tree has and whose code the series touches. */
  readonly packs: ReadonlySet<string>;
  readonly series: PatchSeries;
  readonly rfc?: boolean;
  readonly resend?: boolean;
  /** The version before, whose marks are kept. */
  readonly former?: PatchSeries | undefined;
  /** The person's own words (`--prefix`): `PATCH net-next`, or only `net-next`. */
  readonly asked?: string | undefined;
  /** What b4 keeps for the branch: `RFC`, `net-next`. */
  readonly b4?: readonly string[] | undefined;
  /** git's own setting `format.subjectPrefix`. */
  readonly setting?: string | undefined;
}

/**
 * The first of these that says something: the person, b4's prefixes, the version before, git's setting, the subsystem's
 * document. RFC and RESEND come to each, as the person says. No word stands twice.
 */
export const subjectMarks = (order: MarksOrder): SubjectMarks => {
  const { words: named, because, isGuess } = chosen(order);
  // b4's marks and git's setting may say RFC only: that goes with whatever tree is found.
  const isAsked = wordsIn(order.asked).length > 0;
  const kinds = isAsked
    ? []
    : [...wordsIn(order.b4?.join(' ')), ...wordsIn(order.setting)].filter((word) => !isTree(word));
  const words = [...named, ...kinds];
  const wasRfc = words.some(isRfcWord);
  const wasResend = words.some(isResendWord);
  const isRfc = order.rfc === true || wasRfc;
  const isResend = order.resend === true || wasResend;
  const marks = [
    ...(isRfc ? ['RFC'] : []),
    'PATCH',
    ...(isResend ? ['RESEND'] : []),
    ...withoutRepeats(words).filter(isTree),
  ];
  const { former } = order;
  const wasSentAsRfc = former?.mails.some(({ subject }) => subject.isRfc) === true;
  const told = [
    ...(isRfc && !wasRfc ? ['RFC asks for comments on it; nobody applies it yet.'] : []),
    ...(isResend && !wasResend ? ['RESEND says that these are the same patches again.'] : []),
    ...(wasSentAsRfc && !isRfc ? [`Version ${former.version} was an RFC, this one asks to be applied.`] : []),
  ];
  return { prefix: marks.join(' '), because: [because, ...told].join(' '), isGuess };
};

const isRfcWord = (word: string): boolean => /^rfc$/i.test(word);
const isResendWord = (word: string): boolean => /^(?:resend|resent|repost)$/i.test(word);

/** Each word once. */
const withoutRepeats = (words: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return words.filter((word) => {
    const key = word.toLowerCase();
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
};

interface Chosen {
  readonly words: readonly string[];
  readonly because: string;
  readonly isGuess: boolean;
}

/** Any other word than PATCH, RFC and RESEND, which say nothing of where a patch goes. */
const isTree = (word: string): boolean => !/^patch(?:es)?$/i.test(word) && !isRfcWord(word) && !isResendWord(word);

const chosen = ({ asked, b4, former, setting, packs, series }: MarksOrder): Chosen => {
  const own = wordsIn(asked);
  if (own.length > 0) return { words: own, because: 'You asked for it.', isGuess: false };
  const ofB4 = wordsIn(b4?.join(' '));
  if (ofB4.some(isTree)) return { words: ofB4, because: 'b4 keeps these marks for the branch.', isGuess: false };
  const before = former?.mails.flatMap(({ subject }) => subject.trees) ?? [];
  if (former && before.length > 0) {
    return { words: before, because: `Version ${former.version} was for ${listed(before)} too.`, isGuess: false };
  }
  const set = wordsIn(setting);
  if (set.some(isTree)) {
    return { words: set, because: 'Your git setting format.subjectPrefix says so.', isGuess: false };
  }
  const named = byDocument(packs, series.patches);
  if (named) return named;
  const because = former ? `As version ${former.version} had it.` : 'These files need no further mark.';
  return { words: [], because, isGuess: false };
};

/** What somebody wrote, without brackets, version and number, which are put there by themselves. */
const wordsIn = (text = ''): readonly string[] =>
  subjectLine(`[${text.replace(/[[\]]/g, ' ')}] x`, 1).marks.filter(
    (mark) => !/^v\d{1,4}$|^\d{1,4}\/\d{1,4}$/i.test(mark),
  );

const listed = (words: readonly string[]): string => withoutRepeats(words).join(' ');

/** Two trees each: one for fixes, one for what the next release gets. */
const TREES = [
  { pack: 'bpf', fixes: 'bpf', next: 'bpf-next', who: 'BPF', document: 'Documentation/bpf/bpf_devel_QA.rst' },
  {
    pack: 'netdev',
    fixes: 'net',
    next: 'net-next',
    who: 'networking',
    document: 'Documentation/process/maintainer-netdev.rst',
  },
] as const;

const byDocument = (packs: ReadonlySet<string>, patches: readonly PatchMail[]): Chosen | undefined => {
  const found = TREES.find(({ pack }) => packs.has(pack));
  if (!found) return undefined;
  const { fixes, next, who, document } = found;
  const isBoth = TREES.every(({ pack }) => packs.has(pack));
  const rule = `The ${who} maintainers (${document}) want the tree named, ${fixes} for fixes and ${next} for all else`;
  const tagged = patches.filter(isTagged).length;
  const bug = patches.find(({ subject }) => /^fix(?:es|ed)?\b/i.test(subject.summary.slice(subject.prefix.length)));
  const also = isBoth ? ' It touches networking code too, where net or net-next may be meant.' : '';
  if (tagged > 0 && tagged === patches.length) {
    const what = tagged === 1 ? 'the patch has' : `all ${tagged} patches have`;
    return { words: [fixes], because: `${rule}: ${what} a Fixes tag.${also}`, isGuess: isBoth };
  }
  if (tagged > 0) {
    const seen = `${tagged} of ${patches.length} patches have a Fixes tag, so this is a guess`;
    const because = `${rule}: ${seen}. Fixes that are needed now go as a series of their own, for ${fixes}.${also}`;
    return { words: [next], because, isGuess: true };
  }
  if (bug) {
    const seen = `"${bug.subject.summary}" says that it fixes something and has no Fixes tag, so this is a guess`;
    return { words: [next], because: `${rule}: ${seen}. With the tag it is for ${fixes}.${also}`, isGuess: true };
  }
  return { words: [next], because: `${rule}: no patch has a Fixes tag.${also}`, isGuess: isBoth };
};

const isTagged = ({ trailers }: PatchMail): boolean => trailers.some(({ token }) => /^fixes$/i.test(token));
