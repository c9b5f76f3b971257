import type { WrittenTrailer } from '../patch/trailer.ts';

/** What a proposal is about: the word that `--take` names. */
export type ProposalKind = 'tags' | 'fixes' | 'stable' | 'report' | 'link' | 'order';

/** A trailer that a machine offers for one patch of a series. A person takes it or leaves it; none slips in. */
export interface Proposal {
  readonly kind: ProposalKind;
  /** Of the series, from 1. */
  readonly patch: number;
  readonly trailer: WrittenTrailer;
  /** What was seen, in one sentence. */
  readonly seen: string;
  /** `unsure` is offered only because nothing better was found, and never preset. */
  readonly trust: 'sure' | 'likely' | 'unsure';
  /** What could stand in its place, the likeliest first. */
  readonly instead: readonly Offered[];
}

export type Offered = Pick<Proposal, 'trailer' | 'seen'>;

/** What was looked at and is not offered, and why: a tag of a patch that changed much since. */
export interface LeftOut {
  readonly kind: ProposalKind;
  /** Of the series, from 1; none where no patch of it is meant. */
  readonly patch?: number;
  readonly trailer?: WrittenTrailer;
  readonly because: string;
}

export interface Proposals {
  readonly offered: readonly Proposal[];
  readonly leftOut: readonly LeftOut[];
}
