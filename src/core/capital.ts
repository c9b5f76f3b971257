/** A clause as a sentence begins: `it is gentle` as `It is gentle`. */
export const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
