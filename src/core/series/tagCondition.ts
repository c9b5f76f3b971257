import type { Reply } from './thread.ts';

const REPAIR = '(?:fix|address|chang|correct|adjust|updat|remov|add|resolv|clarif|sort|rework|drop|renam)';

// What a reviewer writes who gives a tag under a condition, or beside a remark.
const CONDITIONS = [
  new RegExp(`\\bwith (?:that|this|these|those|the|it|all|both|them|an?)\\b[^.!?]{0,60}?\\b${REPAIR}`, 'i'),
  /\bwith (?:that|this|these|those|the above)\s*(?:[,:]|$)/i,
  new RegExp(`\\b(?:if|after|when) (?:you|that|this|these|those|the|it)\\b[^.!?]{0,60}?\\b${REPAIR}`, 'i'),
  /\b(?:once|provided|providing|assuming|as long as|unless|until|subject to|conditional(?:ly)?)\b/i,
  /\b(?:apart from|except|other than|otherwise|besides|aside from|modulo|only concern|one thing)\b/i,
  /\b(?:nits?|nitpicks?|please (?:fix|change|add|drop|remove|use|update|rename))\b/i,
  /\bI(?:'d| would) (?:prefer|rather|suggest)\b/i,
  /\b(?:one|two|few|some|minor|small) (?:comment|remark|suggestion|question|issue|change)s?\b/i,
  /\bcomments? (?:below|inline|above)\b/i,
  // Given to a cover letter, but for some of the patches.
  /\bpatch(?:es)?\s+#?\d/i,
  /\?(?=[\s"')]|$)/,
];

const LONGEST = 100;

/** Of what a reviewer writes beside a tag, the words that make it a condition; none where it is a plain yes. */
export const tagCondition = (says: string): string | undefined => {
  const text = says.slice(0, 4_000);
  const found = CONDITIONS.map((pattern) => pattern.exec(text)?.index).filter((at) => at !== undefined);
  return found.length === 0 ? undefined : around(text, Math.min(...found));
};

/** At most a hundred characters, from the sentence's begin where that is near. */
const around = (text: string, at: number): string => {
  const ends = ['. ', '! ', '? '].map((end) => text.slice(0, at).lastIndexOf(end));
  const from = Math.max(...ends) < 0 ? 0 : Math.max(...ends) + 2;
  const start = at - from > LONGEST / 2 ? text.indexOf(' ', at - LONGEST / 2) + 1 : from;
  const cut = text.slice(start, start + LONGEST);
  return start + LONGEST < text.length ? `${cut.slice(0, -1).trimEnd()}…` : cut.trim();
};

/** Whether somebody takes their tag back, or says no by the tag for it. */
export const takesBack = ({ says, trailers }: Reply): boolean =>
  /\b(?:drop|dropping|remove|withdraw|withdrawing|retract|revoke|take back)\s+my\b/i.test(says.slice(0, 4_000))
  || trailers.some(({ token }) => /^nac?ked-by$/i.test(token));
