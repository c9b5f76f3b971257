import type { Progress } from '../edge/progress.ts';
import type { Face } from './face.ts';

/** Tells how far long work has come: a line a phase for everybody, and at a terminal what goes on within it. */
export const phases = (face: Face): ((progress: Progress) => void) => {
  let phase = '';
  return ({ doing, percent, line = '' }) => {
    if (doing !== phase) {
      phase = doing;
      face.note(`… ${phase}`);
    }
    const come = [percent === undefined ? '' : `${Math.round(percent)} %`, line].filter((part) => part !== '');
    if (come.length > 0) face.progress(`  ${come.join('  ')}`);
  };
};

/** Runs a verb until it has its result, telling its phases. */
export const finished = async <Result>(
  face: Face,
  working: AsyncGenerator<Progress, Result, undefined>,
): Promise<Result> => {
  const tell = phases(face);
  let step = await working.next();
  for (; !step.done; step = await working.next()) tell(step.value);
  return step.value;
};
