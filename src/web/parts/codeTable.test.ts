import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeTable } from './codeTable.ts';

const tableOf = async (text: string): Promise<string> =>
  String(
    await codeTable([{ kind: 'same', number: 1, pieces: [{ text }, { text: 'end', colour: 'keyword' }] }], 'code'),
  );

test('a line is shown whole, but of one that nobody reads to its end the rest is counted', async () => {
  assert.match(await tableOf('x'.repeat(900)), /x{900}<span class="k">end<\/span><\/td>/);
  const long = await tableOf('x'.repeat(60_000));
  assert.ok(long.length < 1500);
  assert.match(long, /59003 more characters/);
});
