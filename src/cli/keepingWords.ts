import type { Face } from './face.ts';

/** What a person has written at the terminal is shown once more where it cannot be kept. */
export const keepingWords = async <Result>(face: Face, why: string, work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    face.note(`Your words, so that they are not lost:\n\n${why}\n`);
    throw error;
  }
};
