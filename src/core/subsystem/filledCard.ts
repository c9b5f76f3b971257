import type { FirstStep } from './beginWith.ts';
import type { Card } from './card.ts';
import type { Steepness } from './steepness.ts';

/** A card with what follows from it: how steep it is, and with what one would begin. */
export interface FilledCard extends Card {
  /** Tests of other kinds, by their place or name. */
  readonly testFiles: readonly string[];
  readonly steepness: Steepness;
  readonly first: FirstStep;
}
