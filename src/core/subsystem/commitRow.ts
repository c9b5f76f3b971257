import type { Commit, PathChange } from './commit.ts';

/**
 * A commit as one line: the places of its paths first, so that a reader can pass over it without reading on, then the
 * rest as JSON. `12 7+ 9-` is one path changed, one added, one removed.
 */
export const commitRow = (commit: Commit, placeOf: (path: string) => number): string => {
  const changes = commit.changes.map(({ path, how }) => `${placeOf(path)}${signs[how]}`).join(' ');
  const { id, author, authorTime, committer, commitTime, subject, reviewers, testers, signers } = commit;
  const people = [reviewers, testers, signers];
  const ids = [commit.fixes, commit.reverts, commit.stable ? 1 : 0, commit.tells];
  return `${changes}\t${JSON.stringify([id, author, authorTime, committer, commitTime, subject, ...people, ...ids])}`;
};

const signs = { added: '+', removed: '-', changed: '' } as const;

/** Visits the places of a row's paths, without reading the rest of it. */
export const eachPlace = (row: string, visit: (place: number) => void): void => {
  let place = 0;
  for (let at = 0; at < row.length; at++) {
    const unit = row.charCodeAt(at);
    if (unit >= ZERO && unit <= NINE) place = place * 10 + unit - ZERO;
    else if (unit === BLANK || unit === TAB) {
      if (at > 0) visit(place);
      if (unit === TAB) return;
      place = 0;
    }
  }
};

const [ZERO, NINE, BLANK, TAB] = [48, 57, 32, 9];

/** When a row's commit was committed, without reading the rest of it. */
export const timeOfRow = (row: string): number => Number(TIME.exec(row)?.[1]);

/** A row for another list of paths. */
export const movedRow = (row: string, placeOf: (place: number) => number): string => {
  const end = row.indexOf('\t');
  return row.slice(0, end).replace(/\d+/g, (place) => `${placeOf(Number(place))}`) + row.slice(end);
};

const TIME = /^[^\t]*\t\["\w+",\d+,\d+,\d+,(\d+),/;

/** Throws where the row is none. */
export const readRow = (row: string, paths: readonly string[]): Commit => {
  const end = row.indexOf('\t');
  const [id, author, authorTime, committer, commitTime, subject, ...more] = JSON.parse(row.slice(end + 1));
  const [reviewers, testers, signers, fixes, reverts, stable, tells] = more;
  const changes =
    end <= 0
      ? []
      : row
          .slice(0, end)
          .split(' ')
          .map((change) => changeIn(change, paths));
  const people = { author, committer, reviewers, testers, signers };
  return { id, authorTime, commitTime, subject, ...people, fixes, reverts, stable: stable === 1, tells, changes };
};

const changeIn = (change: string, paths: readonly string[]): PathChange => {
  const how = change.endsWith('+') ? 'added' : change.endsWith('-') ? 'removed' : 'changed';
  return { path: paths[placeIn(change)] ?? '', how };
};

const placeIn = (change: string): number => Number.parseInt(change, 10);
