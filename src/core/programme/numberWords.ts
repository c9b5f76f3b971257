const words = [
  ...['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
];

/** `nine`, `13`: small numbers as a sentence says them. */
export const numberWords = (count: number): string => words[count] ?? String(count);

/** The same at the start of a sentence: `Nine`, `No`. */
export const startingNumber = (count: number): string => {
  const said = numberWords(count);
  return said.charAt(0).toUpperCase() + said.slice(1);
};
