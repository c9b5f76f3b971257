import { Trouble, type TroubleKind, type TroubleWords } from '../../../core/trouble.ts';
import type { Progress } from '../../../edge/progress.ts';

/** What the server asks of the process beside it. */
export interface WorkAsked {
  readonly id: number;
  readonly name: string;
  readonly order: unknown;
}

/** What that process says of one piece of work. */
export type WorkSaid =
  | { readonly id: number; readonly kind: 'step'; readonly step: Progress }
  | { readonly id: number; readonly kind: 'done'; readonly result: unknown }
  | { readonly id: number; readonly kind: 'failed'; readonly failure: Failure };

/** An error as data: Trouble as it is, anything else with where it happened. */
export type Failure =
  | { readonly kind: TroubleKind; readonly words: TroubleWords }
  | { readonly kind: 'mistake'; readonly message: string; readonly stack: string };

export const failureOf = (error: unknown): Failure => {
  if (error instanceof Trouble) return { kind: error.kind, words: error.words };
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'mistake', message, stack };
};
