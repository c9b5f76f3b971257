/** How far long work has come; shown as a line, or a bar where it knows its end. */
export interface Progress {
  /** What it does now, in a person's words: `Unpacking linux-source-6.12`. */
  readonly doing: string;
  /** From 0 to 100, where the end is known. */
  readonly percent?: number;
  /** What a program printed last. */
  readonly line?: string;
}

/**
 * Runs work that reports as it goes, as a generator of its reports that returns the work's result. Leaving the generator
 * early aborts `signal` and waits until the work has put away what it had begun.
 */
export async function* reported<Step, Result>(
  work: (report: (step: Step) => void, signal: AbortSignal) => Promise<Result>,
): AsyncGenerator<Step, Result, undefined> {
  const abort = new AbortController();
  const waiting: Step[] = [];
  let wake = () => {};
  let ended = false;
  const report = (step: Step) => {
    waiting.push(step);
    wake();
  };
  const working = work(report, abort.signal).finally(() => {
    ended = true;
    wake();
  });
  working.catch(() => {}); // it is awaited below; until then, its failing is no surprise
  try {
    while (!ended || waiting.length > 0) {
      if (waiting.length === 0) await new Promise<void>((resume) => (wake = resume));
      yield* waiting.splice(0);
    }
    return await working;
  } finally {
    abort.abort();
    await working.catch(() => {});
  }
}
