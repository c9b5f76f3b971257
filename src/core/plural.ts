/** `1 site`, `2 sites`; `2 patches` where the plural is not the word with an s. */
export const plural = (count: number, noun: string, several = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : several}`;
