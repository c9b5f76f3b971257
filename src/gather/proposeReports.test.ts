import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSeries } from '../core/series/readSeries.ts';
import { Trouble } from '../core/trouble.ts';
import { createHost } from '../edge/host.ts';
import { withTempFolder } from '../edge/tempFolder.ts';
import { proposeReports } from './proposeReports.ts';

const URL_OF_IT = 'https://lore.kernel.org/r/1@other.example';
const MAIL = 'From: Bo Other <bo@other.example>\nTo: a@vger.kernel.org\nMessage-ID: <1@other.example>\n\nIt crashes.\n';
const patch = (subject: string, trailer = '') =>
  `From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\nFrom: A <a@made.example>\nSubject: ${subject}\n\nWhy.\n\n${trailer}Signed-off-by: A <a@made.example>\n---\ndiff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-a\n+b\n\n`;
const seriesOf = (...patches: readonly string[]) => readSeries([{ file: 'p', source: patches.join('') }]);

test('from a file, a relative one too, and from an address', async () => {
  await withTempFolder(async (folder) => {
    writeFileSync(join(folder, 'report.eml'), MAIL);
    const host = { ...createHost(), cwd: folder };
    const series = seriesOf(patch('[PATCH] made: Fix it'));
    const { offered, leftOut } = await proposeReports(host, { series, report: 'report.eml' });
    assert.deepEqual(leftOut, []);
    assert.deepEqual(
      offered.map(({ trailer, patch: number, trust }) => [trailer.token, trailer.value, number, trust]),
      [
        ['Reported-by', 'Bo Other <bo@other.example>', 1, 'sure'],
        ['Closes', URL_OF_IT, 1, 'sure'],
      ],
    );
    assert.equal(offered[1]?.instead[0]?.trailer.token, 'Link');
    const byAddress = await proposeReports(host, { series, report: URL_OF_IT });
    assert.deepEqual([byAddress.offered.length, byAddress.leftOut.length], [1, 1]);
    await assert.rejects(proposeReports(host, { series, report: 'no-such.eml' }), Trouble);
  });
});

test('for the patch that calls itself a fix, and not twice', async () => {
  const two = [patch('[PATCH 1/2] made: Prepare'), patch('[PATCH 2/2] made: Fix it', `Closes: ${URL_OF_IT}\n`)];
  const order = { series: seriesOf(...two), report: 'syzbot+0123456789abcdef0123@syzkaller.appspotmail.com' };
  const { offered } = await proposeReports(createHost(), order);
  assert.deepEqual(
    offered.map((one) => [one.patch, one.trust]),
    [
      [2, 'likely'],
      [2, 'likely'],
    ],
  );
  assert.match(offered[0]?.seen ?? '', /Patch 2 of 2 seems to be the one/);
  assert.deepEqual((await proposeReports(createHost(), { ...order, report: URL_OF_IT })).offered, []);
});
