import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { writeFiles } from '../../test/world/gitFolder.ts';
import { compareFiles } from './compareFiles.ts';
import { PIECE } from './readPieces.ts';

test('same, changed, and the lines of both, over the edge of a piece too', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-compare-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const [before, now] = [join(folder, 'a'), join(folder, 'b')];
  const long = 'x\n'.repeat(PIECE);
  writeFiles(before, { same: 'a\nb\n', other: 'a\n', grown: 'a\n', empty: '', long, cut: long, only: '' });
  writeFiles(now, { same: 'a\nb\n', other: 'b\n', grown: 'a\nb\n', empty: '', long, cut: long.slice(0, PIECE) });
  const { files, unreadable } = compareFiles(before, now, ['same', 'other', 'grown', 'empty', 'long', 'cut', 'only']);
  assert.deepEqual(
    files.map(({ path, same, linesBefore, linesNow }) => [path, same, linesBefore, linesNow]),
    [
      ['same', true, 2, 2],
      ['other', false, 1, 1],
      ['grown', false, 1, 2],
      ['empty', true, 0, 0],
      ['long', true, PIECE, PIECE],
      ['cut', false, PIECE, PIECE / 2],
    ],
  );
  assert.deepEqual(unreadable, [{ path: 'only', code: 'ENOENT' }]);
});
