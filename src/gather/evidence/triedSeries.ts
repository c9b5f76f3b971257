import type { TriedSeries } from '../../core/evidence/evidenceFacts.ts';
import { evidencePatches } from '../../core/evidence/evidencePatches.ts';
import type { AppliedPatch, Facts } from '../../core/preflight/facts.ts';
import { type Known, known, notKnown } from '../../core/preflight/known.ts';
import { preflight } from '../../core/preflight/preflight.ts';
import type { Problem } from '../../core/preflight/problem.ts';
import { type GatherHost, gatherFacts } from '../preflight/gatherFacts.ts';
import type { LookUpOrder } from './lookUpEvidence.ts';

export type TryHost = GatherHost;

/** What is only known of a mail that goes to a list, and of the machine that sends it. */
const NOT_ASKED: ReadonlySet<Problem['group']> = new Set(['recipients', 'timing']);
const SETTLE = 'git am --3way FILE.patch, in your tree, then patchling check FILE.patch';

/** Tries the patches of some pieces in a throw-away folder of the server's tree, and asks the gate. Undefined without patches. */
export const triedSeries = async (
  host: TryHost,
  { pieces, tree }: Pick<LookUpOrder, 'pieces' | 'tree'>,
): Promise<Known<TriedSeries> | undefined> => {
  const series = evidencePatches(pieces);
  if (!series) return undefined;
  if (tree === undefined) return notKnown('The programme has no tree to try it on.', SETTLE);
  const { allRules } = await import('../../core/preflight/allRules.ts');
  const asked = await gatherFacts(host, { tree, series, content: true, tools: 'none' });
  const facts: Facts = { ...asked, settings: notKnown('It was sent from another machine.', SETTLE) };
  const { problems, checks } = preflight({ series, facts }, allRules, []);
  const theirs = problems.filter(({ group }) => !NOT_ASKED.has(group));
  return known({
    applied: ofNoPath(asked.applied),
    errors: theirs
      .filter(({ severity, rule }) => severity === 'error' && rule !== 'patch-does-not-apply')
      .map(({ rule, what, place }) => ({ rule, what, line: place.line })),
    warnings: theirs.filter(({ severity }) => severity === 'warning').length,
    holding: checks.filter(({ verdict }) => verdict === 'holds').length,
  });
};

/** The command that would settle it names where the server keeps its tree, which is nobody's business. */
const ofNoPath = (applied: Known<readonly AppliedPatch[]>): Known<readonly AppliedPatch[]> =>
  applied.known ? applied : { ...applied, settle: SETTLE };
