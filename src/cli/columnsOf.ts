// Wide in a terminal: East Asian letters and pictures. Combining marks take no column.
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const NONE = /\p{M}|\u200d|\ufe0f/u;

/** How many columns of a terminal a text takes; a tab ends at the next multiple of eight, counted from `from`. */
export const columnsOf = (text: string, from = 0): number => {
  let at = from;
  for (const letter of text) {
    if (letter === '\t') at += 8 - (at % 8);
    else if (letter > '\u02ff' && NONE.test(letter)) continue;
    else at += letter > '\u10ff' && WIDE.test(letter) ? 2 : 1;
  }
  return at - from;
};
