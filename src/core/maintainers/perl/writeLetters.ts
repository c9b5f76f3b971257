import { oneOf } from './charSource.ts';
import { NotTranslated } from './perlReader.ts';
import { ligatures, sameLetter } from './sameLetter.ts';

/** More in a row have too many readings to write down. */
const longest = 8;

/**
 * Letters of ASCII in any case, where one sign may stand for two or three of them, as ﬁ does for fi: perl folds runs of
 * letters as a whole (perlre, "/i").
 */
export const writeLetters = (letters: string): string =>
  letters.replace(/s+t?|f+[il]?|./gu, (together) => {
    if (together.length > longest) throw new NotTranslated(`${together} in any case has too many readings`);
    const [first = '', ...others] = readings(together);
    return others.length === 0 ? first : `(?:${[first, ...others].join('|')})`;
  });

const readings = (letters: string): readonly string[] => {
  if (letters === '') return [''];
  const single = [letters.charAt(0), sameLetter(letters.charCodeAt(0), 'unicode')] as const;
  return [single, ...ligatures.filter(([start]) => letters.startsWith(start))].flatMap(([start, signs]) =>
    readings(letters.slice(start.length)).map((rest) => `${oneOf(signs)}${rest}`),
  );
};
