import type { Commit } from './commit.ts';
import { commitRow, movedRow, timeOfRow } from './commitRow.ts';
import type { HistoryRecord } from './history.ts';
import { createIdents, type Hash, type Idents } from './idents.ts';

/** A history while it is read: it takes what git prints, commit by commit, and keeps rows only. */
export interface HistoryBook {
  readonly idents: Idents;
  /** An author's commit, in any order. */
  met(author: number, time: number): void;
  /** A commit of the year, newest first. */
  add(commit: Commit): void;
  /** How many were added. */
  commits(): number;
  /** Forgets the commits, not the people. */
  startAgain(): void;
  /** The commits of an older record, behind those that were added. */
  addOld(record: HistoryRecord): void;
  record(): Pick<HistoryRecord, 'idents' | 'paths' | 'rows'>;
}

/** Commits not later than `since` are left out. `old` gives the people who were there before. */
export const historyBook = (hash: Hash, since: number, old?: HistoryRecord): HistoryBook => {
  const idents = createIdents(hash, old?.idents);
  const firsts = new Map(old?.idents.map(({ first }, place) => [place, first]));
  let places = new Map<string, number>();
  let rows: string[] = [];
  const placeOf = (path: string): number => {
    const place = places.get(path) ?? places.size;
    places.set(path, place);
    return place;
  };
  const add = (commit: Commit): void => {
    if (commit.commitTime > since) rows.push(commitRow(commit, placeOf));
  };
  return {
    idents,
    met: (author, time) => {
      const first = firsts.get(author) ?? 0;
      if (first === 0 || (time > 0 && time < first)) firsts.set(author, time);
    },
    add,
    commits: () => rows.length,
    startAgain: () => {
      places = new Map();
      rows = [];
    },
    addOld: (record) => {
      for (const row of record.rows) {
        if (timeOfRow(row) > since) rows.push(movedRow(row, (place) => placeOf(record.paths[place] ?? '')));
      }
    },
    record: () => ({
      idents: idents.list.map(({ address, name }, place) => ({ address, name, first: firsts.get(place) ?? 0 })),
      paths: [...places.keys()],
      rows,
    }),
  };
};
