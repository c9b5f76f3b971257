import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readMail } from '../mail/readMail.ts';
import type { PatchMail } from '../patch/patchMail.ts';
import { readPatchMail } from '../patch/readPatchMail.ts';
import { readSeries } from './readSeries.ts';
import { readThread } from './readThread.ts';

interface Written {
  readonly id?: string;
  readonly from?: string;
  readonly subject: string;
  readonly to?: string;
  readonly references?: string;
  readonly date?: string;
  readonly text?: string;
  readonly changeId?: string;
}

const write = ({ id, from, subject, to, references, date, text, changeId }: Written): string =>
  [
    `From: ${from ?? 'Ada Made <ada@made.example>'}`,
    `Date: ${date ?? 'Mon, 16 Nov 2026 10:00:00 +0100 (CET)'}`,
    `Subject: ${subject}`,
    ...(id === undefined ? [] : [`Message-ID: <${id}>`]),
    ...(to === undefined ? [] : [`In-Reply-To: <${to}>`]),
    ...(references === undefined ? [] : [`References: ${references}`]),
    'Content-Type: text/plain; charset=UTF-8',
    '',
    text ?? PATCH,
    ...(changeId === undefined ? [] : [`change-id: ${changeId}`]),
    '',
  ].join('\n');

const PATCH = `Why.

Signed-off-by: Ada Made <ada@made.example>
---
diff --git a/a.c b/a.c
--- a/a.c
+++ b/a.c
@@ -1 +1 @@
-int a;
+int b;`;

const mailOf = (written: Written): PatchMail => readPatchMail(readMail(write(written), { file: 'thread.mbox', at: 1 }));
const seriesOf = (...mails: readonly Written[]) =>
  readSeries(mails.map((mail, index) => ({ file: `${index}.eml`, source: write(mail) })));
const patchIdOf = ({ subject }: PatchMail): string => `id of ${subject.summary}`;
const thread = (mails: readonly Written[], ...of: readonly Written[]) =>
  readThread(mails.map(mailOf), seriesOf(...of), patchIdOf);

const V2: Written = { id: 'v2', subject: '[PATCH v2] mm: slub: Count once' };
const V1: Written = { id: 'v1', subject: '[PATCH] mm: slub: Count once' };
const BO = 'Bo Other <bo@other.example>';

describe('former versions', () => {
  test('the same summary by the same sender', () => {
    const { versions } = thread([V1, { id: 'x', subject: '[PATCH] net: Something else' }], V2);
    assert.deepEqual(
      versions.map(({ series, date, patchIds }) => [series.version, date, patchIds]),
      [[1, '2026-11-16T09:00:00.000Z', ['id of mm: slub: Count once']]],
    );
  });

  test('not somebody else’s, not a later one, not the series itself, not twice', () => {
    const { versions } = thread(
      [V2, { ...V1, from: BO, id: 'bo' }, V1, V1, { id: 'v3', subject: '[PATCH v3] mm: slub: Count once' }],
      V2,
    );
    assert.deepEqual(
      versions.map(({ series }) => series.mails.map(({ messageId }) => messageId)),
      [['v1']],
    );
  });

  test('a summary that was reworded, and one that only begins alike', () => {
    const reworded = { id: 'v1', subject: '[PATCH] mm: slub: Count all free objects only once' };
    const of = { id: 'v2', subject: '[PATCH v2] mm: slub: Count all the free objects once' };
    assert.equal(thread([reworded], of).versions.length, 1);
    assert.equal(thread([{ id: 'v1', subject: '[PATCH] mm: slub: Rename a list' }], of).versions.length, 0);
  });

  test('series with a cover, threaded or not, each posting for itself, oldest first', () => {
    const posting = (version: string, threaded: boolean, at: string): Written[] =>
      [0, 1, 2].map((number) => ({
        id: `${version}-${number}`,
        subject: `[PATCH ${version} ${number}/2] mm: slub: Part ${number}`,
        date: `${at} 10:0${number}:00 +0000`,
        ...(number === 0 ? { text: 'A cover.' } : threaded ? { to: `${version}-0` } : {}),
      }));
    const mails = [...posting('v2', false, '17 Nov 2026'), ...posting('v1', true, '16 Nov 2026')];
    const { versions } = thread(mails, ...posting('v3', true, '18 Nov 2026'));
    assert.deepEqual(
      versions.map(({ series }) => [series.version, series.cover?.messageId, series.patches.length, series.total]),
      [
        [1, 'v1-0', 2, 2],
        [2, 'v2-0', 2, 2],
      ],
    );
  });

  test('a resend of the same version', () => {
    const { versions } = thread([V1], { id: 'again', subject: '[PATCH RESEND] mm: slub: Count once' });
    assert.equal(versions.length, 1);
  });

  test('mails without Message-ID or date', () => {
    const { versions } = thread([{ subject: V1.subject, date: 'yesterday' }], V2);
    assert.deepEqual(
      versions.map(({ series, date }) => [series.patches.length, date]),
      [[1, undefined]],
    );
  });
});

describe('replies', () => {
  const bo: Written = {
    id: 'r1',
    from: BO,
    subject: 'Re: [PATCH] mm: slub: Count once',
    to: 'v1',
    text: `On Mon, 16 Nov 2026, Ada Made
<ada@made.example> wrote:
> Why.
> Acked-by: Quoted Person <q@q.example>

Why not in the caller?
Reviewed-by: Bo Other With A Long Name
<bo@other.example>

-- 
Bo, https://bo.example`,
  };

  test('their own words and tags, not what they quote', () => {
    const [reply] = thread([V1, bo], V2).replies;
    assert.equal(reply?.says, 'Why not in the caller?');
    assert.deepEqual([reply.name, reply.address, reply.to], ['Bo Other', 'bo@other.example', 'v1']);
    assert.deepEqual(
      reply.trailers.map(({ token, value }) => `${token}: ${value}`),
      ['Reviewed-by: Bo Other With A Long Name <bo@other.example>'],
    );
  });

  test('at any depth, by References, and by subject where a mail names nobody', () => {
    const mails: Written[] = [
      { id: 'r3', subject: 'Re: x', references: '<v1> <lost>', text: 'Three.' },
      { id: 'r2', subject: 'Re: x', to: 'r1', text: 'Two.' },
      { subject: 'Re: [PATCH] mm: slub: Count once', from: BO, text: 'Four.' },
      { id: 'r9', subject: 'Re: other', to: 'elsewhere', text: 'Not ours.' },
      bo,
      V1,
    ];
    const said = thread(mails, V2).replies.map(({ says, to }) => [says, to]);
    assert.deepEqual(said, [
      ['Three.', 'lost'],
      ['Two.', 'r1'],
      ['Four.', 'v1'],
      ['Why not in the caller?', 'v1'],
    ]);
  });

  test('a new version in reply to the old one is no reply', () => {
    assert.deepEqual(thread([V1, { ...V2, to: 'v1', id: 'other-v2' }], { ...V2, id: 'v2b' }).replies, []);
  });

  test('mails that answer in a circle', () => {
    const mails: Written[] = [
      V1,
      { id: 'a', subject: 'Re: x', to: 'b', references: '<v1>' },
      { id: 'b', subject: 'Re: x', to: 'a' },
    ];
    assert.equal(thread(mails, V2).replies.length, 2);
  });
});

test('reads 5,000 mails in linear time', () => {
  const mails = Array.from({ length: 5_000 }, (_, index) =>
    mailOf({ id: `r${index}`, from: BO, subject: 'Re: x', to: index === 0 ? 'v1' : `r${index - 1}`, text: 'Yes.' }),
  );
  const started = process.hrtime.bigint();
  const { replies } = readThread([mailOf(V1), ...mails.reverse()], seriesOf(V2), patchIdOf);
  assert.equal(replies.length, 5_000);
  assert.ok(process.hrtime.bigint() - started < 2_000_000_000n);
});
