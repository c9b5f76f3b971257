import { prose } from '../patch/prose.ts';
import { hasReason, hasSymptom, messageSignals } from './messageSignals.ts';

/** A commit of the history of the files that a patch touches. */
export interface FormerCommit {
  readonly sha: string;
  readonly subject: string;
  /** The message below the subject, tags too. */
  readonly body: string;
}

/** A message worth reading, by reference: its words stay in the history. */
export interface GoodMessage {
  readonly sha: string;
  readonly subject: string;
  /** What it does well, few words each: `names what goes wrong`. */
  readonly shows: readonly string[];
}

const MOST = 3;
const READ = 2000;

/**
 * Up to three messages to learn from, newest first as given, chosen so that together they show the most. Measured by
 * the same signals that the coach asks by; none are shown where none is good.
 */
export const goodMessages = (commits: readonly FormerCommit[]): readonly GoodMessage[] => {
  const left = commits.slice(0, READ).flatMap((commit) => judged(commit) ?? []);
  const chosen: GoodMessage[] = [];
  const shown = new Set<string>();
  while (chosen.length < MOST) {
    const worth = ({ shows }: GoodMessage): number => shows.length + shows.filter((one) => !shown.has(one)).length * 2;
    const best = left.reduce<GoodMessage | undefined>(
      (so, one) => (!chosen.includes(one) && (!so || worth(one) > worth(so)) ? one : so),
      undefined,
    );
    if (!best) break;
    chosen.push(best);
    for (const one of best.shows) shown.add(one);
  }
  return chosen.toSorted((a, b) => left.indexOf(a) - left.indexOf(b));
};

const FEWEST = 3;
// Shorter says little; longer is no model for a first patch.
const WORDS: readonly [least: number, most: number] = [30, 250];

const judged = ({ sha, subject, body }: FormerCommit): GoodMessage | undefined => {
  const lines = body
    .slice(0, 20_000)
    .split('\n')
    .map((text, at) => ({ text, at: at + 1 }));
  const patch = { body: lines };
  const paragraphs = prose(patch).filter(({ kind }) => kind === 'prose');
  const [opening] = paragraphs;
  const last = paragraphs.at(-1);
  const signals = messageSignals(patch);
  if (!opening || !last || signals.words < WORDS[0] || signals.words > WORDS[1]) return undefined;
  if (/^(?:revert|merge|prepare|release)\b/i.test(subject) || paragraphs.some(({ own }) => NO_MODEL.test(own)))
    return undefined;
  const isProblemFirst = opening !== last && hasSymptom(opening.own) && !ORDER.test(opening.own);
  if (!isProblemFirst) return undefined;
  const shows = [
    'tells the problem before the change',
    signals.hasSymptom && signals.hasScene && 'names what goes wrong, and when',
    signals.hasEvidence && signals.hasSymptom && 'quotes what is seen',
    signals.hasMeasure && 'gives numbers',
    WAY.test(last.own) && hasReason(last.own) && 'says why this way',
    ORDER.test(last.own) && opening !== last && 'orders the change',
  ].filter((one) => one !== false);
  return shows.length < FEWEST ? undefined : { sha, subject, shows };
};

const ORDER = new RegExp(
  [
    '^(?:to fix (?:this|it|that), |therefore,? |so,? |instead,? |hence,? |thus,? )?(?:add|remove|fix|',
    'change|update|use|move|drop|replace|rename|convert|introduce|implement|make|set|count|switch|',
    'enable|disable|call|check|pass|return|split|allow|avoid|prevent|handle|correct|let|keep|skip|',
    "reject|detect|clear|initiali[sz]e|free|limit|stop|do(?: not|n't)|store|reset|restore|mark|guard|",
    'include|extend|increase|reduce|take|bail)\\b',
  ].join(''),
  'i',
);

const WAY = new RegExp(
  [
    '\\b(?:instead of|rather than|because|since|so that|as (?:it|this|the)|alternative\\w*|which (?:is|',
    'makes|avoids|keeps)|this way|to (?:avoid|keep))\\b',
  ].join(''),
  'i',
);

const NO_MODEL =
  /\bthis (?:patch|commit)\b|\bI (?:have|noticed|think)\b|\b(?:trivial|obvious)\b|\bv\d+ *:|\bchanges (?:in|since)\b/i;
