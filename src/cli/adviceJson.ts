import type { AdviceGiven } from '../bench/adviseSubsystems.ts';
import { RECOMMENDED } from '../core/subsystem/advise.ts';

/** The advice as scripts get it: one document; these names are promises. `shown` writes a command as it is typed. */
export const adviceJson = (
  { advice, changed, firsts, weighed, matching }: AdviceGiven,
  shown: (command: readonly string[]) => string,
): Record<string, unknown> => ({
  newcomer: {
    hours: advice.newcomer.hours ?? null,
    months: advice.newcomer.months ?? null,
    interests: advice.newcomer.interests,
    hardware: advice.newcomer.hardware,
  },
  weighed,
  matching,
  known_share: advice.knownShare,
  advice: advice.advised.map(({ name, score, because, against, counted }, index) => ({
    name,
    score,
    recommended: index < RECOMMENDED,
    because,
    against,
    begin: firsts.get(name)?.begin ?? null,
    command: shown(firsts.get(name)?.command ?? []),
    counted,
  })),
  unknown: Object.fromEntries(advice.unknown.map(({ measure, ...why }) => [measure, why])),
  changed,
});
