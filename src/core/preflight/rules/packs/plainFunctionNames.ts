import type { PatchMail } from '../../../patch/patchMail.ts';
import { placeInProse, prose } from '../../../patch/prose.ts';
import type { Finding } from '../../rule.ts';

/** A function that the message names without brackets: what the diff itself calls, and never speaks of otherwise. */
export const plainFunctionNames = (patch: PatchMail): readonly Finding[] => {
  const { called, other } = namesIn(patch);
  if (called.size === 0) return [];
  for (const paragraph of prose(patch)) {
    for (const { 0: name, index } of paragraph.own.matchAll(/(?<![\w.>&/-])[a-z]\w*(?![\w(*./-])/g)) {
      if (!called.has(name) || other.has(name)) continue;
      const before = paragraph.own.slice(Math.max(0, index - 8), index);
      if (/(?:struct|union|enum)\s$/.test(before)) continue;
      const { line, span } = placeInProse(paragraph, index, index + name.length);
      return [{ patch, line, span, what: `Is "${name}" the function ${name}()? It stands without brackets.` }];
    }
  }
  return [];
};

const LONGEST = 400;

/** Names with an underscore in the diff's code: those before a bracket, and the others. */
const namesIn = ({ diff }: PatchMail) => {
  const called = new Set<string>();
  const other = new Set<string>();
  const lines = diff.flatMap(({ hunks }) => hunks.flatMap((hunk) => hunk.lines));
  for (const { text } of lines) {
    for (const [, name = '', bracket] of text.slice(0, LONGEST).matchAll(/([A-Za-z_]\w*)(\()?/g)) {
      if (name.includes('_')) (bracket === undefined ? other : called).add(name);
    }
  }
  return { called, other };
};
