import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from 'hono/html';
import type { SaidProblem } from './gatherReview.ts';
import { mailHtml } from './mailHtml.ts';
import { mailView } from './mailView.ts';

const MAIL = [
  'From: Eve <eve@x.example>',
  'Subject: [PATCH] made: <script>alert(1)</script>',
  '',
  'Why \u202etxt.exe\u001b[2J it is.',
  '',
  'Signed-off-by: "><img src=x> <eve@x.example>',
  '---',
  'diff --git a/a.c b/a.c',
  '--- a/a.c',
  '+++ b/a.c',
  '@@ -1,1 +1,1 @@',
  '-one',
  '+</td></table>two',
  '',
].join('\n');

const problem = (line: number, text: string, more: Partial<SaidProblem> = {}): SaidProblem => ({
  rule: 'made-up',
  group: 'message',
  severity: 'error',
  place: { file: 'a', line },
  text,
  what: 'This is <b>wrong</b>.',
  why: 'Because.',
  next: 'Do that.',
  canMend: false,
  ...more,
});

const shown = async (problems: readonly SaidProblem[]): Promise<string> => {
  const view = mailView('a', Buffer.from(MAIL));
  const address = (line: number) => `/draft/x?line=${line}`;
  return String(await mailHtml({ name: 'The mail', head: html`x`, ...view, problems, at: 1, address }));
};

test('what a mail says stays text', async () => {
  const page = await shown([problem(6, 'x', { text: 'Signed <i>', span: [0, 6] })]);
  assert.ok(!/<script|<img|<b>|<i>|<\/table>two|\u202e|\u001b/.test(page), page);
  assert.match(page, /Why \ufffdtxt\.exe\ufffd\[2J it is\./);
});

test('each line has its number, its kind, and its own mark', async () => {
  const page = await shown([]);
  assert.match(page, /<tr class="gone"><td class="n">12<\/td><td class="m"><\/td><td>-one<\/td><\/tr>/);
  assert.match(page, /<tr class="new"><td class="n">13<\/td>/);
  assert.match(page, /<tr class="trailer"><td class="n">6<\/td>/);
});

test('a problem stands below its line, with the part that is meant; its reasons once a rule', async () => {
  const page = await shown([
    problem(12, 'one', { span: [0, 3] }),
    problem(13, '+</td></table>two', { severity: 'note' }),
  ]);
  assert.match(page, /id="l12"><td class="n">12<\/td><td class="m">✗<\/td><td>-<mark>one<\/mark>/);
  assert.match(page, /id="l13"><td class="n">13<\/td><td class="m">\?<\/td>/);
  assert.equal(page.match(/Because\./g)?.length, 1);
  assert.ok(page.indexOf('-<mark>one') < page.indexOf('class="problem is-error"'));
});

test('what stands otherwise in the file is shown as it was read', async () => {
  const page = await shown([problem(2, 'decoded subject', { span: [8, 15] })]);
  assert.match(page, /<code>decoded <mark>subject<\/mark><\/code>/);
});
