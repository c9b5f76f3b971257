import type { TextLine } from '../mail/mail.ts';
import { addedLines, removedLines } from '../patch/fileDiff.ts';
import type { PatchMail } from '../patch/patchMail.ts';
import { type Paragraph, prose, toldLines } from '../patch/prose.ts';

/** What can be measured of the words of a message. */
export interface MessageSignals {
  readonly words: number;
  readonly sentences: number;
  /** A word that gives a reason: `because`, `so that`, `otherwise`. */
  readonly hasCause: boolean;
  /** A word for what goes wrong: `crash`, `leak`, `wrong`. */
  readonly hasSymptom: boolean;
  /** A word for when or for whom: `when`, `user`, `on boot`. */
  readonly hasScene: boolean;
  /** A number that measures: `20 %`, `3 ms`, `from 12 to 9`. */
  readonly hasMeasure: boolean;
  /** A log, a trace or another piece of evidence stands in it. */
  readonly hasEvidence: boolean;
}

const CAUSE = new RegExp(
  `\\b(?:${[
    'because|since|so(?: that)?|otherwise|therefore|thus|hence|due to|as a result|in order|instead|rather than|unless|until',
    'leads? to|leading to|caus(?:es?|ed|ing)|results? in|resulting|reason|means|meaning|which (?:is|makes|means|was|are)',
    'to (?:avoid|prevent|allow|enable|ensure|make|keep|support|be able|get|help|match|reduce|simplify|save|let|work|fix)',
    'need(?:s|ed)?|requires?d?|necessary|must|should|but|however|although|though|only|without|no longer|anymore|never',
    'already|currently|allows?|as (?:it|they|the|this)|that is why|thanks to|for (?:use|testing|consistency|future)',
    'unused|redundant|duplicated?|dead|obsolete|useless|unnecessary|not (?:needed|used|required|necessary)|preparation',
    'in preparation|prepare|according to|matching|safer?|easier|simpler|helps?|useful|makes|easy|possible|can be|spec|datasheet',
  ].join('|')})\\b`,
  'i',
);

const SYMPTOM = new RegExp(
  `\\b(?:${[
    'crash\\w*|oops\\w*|panic\\w*|hangs?|hung|leak\\w*|warn\\w*|fail\\w*|wrong\\w*|broken?|breaks?|breaking|breakage|corrupt\\w*',
    'errors?|deadlock\\w*|rac(?:e|es|y)|overflow\\w*|overrun\\w*|underflow\\w*|null|'
      + 'dereferenc\\w*|out[- ]of[- ](?:bounds?|range)',
    'use[- ]after[- ]free|double[- ]free|uninitiali[sz]ed|stuck|lost|lose[sd]?|missing|'
      + 'incorrect\\w*|invalid|unable|cannot|can ?not',
    "can[’']t|(?:do|does|did|is|are|was|were|has|have|will|would)(?:n[’']t| not)|bugs?|issues?|problem\\w*|regress\\w*",
    'time[sd]?[- ]?out|never|mismatch\\w*|confus\\w*|mislead\\w*|unexpected\\w*|undefined|garbage|stale|truncat\\w*|ignor\\w*',
    'lacks?|lacking|violat\\w*|exceed\\w*|too (?:long|short|small|large|big|late|early|many|slow|much|strict)|slow\\w*|abort\\w*',
    'unreachable|dangl\\w*|conflict\\w*|no longer|bogus|silent\\w*|exploit\\w*|vulnerab\\w*|'
      + 'unaligned|misaligned|typos?|complain\\w*',
    'there (?:is|are|was|were) no|no such|non-?existent|zeroed|misspell\\w*|fault\\w*|'
      + 'exceptions?|malform\\w*|skip\\w*|twice|reject\\w*|refus\\w*|prevent\\w*|impossible|'
      + 'defect\\w*|unbalanced',
    'not (?:work|boot|be|set|handled?|checked|freed|released|supported|found|correct|'
      + 'possible|enough|valid)\\w*|instead of|flaw\\w*',
  ].join('|')})\\b`,
  'i',
);

const SCENE = new RegExp(
  [
    '\\b(?:when(?:ever)?|while|during|after|before|if|on (?:boot|resume|suspend|probe|unplug|removal|',
    'error|systems?|boards?|machines?)|users?|systems?|boards?|devices?|boot\\w*|reproduc\\w*|happens?|',
    'occurs?|triggers?|triggered|observed|seen|reported|attackers?|in case|once)\\b',
  ].join(''),
  'i',
);

const MEASURE = new RegExp(
  [
    '\\b\\d[\\d.,]*\\s?(?:%|percent|x\\b|[kmg]?i?bytes?|[kmg]i?b\\b|[mun]?s\\b|ms|us|ns|seconds?|cycles?|',
    'times\\b|iops|mb/s|[gmk]?bps|fps|instructions?)|[-+]\\d+ (?:bytes|text|data|rodata)|',
    '\\bfrom \\d[\\d.,]*\\S* to \\d',
  ].join(''),
  'i',
);

export const messageSignals = (patch: Pick<PatchMail, 'body'>): MessageSignals => {
  const known = measured.get(patch.body);
  if (known) return known;
  const signals = measure(patch);
  measured.set(patch.body, signals);
  return signals;
};

// Several rules ask about the same body; it is a value that nobody changes.
const measured = new WeakMap<readonly TextLine[], MessageSignals>();

const measure = (patch: Pick<PatchMail, 'body'>): MessageSignals => {
  const paragraphs = prose(patch);
  const own = paragraphs.map((one) => one.own);
  const isSaid = (pattern: RegExp): boolean => own.some((text) => pattern.test(text));
  return {
    words: own.reduce((sum, text) => sum + wordCount(text), 0),
    sentences: paragraphs.reduce((sum, one) => sum + sentencesOf(one).length, 0),
    hasCause: isSaid(CAUSE),
    hasSymptom: isSaid(SYMPTOM),
    hasScene: isSaid(SCENE),
    hasMeasure: patch.body.some(({ text }) => MEASURE.test(text.slice(0, 400))),
    hasEvidence: toldLines(patch.body).filter(({ kind }) => kind === 'literal' || kind === 'log').length >= 2,
  };
};

/** Whether a text has a word for what goes wrong, or for a reason. */
export const hasSymptom = (text: string): boolean => SYMPTOM.test(text);
export const hasReason = (text: string): boolean => CAUSE.test(text);

/** The sentences of a paragraph; `e.g. this` and `foo.c` end none. */
export const sentencesOf = ({ own }: Paragraph): readonly string[] =>
  own.split(/(?<=[.!?:])["')]?\s+(?=["'(]?[A-Z\d])/).filter((sentence) => sentence.trim() !== '');

const wordCount = (text: string): number => (text.match(/\S+/g) ?? []).length;

/** Words that carry meaning, with endings taken off: `adds`, `added` and `adding` are one; names are taken apart. */
export const contentWords = (text: string): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const [word] of text.matchAll(/[A-Za-z]+|\d+/g)) {
    for (const [part] of word.matchAll(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g)) {
      const bare = stem(part.toLowerCase());
      if (bare.length > 1 && !EMPTY.has(bare) && !EMPTY.has(part.toLowerCase())) words.add(bare);
    }
  }
  return words;
};

// Verbs of every change and words of grammar tell nothing.
const EMPTY = new Set(
  `the an of to in on for and or with by from into at as is are be was it its that this these those there here which
  add remove fix change use update make set move drop replace rename convert introduce implement clean also all new
  patch commit code file function driver struct call now not no so do doe ha have been will can when`.split(/\s+/),
);

const stem = (word: string): string =>
  word.length <= 4 ? word.replace(/s$/, '') : word.replace(/(?:ing|ed|es|s|e)$/, '').replace(/([^aeiouls])\1$/, '$1');

const MOST = 20_000;

/** What the diff and the summary already show, as words. Of a huge diff the first lines are enough. */
export const shownWords = ({ diff, subject }: Pick<PatchMail, 'diff' | 'subject'>): ReadonlySet<string> => {
  const words = new Set(contentWords(subject.summary));
  const take = (text: string): void => {
    for (const word of contentWords(text.slice(0, 200))) words.add(word);
  };
  let taken = 0;
  for (const file of diff) {
    take(file.path);
    for (const { section } of file.hunks.slice(0, 100)) take(section);
    for (const line of [...addedLines(file), ...removedLines(file)]) {
      if (++taken > MOST) return words;
      take(line.text);
    }
  }
  return words;
};

/** How many lines a patch adds and removes. */
export const changedLines = ({ diff }: Pick<PatchMail, 'diff'>): number =>
  diff.reduce(
    (sum, file) =>
      sum + file.hunks.reduce((one, { lines }) => one + lines.filter(({ mark }) => mark !== ' ').length, 0),
    0,
  );
