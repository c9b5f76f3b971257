import type { PatchMail } from '../patch/patchMail.ts';
import { type Paragraph, type ProsePlace, placeInProse, prose } from '../patch/prose.ts';

/** A commit that the prose of a message speaks of. */
export interface MentionedCommitId extends ProsePlace {
  /** As written, lower case. */
  readonly id: string;
  /** What stands in `("…")` after it, on one line. */
  readonly title?: string;
  /** The words say that it is of another tree: `Linux commit 1234567`. */
  readonly isElsewhere: boolean;
  /** git revert's own words, `(cherry picked from …)`: the full id alone is what git writes there. */
  readonly isByGit: boolean;
}

/** What the facts must look up: every mention, in order. Addresses, checksums and numbers are none. */
export const mentionedCommits = (patch: Pick<PatchMail, 'body'>): readonly MentionedCommitId[] =>
  prose(patch).flatMap((paragraph) => mentionsIn(paragraph).filter(({ line }) => !FIXES.test(line.text)));

// Rules of their own judge this tag, in whatever case it is written.
const FIXES = /^\s*fixes[ \t]*:/i;

// An id counts after the word commit, before ("a title"), or where it is a whole one of 40 digits.
const ID = /(?<![\w/.#+-])[\da-f]{7,40}(?![\w/+-]|\.\w)/gi;

const mentionsIn = (paragraph: Paragraph): readonly MentionedCommitId[] => {
  const { text, own } = paragraph;
  return [...text.matchAll(ID)].flatMap((match) => {
    const [id] = match;
    const end = match.index + id.length;
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const title = titleAfter(text.slice(end, end + 300));
    if (own[match.index] === ' ' || !isCommit(id, before, title)) return [];
    return [
      {
        ...placeInProse(paragraph, match.index, end),
        id: id.toLowerCase(),
        ...(title !== undefined && { title }),
        isElsewhere: ELSEWHERE.test(before),
        isByGit: /(?:this (?:partially |partly )?reverts|cherry[- ]picked from|upstream) commits?:?\s$/i.test(before),
      },
    ];
  });
};

const ELSEWHERE = new RegExp(
  [
    '\\b(?:linux(?:[ -](?:kernel|next))?|kernel|upstream|barebox|coreboot|tf-a|atf|op-tee|dtc|edk2|',
    "qemu|zephyr|lwip|mbedtls|vendor|dts?|gcc|binutils|[\\w-]+(?:'s|’s|\\.git))\\s+(?:\\w{1,12}\\s+)",
    '?commits?\\s+["\'(`]?$|\\b(?:linux|kernel|upstream)\\b(?:[^.]|\\.(?=\\d)){0,40}$',
  ].join(''),
  'i',
);

const isCommit = (id: string, before: string, title: string | undefined): boolean => {
  if (/\b(?:commits?|revert(?:s|ed)?|rev(?:ision)?|sha-?1?)\s+(?:id\s+)?["'(`<]?$/i.test(before)) return true;
  if (/^\d+$/.test(id) || !/\d/.test(id)) return false;
  return (
    title !== undefined
    || (id.length === 40 && !/\b(?:checksum|hash|digest|sha1sum|key|uuid|guid|blob|tree)\b/i.test(before))
  );
};

/** `("title")`, which may be wrapped; the title may have quotation marks of its own. */
const titleAfter = (text: string): string | undefined => {
  const opened = /^\s?\(["“']/.exec(text);
  if (!opened) return undefined;
  const closed = /["”']\)/.exec(text.slice(opened[0].length));
  // What is cut off here goes on somewhere: only its beginning can be compared.
  return closed ? text.slice(opened[0].length, opened[0].length + closed.index) : `${text.slice(opened[0].length)}…`;
};
