import { findSection } from '../tree/documentSection.ts';
import type { CleanUpStance, DocumentWord, Stance } from './stances.ts';

/** A stance that holds in the user's tree: the document's words were found there, or a maintainer said it. */
export interface HeldStance extends Stance {
  /** `Documentation/process/maintainer-netdev.rst, "Clean-up patches"`, or who said it, when and where. */
  readonly where: string;
  /** The document's own sentence; empty for a maintainer's word. */
  readonly text: string;
}

/** Those of a table that hold in a tree, in its order. `read` gives a document of the tree; what it lacks is no stance. */
export const heldIn = (stances: readonly Stance[], read: (file: string) => string | undefined): readonly HeldStance[] =>
  stances.flatMap((stance): HeldStance[] => {
    const { source } = stance;
    if ('by' in source) return [{ ...stance, where: `${source.by} in ${source.mail}, ${source.date}`, text: '' }];
    const said = readWord(source, read(source.file));
    return said ? [{ ...stance, ...said }] : [];
  });

/** A phrase found again: the sentence around it, and where that stands; undefined where the text does not say it. */
export const readWord = (
  { file, heading, phrase }: DocumentWord,
  text: string | undefined,
): Pick<HeldStance, 'where' | 'text'> | undefined => {
  if (text === undefined) return undefined;
  if (heading !== undefined) {
    const found = findSection(text, heading, phrase);
    return found?.phrase && { where: `${file}, "${found.heading}"`, text: found.phrase.text };
  }
  const words = phrase.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const line = new RegExp(`^.*${words.join('\\s+')}.*$`, 'im').exec(text)?.[0];
  return line === undefined
    ? undefined
    : {
        where: file,
        text: line
          .replace(/\s+/g, ' ')
          .replace(/^ ?[-*] /, '')
          .trim(),
      };
};

/** What holds for a file, by its sections' titles and its folder; undefined where nobody has said anything. */
export const stanceOn = (
  held: readonly HeldStance[],
  path: string,
  sections: readonly string[],
): HeldStance | undefined =>
  held.find(
    ({ folders, sections: titles }) =>
      folders?.some((folder) => path.startsWith(folder)) || titles?.some((title) => sections.includes(title)),
  );

/** `wants clean-ups only with other work`, to stand behind who it is. */
export const stanceWords: Readonly<Record<CleanUpStance, string>> = {
  welcome: 'welcomes clean-ups',
  'only with other work': 'wants clean-ups only with other work',
  discouraged: 'discourages clean-ups by themselves',
  none: 'wants no clean-ups that a tool has found',
};

/** `clean-ups are welcome`: a clause of its own, for a card or an advice. */
export const cleanUpWords: Readonly<Record<CleanUpStance, string>> = {
  welcome: 'clean-ups are welcome',
  'only with other work': 'clean-ups are taken only with other work',
  discouraged: 'clean-ups are discouraged',
  none: 'no tool-found clean-ups here, by its maintainers’ word',
};
