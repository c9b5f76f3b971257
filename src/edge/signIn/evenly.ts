import { setTimeout } from 'node:timers/promises';

/** Answers leave at the next full quarter of a second: whether a mail was written for one cannot be told by its time. */
const EVEN_MS = 250;

/** Does work, and is done when others that do less or more of it are. */
export const evenly = async <Done>(work: () => Promise<Done>, everyMs = EVEN_MS): Promise<Done> => {
  const begun = performance.now();
  try {
    return await work();
  } finally {
    const took = performance.now() - begun;
    await setTimeout(Math.ceil(Math.ceil(took / everyMs) * everyMs - took));
  }
};
