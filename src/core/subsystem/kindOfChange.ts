import type { KindOfChange } from './card.ts';
import type { Commit } from './commit.ts';
import { wordPattern } from './wordPattern.ts';

type Told = Pick<Commit, 'subject' | 'fixes' | 'stable' | 'reverts' | 'tells' | 'changes'>;

/**
 * What a change does, for projects that write commits as Linux does. The first of these that says something:
 *
 * 1. Its paths are documents only (DOCUMENT), or the subject begins with `doc:` → docs; they are tests only (TEST) → tests.
 * 2. `Fixes:`, `Cc: stable@…` or `This reverts commit …` → fix.
 * 3. The subject's words behind its prefixes: of explaining (EXPLAINS) → docs; of trifles or of what is too much (TRIFLE,
 *    SUPERFLUOUS) → cleanup; of what is wrong (WRONG) → fix; a first word that leaves no doubt (VERBS) → what it says.
 * 4. It adds a file → feature.
 * 5. The message says that something was wrong → fix; that nothing changes, or is not needed → cleanup (`Commit.tells`).
 * 6. A first word that leaves some doubt (WEAK) → what it mostly says.
 * 7. feature.
 *
 * How often it agrees with a reader: `benchmarks/kinds.ts`, docs/figures/kinds.md.
 */
export const kindOfChange = (commit: Told): KindOfChange => byPaths(commit) ?? byTrailers(commit) ?? byWords(commit);

const byPaths = ({ changes, subject }: Told): KindOfChange | undefined => {
  const all = (pattern: RegExp): boolean => changes.length > 0 && changes.every(({ path }) => pattern.test(path));
  if (all(DOCUMENT) || /^(?:[\w/.-]+: )?docs?: |^documentation: /i.test(subject)) return 'docs';
  return all(TEST) ? 'tests' : undefined;
};

const byTrailers = ({ fixes, stable, reverts }: Told): KindOfChange | undefined =>
  fixes.length > 0 || stable || reverts.length > 0 ? 'fix' : undefined;

const byWords = ({ subject, tells, changes }: Told): KindOfChange => {
  const words = subject.replace(PREFIX, '');
  if (EXPLAINS.test(words)) return 'docs';
  if (TRIFLE.test(words) || SUPERFLUOUS.test(words)) return 'cleanup';
  if (WRONG.test(words)) return 'fix';
  const first = /[\w']+/.exec(words)?.[0].toLowerCase() ?? '';
  const verb = VERBS.get(first);
  if (verb) return verb;
  if (changes.some(({ how }) => how === 'added')) return 'feature';
  if (tells === 'broken') return 'fix';
  if (tells === 'same') return 'cleanup';
  return WEAK.get(first) ?? 'feature';
};

const DOCUMENT = new RegExp(
  [
    String.raw`^Documentation/(?!devicetree/bindings/)|^docs?/(?!device-tree-bindings/)|\.(?:rst|md)$`,
    String.raw`(?:^|/)(?:README|MAINTAINERS|CREDITS|CHANGELOG|\.mailmap)[^/]*$`,
  ].join('|'),
);
const TEST = new RegExp(
  [
    String.raw`(?:^|[/_-])(?:self)?tests?/|(?:^|/)(?:testing|kunit)/|[_-](?:tests?|kunit)\.\w+$`,
    String.raw`^\.(?:gitlab-ci|azure|travis|github)`,
  ].join('|'),
);
/** `net: phy: `, `ARM: dts: `, also with a blank or two in it. */
const PREFIX = /^(?:[^\s:]+(?:[ ,]+[^\s:]+){0,3}:\s+)+/;

const EXPLAINS =
  /\b(?:README|kernel-?doc|documentation)\b|^add (?:an? |some |more )?comments?\b|^(?:document|describe)\b/i;
const TRIFLE = wordPattern(
  String.raw`typos?|spell\w*|misspell\w*|white ?spaces?|indent\w*|coding.style|re-?style|reformat|checkpatch|comments?`,
  String.raw`cosmetic|tidy|clean-?ups?|(?:be|make \S+|mark \S+) (?:static|const)`,
);
const SUPERFLUOUS = wordPattern(
  String.raw`unused|redundant|unnecessary|un\w{0,3}cess?ary|unneeded|needless|superfluous|useless|duplicated?|dead code`,
  'obsolete',
);
const WRONG = wordPattern(
  String.raw`fix(?:e[sd]|ing|up|ups)?|bug(?:fix|s)?|missing|leak\w*|(?:over|under)flow\w*|out[- ]of[- ]bounds?|null`,
  String.raw`use[- ]after[- ]free|races?|deadlocks?|crash\w*|hangs?|panic|warnings?|wrong\w*|broken|breakage`,
  String.raw`incorrect\w*|invalid|regression|failures?|uninitiali[sz]ed|correct(?:ly|s|ed)?|properly`,
);

const tableOf = (lists: Partial<Record<KindOfChange, readonly string[]>>): ReadonlyMap<string, KindOfChange> =>
  new Map(
    Object.entries(lists).flatMap(([kind, lines]) =>
      lines
        .join(' ')
        .split(' ')
        .map((word): [string, KindOfChange] => [word, kind as KindOfChange]),
    ),
  );

const VERBS = tableOf({
  fix: [
    "avoid don't dont ensure guard never prevent protect reinstate reject repair restore retry revert silence workaround",
  ],
  cleanup: [
    'clean consolidate constify convert delete drop eliminate extract factor merge migrate move rearrange refactor',
    'remove rename reorder reorganise reorganize replace resync rewrite separate simplify sort split squash staticize',
    'sync synchronise synchronize unify zap',
  ],
  feature: [
    'add added adds adding allow bring bump create enable enhance expand export expose implement import improve increase',
    'initial introduce new provide support',
  ],
});
const WEAK = tableOf({
  fix: ['always check clear do flush free handle limit only return skip stop validate verify wait'],
  cleanup: ['adapt align get include keep make mark minor pass prepare put re reduce rework switch turn use wrap'],
});
