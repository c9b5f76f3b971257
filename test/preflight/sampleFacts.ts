import type { Facts } from '../../src/core/preflight/facts.ts';
import { notKnown } from '../../src/core/preflight/known.ts';

const nothing = notKnown('Nothing was gathered.', 'patchling check');

/** The world around an example: nothing is known, unless it says so. */
export const sampleFacts = (facts: Partial<Facts> = {}): Facts => ({
  document: () => undefined,
  isInTree: () => true,
  version: undefined,
  now: '2026-11-23T20:00:00.000Z',
  recipients: nothing,
  sections: () => [],
  packs: new Set(),
  calendar: nothing,
  commits: nothing,
  formerSubjects: nothing,
  formerMessages: [],
  applied: nothing,
  checkpatch: nothing,
  thread: nothing,
  tested: nothing,
  claims: nothing,
  settings: nothing,
  tools: nothing,
  ...facts,
});
