import type { HistoryFigures } from './card.ts';
import { eachPlace, readRow } from './commitRow.ts';
import type { History } from './history.ts';
import { createHistoryTally, type Tally } from './historyTally.ts';
import { kindOfChange } from './kindOfChange.ts';
import { yearBefore } from './yearBefore.ts';

/** What the year shows of one subsystem: of the commits that touch a path of it. */
export const historyFigures = (history: History, owns: (path: string) => boolean): HistoryFigures => {
  const one = ['it'];
  const none: readonly string[] = [];
  return historyFiguresOfAll(history, (path) => (owns(path) ? one : none)).get('it') ?? tallyOf(history)().figures();
};

/** The same of every subsystem in one pass, by its name. One that no commit of the year touches is not in it. */
export const historyFiguresOfAll = (
  history: History,
  subsystemsOf: (path: string) => readonly string[],
): ReadonlyMap<string, HistoryFigures> => {
  const newTally = tallyOf(history);
  const tallies = new Map<string, Tally>();
  const owners: (readonly string[] | undefined)[] = [];
  for (const row of history.rows) {
    const names = new Set<string>();
    eachPlace(row, (place) => {
      owners[place] ??= subsystemsOf(history.paths[place] ?? '');
      for (const name of owners[place]) names.add(name);
    });
    if (names.size === 0) continue;
    const commit = readRow(row, history.paths);
    if (commit.commitTime <= history.since || commit.commitTime > history.until) continue;
    const kind = kindOfChange(commit);
    for (const name of names) {
      const tally = tallies.get(name) ?? newTally();
      tallies.set(name, tally);
      tally.add(commit, kind);
    }
  }
  return new Map([...tallies].map(([name, tally]) => [name, tally.figures()]));
};

const tallyOf = (history: History): (() => Tally) => {
  const year = yearBefore(history.until);
  return () => createHistoryTally(history, year);
};
