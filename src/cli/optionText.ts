import type { Called } from './commandTable.ts';

/** An option's text; undefined where it was not given. commander gives `--why-file` as `whyFile`. */
export const optionText = (options: Called['options'], name: string): string | undefined => {
  const value = options[name.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())];
  return typeof value === 'string' ? value : undefined;
};
