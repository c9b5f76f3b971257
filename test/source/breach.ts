import assert from 'node:assert/strict';

/** A place where the house is not as it is drawn, and what to write there. `line` starts at 1. */
export interface Breach {
  readonly path: string;
  readonly line?: number;
  readonly what: string;
  readonly instead: string;
}

/** Fails with one line for each breach. */
export const assertNone = (breaches: readonly Breach[]): void => {
  const lines = breaches.map(({ path, line, what, instead }) => {
    return `${path}${line === undefined ? '' : `:${line}`}: ${what}. Instead: ${instead}.`;
  });
  assert.equal(breaches.length, 0, `\n${lines.join('\n')}`);
};
