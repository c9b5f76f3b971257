import { listed } from '../counted.ts';
import type { Verdict } from '../verdict.ts';

/** How a file is found that the journal knows by its digest. */
export type FileState = 'as written' | 'edited' | 'gone' | 'unreadable';

/** Where a draft or a prepared version stands: what it still needs, and whose turn that makes it. */
export interface WorkStanding {
  readonly tone: 'yours' | 'fails' | 'unknown';
  /** What stands beside the mark: `your turn`. */
  readonly word: string;
  /** One sentence. */
  readonly says: string;
}

interface Looked {
  readonly check: string;
  readonly verdict: Verdict;
  readonly seen: string;
}

/** `lacks`: the person's own words that are missing. `checks`: of exactly the bytes that are there. */
export const draftStanding = (file: FileState, lacks: readonly string[], checks: readonly Looked[]): WorkStanding => {
  if (file === 'gone') return unknown('Its file is not there any more: put it back, or drop the draft.');
  if (file === 'unreadable') return unknown('Its file cannot be read.');
  if (lacks.length > 0) return { tone: 'yours', word: 'your turn', says: `It lacks ${listed(lacks)}.` };
  const failing = checks.find(({ verdict }) => verdict === 'fails');
  if (failing) return { tone: 'fails', word: 'fails', says: `${failing.check}: ${failing.seen}` };
  if (checks.length === 0 && file === 'edited')
    return unknown('You have changed it since; it was not checked like this.');
  if (checks.length === 0) return unknown('It was not checked yet.');
  return { tone: 'yours', word: 'your turn', says: 'It holds, and can be prepared as a series.' };
};

/** `files`: those of its mails. `check`: the last one of exactly these mails. */
export const versionStanding = (files: readonly FileState[], check: Looked | undefined): WorkStanding => {
  const count = (state: FileState): number => files.filter((one) => one === state).length;
  if (count('gone') === files.length) return unknown('Its mails are not there any more.');
  if (count('gone') > 0) return unknown(`Of its mails, ${count('gone')} of ${files.length} are not there any more.`);
  if (count('unreadable') > 0) return unknown('One of its mails cannot be read.');
  if (!check) return unknown(count('edited') > 0 ? 'It was changed since it was checked.' : 'It was not checked yet.');
  if (check.verdict === 'fails') return { tone: 'fails', word: 'fails', says: `The check found ${check.seen}.` };
  if (check.verdict === 'unknown') return unknown('The check could not look at everything.');
  return { tone: 'yours', word: 'your turn', says: 'It holds. Read it once more; sending it is yours to do.' };
};

const unknown = (says: string): WorkStanding => ({ tone: 'unknown', word: 'unknown', says });
