import type { PatchMail } from '../core/patch/patchMail.ts';
import { mentionedCommits } from '../core/preflight/mentionedCommits.ts';
import type { FixesEvidence, NamedInMessage } from '../core/series/fixesFromBlame.ts';
import type { Host } from '../edge/host.ts';

const MOST_NAMED = 20;
const LONGEST_PROSE = 20_000;

const BEFORE =
  /\b(?:since|after|by|with|broken? (?:in|by)|introduced (?:in|by)|caused by) (?:the )?commit\s?["'(`<]?$/i;
const AFTER = new RegExp(
  [
    '^[\\s"\')`>,:]{0,4}(?:\\([^)]{0,200}\\)+)?[^.]{0,80}\\b(?:introduc\\w+|broke|breaks|changed|chang(?:es|ing)|',
    'dropp?(?:ed|s)|removed|removes|caus(?:ed|es)|forgot|moved|converted|switched|made|missed)\\b',
  ].join(''),
  'i',
);

/** The commits of the tree that a message speaks of, with how it does, in its order. */
export const namedInMessage = async (
  host: Pick<Host, 'git'>,
  tree: string,
  patch: PatchMail,
): Promise<Pick<FixesEvidence, 'named' | 'prose'>> => {
  const prose = proseOf(patch);
  const mentions = mentionedCommits(patch)
    .filter(({ isElsewhere }) => !isElsewhere)
    .slice(0, MOST_NAMED);
  if (mentions.length === 0) return { named: [], prose };
  const ids = [...new Set(mentions.map(({ id }) => id))];
  const commits = await host.git.commitsNamed(tree, ids, new Set());
  const isRevert = /^revert\b/i.test(patch.subject.summary);
  const named = mentions.flatMap(({ id, isByGit }): readonly NamedInMessage[] => {
    const commit = commits.get(id);
    if (commit?.found !== 'one' || commit.sha === undefined || commit.isAncestor === false) return [];
    return [{ sha: commit.sha, as: isByGit && isRevert ? 'revert' : blames(prose, id) ? 'blame' : 'mention' }];
  });
  return { named, prose };
};

const proseOf = ({ body }: PatchMail): string => {
  const lines: string[] = [];
  let length = 0;
  for (const { text } of body) {
    if (/^\s*fixes[ \t]*:/i.test(text)) continue;
    lines.push(text.trim());
    length += text.length + 1;
    if (length > LONGEST_PROSE) break;
  }
  return lines.join(' ').slice(0, LONGEST_PROSE);
};

const blames = (prose: string, id: string): boolean => {
  const at = prose.toLowerCase().indexOf(id);
  if (at < 0) return false;
  return (
    BEFORE.test(prose.slice(Math.max(0, at - 60), at)) || AFTER.test(prose.slice(at + id.length, at + id.length + 300))
  );
};
