import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openJournal } from '../../../edge/journal.ts';
import type { Desk } from '../frame/desk.ts';
import { journalPage } from './journalPage.ts';

const data = join(mkdtempSync(join(tmpdir(), 'patchling-journal-')), 'data');
mkdirSync(data);
let minutes = 0;
const now = (): Date => new Date(Date.UTC(2026, 10, 23, 10, minutes));
const journal = openJournal(data, { now, by: 'test' });
// What the frame of a page asks for, beside the journal.
const desk = {
  host: { journal, now, command: 'patchling' },
  tree: { folder: '/t', name: 'Linux 6.19', version: undefined, how: '--tree' },
  standing: { standing: 'mainline' },
  hasHistory: false,
  sites: { look: () => ({}) },
  assets: { files: new Map(), version: 'v' },
} as unknown as Desk;
const app = journalPage(desk);
const text = async (at: string): Promise<string> => (await app.request(at)).text();
const send = (words: string) => app.request('/journal/notes', { method: 'POST', body: new URLSearchParams({ words }) });

test('an empty journal is a page', async () => assert.match(await text('/journal'), /Nothing is noted yet/));

test('a note is written, and is text whatever it says', async () => {
  const answer = await send('<script>alert(1)</script>\r\ntwo \u202e');
  assert.equal(answer.status, 303);
  const page = await text('/journal');
  assert.match(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt;\ntwo \ufffd/);
  assert.ok(!page.includes('<script>'));
});

test('an empty note is refused, a long one stays in its field', async () => {
  assert.equal((await send('  ')).status, 422);
  const long = await send('x'.repeat(20_001));
  assert.equal(long.status, 422);
  assert.ok((await long.text()).includes('x'.repeat(20_001)));
});

test('it is paged by a hundred, newest first, and filtered by kind', async () => {
  for (minutes = 1; minutes <= 150; minutes++) {
    await journal.append({ kind: 'dropped', patch: `/d/${minutes}.patch`, because: `because ${minutes}` });
  }
  const first = await text('/journal');
  assert.ok(first.includes('because 150<') && first.includes('because 51<') && !first.includes('because 50<'));
  assert.match(first, /href="\/journal\?page=2" rel="next"/);
  assert.match(await text('/journal?page=2'), /because 50</);
  assert.match(await text('/journal?page=99'), /page 2 of 2/);
  const notes = await text('/journal?kind=note-written');
  assert.ok(!notes.includes('because') && notes.includes('Noted:'));
  assert.match(await text('/journal?kind=%3Cscript%3E'), /There is nothing of this kind/);
  assert.ok(first.length < 150_000);
});

test('what a newer version wrote is shown as unknown, what cannot be read is named', async () => {
  const newer = { at: '2026-11-25T08:00:00Z', by: 'x', v: 1, kind: 'mail-<b>' };
  appendFileSync(join(data, 'journal.ndjson'), `${JSON.stringify(newer)}\n}{\n`);
  const page = await text('/journal');
  assert.match(page, /<code>mail-&lt;b&gt;<\/code>, which this version does not know/);
  assert.match(page, /One line of the journal cannot be read/);
  assert.match(page, /line 153: this is not a fact/);
});
