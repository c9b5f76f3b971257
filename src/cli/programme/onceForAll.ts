export interface OnceForAll {
  /** It is done in a moment. */
  ask(): void;
  /** It is not done any more. */
  end(): void;
}

/** Does work a moment after somebody asks, once for all who ask in that moment. */
export const onceForAll = (work: () => void, momentMs: number): OnceForAll => {
  let waiting: NodeJS.Timeout | undefined;
  return {
    ask: () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        work();
      }, momentMs);
    },
    end: () => {
      clearTimeout(waiting);
      waiting = undefined;
    },
  };
};
