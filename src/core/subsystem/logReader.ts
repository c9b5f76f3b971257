import type { Commit, PathChange } from './commit.ts';
import type { Idents } from './idents.ts';
import { wordPattern } from './wordPattern.ts';

/**
 * For `git log -z --name-status --no-renames --format=…`. Neither a message nor a path can hold NUL, so what stands
 * between two is one field or one path, whatever else it holds.
 */
export const commitFormat = '%H%x00%ct%x00%at%x00%ae%n%an%x00%ce%n%cn%x00%s%x00%b';
const fieldCount = 7;

/** For `git log -z --format=…`, one token a commit: no ident can hold a line end. */
export const authorFormat = '%ct%n%ae%n%an';

/**
 * Reads tokens of `authorFormat`: the time of each author's first commit goes into `firsts`; gives all the times. A date
 * that is none is 0, and nobody's first where there is another.
 */
export const readAuthors = (tokens: readonly string[], firsts: Map<string, number>): readonly number[] =>
  tokens.map((token) => {
    const end = token.indexOf('\n');
    const who = token.slice(end + 1);
    const time = Number(token.slice(0, end)) || 0;
    const first = firsts.get(who) || time;
    firsts.set(who, time === 0 ? first : Math.min(first, time));
    return time;
  });

export interface LogReader {
  /** The next tokens of git's output; gives the commits that are complete by now. */
  read(tokens: readonly string[]): readonly Commit[];
  /** The last commit, which only the end completes. */
  end(): readonly Commit[];
}

/** Reads what git prints for `commitFormat`, in any portions. */
export const createLogReader = (idents: Idents): LogReader => {
  let fields: string[] = [];
  let changes: PathChange[] = [];
  let status: string | undefined;
  const complete = (into: Commit[]): void => {
    if (fields.length === fieldCount) into.push(commitOf(fields, changes, idents));
    [fields, changes, status] = [[], [], undefined];
  };
  const take = (token: string, into: Commit[]): void => {
    if (fields.length < fieldCount) fields.push(token);
    else if (status !== undefined) {
      changes.push({ path: token, how: hows[status] ?? 'changed' });
      status = undefined;
    } else {
      // After the message there is an empty line before the first path; a commit that changes none has neither.
      status = /^\n?([A-Z])\d*$/.exec(token)?.[1];
      if (status !== undefined) return;
      complete(into);
      fields.push(token);
    }
  };
  return {
    read: (tokens) => {
      const done: Commit[] = [];
      for (const token of tokens) take(token, done);
      return done;
    },
    end: () => {
      const done: Commit[] = [];
      complete(done);
      return done;
    },
  };
};

const hows: Readonly<Record<string, PathChange['how']>> = { A: 'added', D: 'removed' };

const commitOf = (fields: readonly string[], changes: readonly PathChange[], idents: Idents): Commit => {
  const [id = '', commitTime, authorTime, author = '', committer = '', subject = '', body = ''] = fields;
  const by = { author: idents.placeOf(author), committer: idents.placeOf(committer) };
  return {
    id,
    ...by,
    authorTime: Number(authorTime) || 0,
    commitTime: Number(commitTime) || 0,
    subject,
    ...peopleIn(body, idents),
    fixes: idsIn(body, fixes),
    reverts: idsIn(body, reverts),
    stable: stable.test(body),
    tells: BROKEN.test(body) ? 'broken' : SAME.test(body) ? 'same' : '',
    changes,
  };
};

/** Words of a message that `Commit.tells` is made from. */
const BROKEN = wordPattern(
  String.raw`fix(?:es|ed)?|bugs?|crash\w*|hangs?|fail(?:s|ed|ing|ures?)?|wrong\w*|incorrect\w*|broken|breaks?|leak\w*`,
  String.raw`corrupt\w*|overflow\w*|regression|smatch|coverity|undefined|does(?:n't| not) work|not work(?:ing)?`,
  'errors?|warnings?',
);
const SAME = wordPattern(
  'no(?:t| longer)? (?:used|needed|required|necessary)|no (?:functional |intended |behaviou?ral )?changes?',
  String.raw`unused|redundant|superfluous|simplif\w+|readab\w+|duplicat\w+|consisten\w+|unnecessary|clean\w*|prepar\w+`,
);

const trailer = /^(Reviewed|Acked|Tested|Signed-off)-by:[ \t]*"?([^<>\n]*?)"?[ \t]*<([^<>\n]+)>/gim;

const peopleIn = (body: string, idents: Idents): Pick<Commit, 'reviewers' | 'testers' | 'signers'> => {
  const [reviewers, testers, signers] = [new Set<number>(), new Set<number>(), new Set<number>()];
  for (const [, word = '', name, address] of body.matchAll(trailer)) {
    const letter = word.charAt(0).toLowerCase();
    const list = letter === 't' ? testers : letter === 's' ? signers : reviewers;
    list.add(idents.placeOf(`${address}\n${name}`));
  }
  return { reviewers: [...reviewers], testers: [...testers], signers: [...signers] };
};

const fixes = /^Fixes:[ \t]*(?:commit[ \t]+)?([0-9a-f]{7,64})\b/gim;
const reverts = /\bThis reverts commit[ \t\n]+([0-9a-f]{7,64})\b/gi;
const stable = /^Cc:.*\bstable@/im;

const idsIn = (body: string, pattern: RegExp): readonly string[] =>
  [...body.matchAll(pattern)].map(([, id = '']) => id.toLowerCase());
