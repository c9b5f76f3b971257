import { pathToFileURL } from 'node:url';
import { type MayDo, permissionMatrix } from './permissionMatrix.ts';

/** The matrix as a changed copy of `mayDo.ts` gives it. */
export const matrixOfCopy = async (file: string): Promise<string> => {
  try {
    const { mayDo } = (await import(pathToFileURL(file).href)) as { mayDo: MayDo };
    return permissionMatrix(mayDo).text;
  } catch {
    return 'it does not run';
  }
};
