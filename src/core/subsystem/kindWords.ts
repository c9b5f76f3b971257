import type { KindOfChange } from './card.ts';

const WORDS: Readonly<Record<KindOfChange, readonly [one: string, more: string]>> = {
  fix: ['fix', 'fixes'],
  cleanup: ['clean-up', 'clean-ups'],
  docs: ['change to documents', 'changes to documents'],
  tests: ['change to tests', 'changes to tests'],
  feature: ['feature', 'features'],
};

/** `3 fixes, 1 clean-up`: the most first, what there was none of left out. */
export const kindWords = (kinds: Readonly<Record<KindOfChange, number>>): string =>
  (Object.keys(WORDS) as KindOfChange[])
    .filter((kind) => kinds[kind] > 0)
    .toSorted((one, other) => kinds[other] - kinds[one])
    .map((kind) => `${kinds[kind]} ${WORDS[kind][kinds[kind] === 1 ? 0 : 1]}`)
    .join(', ');
