// The one list of ranks: a file imports its own room and rooms of lower rank. Rooms between two dots are of equal rank
// and do not import each other. To move a room, change this line and add a note to docs/decisions/.
const list =
  'std · tree, mail · patch · maintainers · subsystem · series, tour · finding · bug · lab · preflight · journal'
  + ' · evidence · programme · edge · gather · bench, office, web/parts · web/bench, web/office · cli · main';

const ranks = new Map(
  list.split(' · ').flatMap((rooms, rank) => rooms.split(', ').map((room): [string, number] => [room, rank])),
);

/** Every room of the house, lowest rank first. */
export const rooms: readonly string[] = [...ranks.keys()];

/** The room that a file below src/ lies in, whether or not there is a room of that name. */
export const roomOf = (path: string): string => {
  const [first = '', second = '', ...deeper] = path.replace(/^src\//, '').split('/');
  if (first === 'main.ts') return 'main';
  if (first === 'core') return deeper.length === 0 ? 'std' : second;
  if (first === 'web') return `web/${second}`;
  return first;
};

/** A room's place in the list; undefined where there is no such room. */
export const rankOf = (room: string): number | undefined => ranks.get(room);
