import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PatchMail } from '../patch/patchMail.ts';
import { readSeries } from './readSeries.ts';
import { stableTrailer } from './stableTrailer.ts';

const patchOf = (lines: number, trailer = 'Signed-off-by: A <a@made.example>'): PatchMail => {
  const diff = `diff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -0,0 +1,${lines} @@\n${'+a\n'.repeat(lines)}`;
  const source = `From: A <a@made.example>\nSubject: [PATCH] x: Fix\n\nWhy.\n\n${trailer}\n---\n${diff}`;
  return readSeries([{ file: 'p', source }]).patches[0] as PatchMail;
};

const ask = (patch: PatchMail, release: string | undefined, isSure = true): string | undefined => {
  const answer = stableTrailer({ patch, number: 1, release, tags: [{ tag: 'v6.1-rc1' }, { tag: 'v6.1' }], isSure });
  return answer && ('seen' in answer ? `${answer.trust}: ${answer.seen}` : answer.because);
};

test('where a release has the bug', () => {
  const seen = 'The commit that it fixes is in v6.1: right if users of a release meet the bug.';
  assert.equal(ask(patchOf(3), 'v6.1-rc1'), `likely: ${seen}`);
  assert.equal(ask(patchOf(3), 'v6.1'), `likely: ${seen}`);
  assert.equal(ask(patchOf(3), 'v6.1-rc1', false), `unsure: ${seen}`);
});

test('not where none has it, or it is too long, or it is there', () => {
  assert.match(ask(patchOf(3), 'v6.2-rc3') ?? '', /came with v6\.2-rc3, and v6\.2 is not out yet/);
  assert.match(ask(patchOf(3), undefined) ?? '', /No release tag here has/);
  assert.match(ask(patchOf(101), 'v6.1') ?? '', /the diff has 101 lines with context, and stable takes 100/);
  assert.equal(ask(patchOf(3, 'Cc: <stable@vger.kernel.org> # 6.1'), 'v6.1'), undefined);
  assert.equal(ask(patchOf(3, 'Cc: <stable+noautosel@kernel.org> # why'), 'v6.1'), undefined);
});
