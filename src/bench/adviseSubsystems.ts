import type { AdviceNow } from '../core/subsystem/adviceChange.ts';
import { adviceChange } from '../core/subsystem/adviceChange.ts';
import { type Advice, advise, shortlist } from '../core/subsystem/advise.ts';
import { beginWith, type FirstStep } from '../core/subsystem/beginWith.ts';
import type { Candidate } from '../core/subsystem/candidate.ts';
import type { Newcomer } from '../core/subsystem/newcomer.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import type { Progress } from '../edge/progress.ts';
import { type CandidateNeeds, candidatesOf } from '../gather/candidatesOf.ts';
import type { ChosenTree } from './chooseTree.ts';
import { keepAdvice, keptAdvice } from './keptAdvice.ts';

export interface AdviceGiven {
  readonly advice: Advice;
  /** With what one would begin, by the name of the subsystem. */
  readonly firsts: ReadonlyMap<string, FirstStep>;
  /** How many subsystems could be chosen, and how many of them meet an interest. */
  readonly weighed: number;
  readonly matching: number;
  /** What is otherwise than the last time; empty the first time. */
  readonly changed: readonly string[];
  /** What is odd about MAINTAINERS: sentences. */
  readonly oddities: readonly string[];
  /** Why the answers could not be kept. */
  readonly notKept?: string;
}

type Needs = CandidateNeeds & Pick<Host, 'personalSeed' | 'folders' | 'trees' | 'writeFile'>;

/** Whose cards are filled: more would take long, and the best by what is known cheaply are among them. */
const LOOKED_AT = 24;

/** Weighs all subsystems by what costs little, looks closely at the best, weighs those again, and keeps the answers. */
export async function* adviseSubsystems(
  host: Needs,
  { tree, newcomer }: { tree: ChosenTree; newcomer: Newcomer },
): AsyncGenerator<Progress, AdviceGiven, undefined> {
  const who = host.personalSeed();
  const last = keptAdvice(host);
  const candidates = yield* candidatesOf(host, { tree: tree.folder, who });
  const wanted = shortlist(newcomer, candidates.all, LOOKED_AT);
  const before = last ? shortlist(last.newcomer, candidates.all, LOOKED_AT).names : [];
  const filled = new Map<string, Candidate>();
  for (const candidate of candidates.all) {
    const { name } = candidate.about;
    if (!wanted.names.includes(name) && !before.includes(name)) continue;
    yield { doing: 'Looking closely at the most promising', line: name };
    filled.set(name, candidates.filled(candidate));
  }
  const only = (names: readonly string[]): Candidate[] => names.flatMap((name) => filled.get(name) ?? []);
  const advice = advise(newcomer, only(wanted.names), who);
  const now: AdviceNow | undefined = last && {
    tree: tree.folder,
    advice,
    byLastAnswers: advise(last.newcomer, only(before), who),
    candidateOf: (name) => filled.get(name),
  };
  const exists = (path: string): boolean => host.trees.exists(tree.folder, path);
  return {
    advice,
    firsts: new Map(advice.advised.map(({ name, candidate }) => [name, beginWith(candidate, exists)])),
    weighed: candidates.all.length,
    oddities: candidates.oddities,
    matching: wanted.matching,
    changed: last && now ? adviceChange(last, now) : [],
    ...kept(host, tree.folder, advice),
  };
}

/** An advice that cannot be kept is one all the same. */
const kept = (host: Needs, tree: string, { newcomer, advised }: Advice): Pick<AdviceGiven, 'notKept'> => {
  try {
    keepAdvice(host, { tree, newcomer, advised: advised.map(({ name }) => name) });
    return {};
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return {
      notKept: `Your answers could not be kept, so the next advice cannot say what changed: ${error.words.what}`,
    };
  }
};
