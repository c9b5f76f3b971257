import type { Breach } from '../source/breach.ts';
import { isTest } from '../source/projectFiles.ts';
import type { SourceFile } from '../source/sourceFile.ts';
import { type Import, importsOf } from './importsOf.ts';
import { rankOf, roomOf } from './ranks.ts';

/** What a file below src/ imports against the list of ranks. */
export const rankBreaches = (file: SourceFile): Breach[] => {
  const room = roomOf(file.path);
  const rank = rankOf(room);
  if (rank === undefined) {
    const instead = 'a room of DESIGN.md, or a new one in test/layers/ranks.ts with a note in docs/decisions/';
    return [{ path: file.path, what: `there is no room ${room}`, instead }];
  }
  return importsOf(file).flatMap((imported) => {
    const wrong = against(file, room, rank, imported);
    return wrong ? [{ path: file.path, line: imported.line, ...wrong }] : [];
  });
};

const against = (
  file: SourceFile,
  room: string,
  rank: number,
  { path, name }: Import,
): Pick<Breach, 'what' | 'instead'> | undefined => {
  if (name !== undefined) return undefined;
  if (path === undefined) return { what: 'it imports a computed path', instead: 'the path as a literal' };
  if (!path.startsWith('src/')) {
    if (isTest(file) && path.startsWith('test/')) return undefined;
    return { what: `it imports ${path}, which is not published`, instead: 'a file below src/' };
  }

  const other = roomOf(path);
  const otherRank = rankOf(other);
  if (other === room || otherRank === undefined || otherRank < rank) return undefined;
  // A test of core may put the real edges to work.
  if (isTest(file) && other === 'edge') return undefined;
  const what = `${room} imports ${other}, of ${otherRank === rank ? 'equal' : 'higher'} rank`;
  return { what, instead: 'plain data, handed in by whoever knows both rooms' };
};
