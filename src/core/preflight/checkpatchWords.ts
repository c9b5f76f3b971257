import { findSection } from '../tree/documentSection.ts';
import type { FoundSource } from './foundSource.ts';
import type { Source } from './rule.ts';

// Linux, and U-Boot, which has the same document elsewhere.
const FILES = ['Documentation/dev-tools/checkpatch.rst', 'doc/develop/checkpatch.rst'] as const;

/** Where checkpatch's own document speaks of a type. Not all types are in it. */
export const checkpatchSources = (type: string): readonly Source[] =>
  FILES.map((file) => ({ file, heading: 'Type Descriptions', phrase: `**${type}**` }));

/** The same, for a Linux tree. */
export const checkpatchSource = (type: string): Source => checkpatchSources(type)[0] as Source;

/** What the tree's own document says of a type of checkpatch; nothing where it does not speak of it. */
export const checkpatchWords = (
  document: (path: string) => string | undefined,
  type: string,
): FoundSource | undefined => {
  for (const { file, heading, phrase } of checkpatchSources(type)) {
    const section = findSection(document(file) ?? '', heading, phrase);
    if (!section?.phrase) continue;
    const { line, text } = section.phrase;
    return { file, heading: section.heading, line, words: text.replace(phrase, '').trim() };
  }
  return undefined;
};
