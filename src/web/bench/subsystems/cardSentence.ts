import { capital } from '../../../core/capital.ts';
import type { FilledCard } from '../../../core/subsystem/filledCard.ts';
import { cleanUpWords } from '../../../core/subsystem/stance.ts';
import type { Steep } from '../../../core/subsystem/steepness.ts';

/** What a newcomer wants to know of a subsystem first, in a sentence. */
export const cardSentence = ({ steepness, history, cleanUps }: FilledCard): string => {
  const parts = [
    `${capital(steepness.steep)} to begin in`,
    history.kind === 'known' && history.value.newcomers.kind === 'known'
      ? `${newcomers(history.value.newcomers.value.people)} a first patch merged in the year`
      : 'how newcomers fare here is unknown',
    cleanUps.stance === 'unknown' ? 'nobody says whether clean-ups are wanted' : cleanUpWords[cleanUps.stance],
  ];
  return `${parts.join('; ')}.`;
};

const newcomers = (count: number): string =>
  count === 0 ? 'nobody had' : count === 1 ? 'one newcomer had' : `${count} newcomers had`;

const STEEPS: readonly Steep[] = ['gentle', 'moderate', 'steep', 'very steep'];

/** Of several, which is the easiest to begin in: the question that one compares them for. */
export const comparedHeadline = (cards: readonly FilledCard[]): string => {
  const heights = cards.map(({ steepness }) => STEEPS.indexOf(steepness.steep));
  const least = Math.min(...heights);
  const [easiest, ...others] = cards.filter((_card, at) => heights[at] === least);
  const many = cards.length > 2;
  if (others.length === 0) return `${easiest?.about.name} is the ${many ? 'gentlest' : 'gentler'} to begin in`;
  if (others.length + 1 < cards.length) return `${others.length + 1} of these are ${STEEPS[least]} to begin in`;
  return `${many ? 'All' : 'Both'} are ${STEEPS[least]} to begin in`;
};
