import type { Progress } from '../edge/progress.ts';

/** How far long work has come, on one line. */
export const progressLine = ({ doing, percent, line }: Progress): string =>
  [doing, percent === undefined ? '' : `${Math.round(percent)} %`, line ?? ''].filter((part) => part !== '').join('  ');
