import type { Known } from '../core/subsystem/card.ts';
import type { History, HistoryRecord } from '../core/subsystem/history.ts';
import { peopleOf } from '../core/subsystem/peopleOf.ts';
import { personHash, readHistory, writeHistory } from '../edge/historyCache.ts';
import type { Host } from '../edge/host.ts';
import { type Progress, reported } from '../edge/progress.ts';
import { readAllHistory, readNewHistory, type Unread } from './readAllHistory.ts';

type Needs = Pick<Host, 'git' | 'trees' | 'folders' | 'now'>;

/**
 * The history of a tree's own repository: kept in the cache folder, so that it is read once, and then only what came
 * since. Unknown where there is none, or where it ends within the year.
 */
export async function* historyOf(host: Needs, tree: string): AsyncGenerator<Progress, Known<History>> {
  const [repository, shallow] = await Promise.all([host.git.repositoryOf(tree), host.git.shallowEnd(tree)]);
  if (repository.kind === 'none') {
    const { because, settle } = repository;
    return { kind: 'unknown', because, ...(settle !== undefined && { settle }) };
  }
  const record = yield* recordOf(host, tree, repository.head, shallow?.key ?? '');
  if ('because' in record) return { kind: 'unknown', ...record };
  if (shallow && shallow.newest > record.since) return tooShallow;
  const { head, since, until, paths, rows } = record;
  const people = peopleOf(record.idents, host.trees.text(tree, '.mailmap') ?? '', personHash);
  return { kind: 'known', value: { head, since, until, complete: !shallow, people, paths, rows } };
}

async function* recordOf(
  host: Needs,
  tree: string,
  head: string,
  shallow: string,
): AsyncGenerator<Progress, HistoryRecord | Unread> {
  const kept = readHistory(host.folders.cache, tree);
  if (kept?.head === head && kept.shallow === shallow) return kept;
  const now = host.now().getTime() / 1000;
  const record = yield* reported<Progress, HistoryRecord | Unread>(async (report, signal) => {
    const order = { tree, head, shallow, now, signal, report: counted(report) };
    const goesOn = kept?.shallow === shallow && (await host.git.isAncestor(tree, kept.head, head));
    return goesOn ? readNewHistory(host, order, kept) : readAllHistory(host, order);
  });
  if (!('because' in record)) writeHistory(host.folders.cache, tree, record);
  return record;
}

/** Says from time to time how many it were. */
const counted = (report: (step: Progress) => void): ((commits: number) => void) => {
  const doing = 'Reading the history';
  let all = 0;
  let said = 0;
  report({ doing });
  return (commits) => {
    all += commits;
    if (all - said < STEP) return;
    said = all;
    report({ doing, line: `${all} commits` });
  };
};

const STEP = 5000;

const tooShallow: Known<never> = {
  kind: 'unknown',
  because: 'this is a shallow clone that ends within the last year',
  settle: 'git fetch --unshallow',
};
