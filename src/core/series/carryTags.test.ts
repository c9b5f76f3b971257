import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readMail } from '../mail/readMail.ts';
import { patchId } from '../patch/patchId.ts';
import { readPatchMail } from '../patch/readPatchMail.ts';
import { carryTags, droppedTags } from './carryTags.ts';
import { readSeries } from './readSeries.ts';
import { readThread } from './readThread.ts';

const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const BO = 'Reviewed-by: Bo Other <bo@other.example>';
const FROM_BO = 'Bo Other <bo@other.example>';

interface Written {
  readonly subject: string;
  readonly id?: string;
  readonly to?: string;
  readonly from?: string;
  readonly date?: string;
  readonly type?: string;
  /** The lines that a patch adds; without, the mail is none. */
  readonly lines?: readonly string[];
  readonly trailers?: readonly string[];
  readonly text?: string;
}

const write = ({ subject, id, to, from, date, type, lines, trailers = [], text = 'Why.' }: Written): string =>
  [
    'From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001',
    `From: ${from ?? 'Ada Made <ada@made.example>'}`,
    `Date: ${date ?? 'Mon, 16 Nov 2026 10:00:00 +0100'}`,
    `Subject: ${subject}`,
    ...(id === undefined ? [] : [`Message-ID: <${id}>`]),
    ...(to === undefined ? [] : [`In-Reply-To: <${to}>`]),
    `Content-Type: ${type ?? 'text/plain; charset=UTF-8'}`,
    '',
    text,
    ...(lines ? ['', ...trailers, SIGNED, '---', ...diffOf(lines)] : []),
    '',
  ].join('\n');

const diffOf = (lines: readonly string[]): readonly string[] => [
  'diff --git a/a.c b/a.c',
  '--- a/a.c',
  '+++ b/a.c',
  `@@ -1,1 +1,${lines.length + 1} @@`,
  ' int a;',
  ...lines.map((line) => `+${line}`),
  '',
];

const seriesOf = (...mails: readonly Written[]) =>
  readSeries([{ file: 'new.mbox', source: mails.map(write).join('\n') }]);
const carried = (sent: readonly Written[], now: readonly Written[]) => {
  const series = seriesOf(...now);
  const mails = sent.map((one) =>
    readPatchMail(readMail(Buffer.from(write(one)).toString('latin1'), { file: 'a', at: 1 })),
  );
  return carryTags({ series, thread: readThread(mails, series, (patch) => patchId(patch) ?? '') });
};

const LINES = ['a = 1;', 'b = 2;', 'c = 3;', 'd = 4;'];
const OTHER = ['e = 5;', 'f = 6;', 'g = 7;', 'h = 8;', 'i = 9;'];
const V1: Written = { subject: '[PATCH] mm: count once', id: 'v1@x.example', lines: LINES };
const V2: Written = { subject: '[PATCH v2] mm: count once', lines: LINES };
const REPLY: Written = { subject: 'Re: [PATCH] mm: count once', id: 'r1@x.example', to: 'v1@x.example', from: FROM_BO };

describe('tags given in answers', () => {
  test('kept for sure where git patch-id is the same', () => {
    const { offered, leftOut } = carried([V1, { ...REPLY, text: `Nice, thanks!\n\n${BO}` }], [V2]);
    assert.deepEqual(leftOut, []);
    assert.deepEqual(offered, [
      {
        kind: 'tags',
        patch: 1,
        trailer: { token: 'Reviewed-by', value: FROM_BO },
        seen: 'Bo Other gave it to v1 in <r1@x.example>; the change is the same (git patch-id).',
        trust: 'sure',
        instead: [],
      },
    ]);
  });

  test('likely where little changed, and how much', () => {
    const { offered } = carried([V1, { ...REPLY, text: BO }], [{ ...V2, lines: [...LINES, 'e = 5;'] }]);
    assert.equal(offered[0]?.trust, 'likely');
    assert.match(offered[0]?.seen ?? '', /; 1 of 5 changed lines are new\.$/);
    const less = carried([V1, { ...REPLY, text: BO }], [{ ...V2, lines: LINES.slice(1) }]);
    assert.match(less.offered[0]?.seen ?? '', /; 1 of its 4 changed lines is gone\.$/);
  });

  test('left out where much changed, with words for the notes', () => {
    const { offered, leftOut } = carried([V1, { ...REPLY, text: BO }], [{ ...V2, lines: OTHER }]);
    assert.deepEqual(offered, []);
    assert.equal(
      leftOut[0]?.because,
      'Much of this patch changed since v1, to which it was given: 5 of 5 changed lines are new.',
    );
    assert.deepEqual(droppedTags(leftOut), ['Dropped Reviewed-by of Bo Other from patch 1: much of it changed']);
  });

  test('unsure under a condition, with its words', () => {
    const said: readonly (readonly [string, RegExp])[] = [
      ['With that fixed:', /"With that fixed:"/],
      ['Apart from the name this is fine.', /"Apart from the name/],
      ['Once the bindings are in, feel free to add', /"Once the bindings/],
      ['Good work. But why not use the list of the other driver here, as it is there?', /of the other driver here/],
      ['With that,', /"With that,"/],
      ['Good. One small comment is below.', /"Good\. One small|"One small/],
      ['For patches 1 and 2:', /"For patches 1 and 2:"/],
      ['I would prefer a loop, but it is your code.', /"I would prefer/],
      ['Just a nit: a blank is missing.', /nit: a blank/],
    ];
    for (const [text, seen] of said) {
      const { offered } = carried([V1, { ...REPLY, text: `> quoted\n${text}\n\n${BO}` }], [V2]);
      assert.equal(offered[0]?.trust, 'unsure', text);
      assert.match(offered[0]?.seen ?? '', seen);
    }
    const long = carried([V1, { ...REPLY, text: `${'word '.repeat(300)}except that ${'x'.repeat(300)}\n${BO}` }], [V2]);
    const [, quoted = ''] = /"(.*)"/.exec(long.offered[0]?.seen ?? '') ?? [];
    assert.ok(quoted.length <= 100 && quoted.includes('except that'), quoted);
  });

  test('a plain yes is no condition', () => {
    for (const text of [
      'Looks good to me.',
      'I read all of it and it does what it says.',
      'Feel free to add',
      'Tested on a board: https://x.example/?a=b works.',
      'Thanks, applied!',
    ]) {
      const { offered } = carried([V1, { ...REPLY, text: `${text}\n${BO}` }], [V2]);
      assert.equal(offered[0]?.trust, 'sure', text);
    }
  });

  test('unsure where the tag itself is for a part', () => {
    const { offered } = carried([V1, { ...REPLY, text: `${BO} # patches 1-3` }], [V2]);
    assert.deepEqual(
      offered.map(({ trust }) => trust),
      ['unsure'],
    );
  });

  test('given to the cover letter: for every patch that was there', () => {
    const v1 = [
      { subject: '[PATCH 0/2] mm: count', id: 'c@x.example' },
      { subject: '[PATCH 1/2] mm: one', id: 'p1@x.example', to: 'c@x.example', lines: LINES },
      { subject: '[PATCH 2/2] mm: two', id: 'p2@x.example', to: 'c@x.example', lines: OTHER },
      { subject: 'Re: [PATCH 0/2] mm: count', id: 'r@x.example', to: 'c@x.example', from: FROM_BO, text: BO },
    ];
    const v2 = [
      { subject: '[PATCH v2 1/3] mm: new', lines: ['z = 1;'] },
      { subject: '[PATCH v2 2/3] mm: one', lines: LINES },
      { subject: '[PATCH v2 3/3] mm: the second', lines: OTHER },
    ];
    const { offered, leftOut } = carried(v1, v2);
    assert.deepEqual(
      offered.map(({ patch, trust }) => [patch, trust]),
      [
        [2, 'sure'],
        [3, 'sure'],
      ],
    );
    assert.deepEqual(
      leftOut.map(({ patch, why }) => [patch, why]),
      [[1, 'new']],
    );
  });

  test('a patch that is gone takes its tags with it', () => {
    const v1 = [
      { subject: '[PATCH 1/2] mm: one', id: 'p1@x.example', lines: LINES },
      { subject: '[PATCH 2/2] mm: two', id: 'p2@x.example', to: 'p1@x.example', lines: OTHER },
      { subject: 'Re: [PATCH 2/2] mm: two', id: 'r@x.example', to: 'p2@x.example', from: FROM_BO, text: BO },
    ];
    const { offered, leftOut } = carried(v1, [{ subject: '[PATCH v2] mm: one', lines: LINES }]);
    assert.deepEqual(offered, []);
    assert.deepEqual(
      leftOut.map(({ patch, because }) => [patch, because]),
      [[undefined, 'Patch 2 of v1, "mm: two", is not in this version.']],
    );
    assert.deepEqual(droppedTags(leftOut), ['Dropped Reviewed-by of Bo Other: the patch is gone (mm: two)']);
  });
});

describe('whose word it is', () => {
  test('a tag for somebody else is shown, not taken', () => {
    const text = 'I asked at work.\n\nTested-by: Cy Third <cy@third.example>';
    const { offered, leftOut } = carried([V1, { ...REPLY, text }], [V2]);
    assert.deepEqual(offered, []);
    assert.equal(leftOut[0]?.why, 'not-the-sender');
    assert.match(leftOut[0]?.because ?? '', /It names Cy Third, but Bo Other <bo@other\.example> wrote the mail/);
  });

  test('the author’s own, and one that is taken back later', () => {
    const own = { ...REPLY, from: 'Ada Made <ada@made.example>', text: 'Tested-by: Ada Made <ada@made.example>' };
    assert.equal(carried([V1, own], [V2]).leftOut[0]?.why, 'own');
    const back = {
      ...REPLY,
      id: 'r2@x.example',
      date: 'Tue, 17 Nov 2026 10:00:00 +0100',
      text: 'Please drop my tag, it breaks.',
    };
    const { offered, leftOut } = carried([V1, { ...REPLY, text: BO }, back], [V2]);
    assert.deepEqual([offered, leftOut[0]?.why], [[], 'taken-back']);
    const early = { ...back, date: 'Sun, 15 Nov 2026 10:00:00 +0100' };
    assert.equal(carried([V1, { ...REPLY, text: BO }, early], [V2]).offered.length, 1);
  });

  test('never twice, and not what the commit has', () => {
    const twice = { ...REPLY, id: 'r2@x.example', text: 'reviewed-by: "Other, Bo" <BO@other.example>' };
    assert.equal(carried([{ ...V1, trailers: [BO] }, { ...REPLY, text: BO }, twice], [V2]).offered.length, 1);
    const has = carried([V1, { ...REPLY, text: BO }, twice], [{ ...V2, trailers: [BO] }]);
    assert.deepEqual(has, { offered: [], leftOut: [], stillThere: [] });
  });
});

describe('mails of all kinds', () => {
  const taken = (reply: Partial<Written>) => carried([V1, { ...REPLY, ...reply }], [V2]).offered[0]?.trailer.value;

  test('names and tags as mailers write them', () => {
    const encoded = '=?UTF-8?q?B=C3=B6_Other?= <bo@other.example>';
    assert.equal(
      taken({ from: encoded, text: 'Acked-by: Bö Other <bo@other.example>' }),
      'Bö Other <bo@other.example>',
    );
    assert.equal(taken({ from: encoded, text: `Acked-by: ${encoded}` }), 'Bö Other <bo@other.example>');
    assert.equal(taken({ text: `${BO}  # the C part` }), `${FROM_BO} # the C part`);
    assert.equal(taken({ text: 'Reviewed-by: Bo Other\n <bo@other.example>' }), FROM_BO);
    assert.equal(taken({ text: `Fine.\r\n\r\n${BO}\r\n` }), FROM_BO);
    assert.equal(taken({ text: `${BO}\n\nOn Mon, 16 Nov 2026, Ada Made wrote:\n> Why.\n` }), FROM_BO);
    assert.equal(taken({ text: `> ${BO}` }), undefined);
    assert.equal(taken({ type: 'text/html', text: `<html><p>${BO.replace('<', '&lt;')}</p></html>` }), undefined);
  });

  test('no former version, and nothing in it', () => {
    assert.deepEqual(carried([], [V2]), { offered: [], leftOut: [], stillThere: [] });
    assert.deepEqual(carried([V1], [V2]), { offered: [], leftOut: [], stillThere: [] });
  });
});

test('tags of the version before: kept, and asked about where the commit kept them too long', () => {
  const before = { ...V1, trailers: [BO] };
  const { offered } = carried([before], [V2]);
  assert.deepEqual(
    offered.map(({ seen, trust }) => [seen, trust]),
    [['It stands in v1; the change is the same (git patch-id).', 'sure']],
  );
  const { stillThere } = carried([before], [{ ...V2, lines: OTHER, trailers: [BO] }]);
  assert.match(
    stillThere[0]?.because ?? '',
    /^Much of this patch changed since v1: .* Does the tag of Bo Other still hold\?$/,
  );
});

test('ten thousand answers are read in a moment', () => {
  const replies = Array.from({ length: 10_000 }, (_, at) => ({
    ...REPLY,
    id: `r${at}@x.example`,
    from: `P${at} <p${at}@x.example>`,
    text: `Acked-by: P${at} <p${at}@x.example>`,
  }));
  assert.equal(carried([V1, ...replies], [V2]).offered.length, 10_000);
});
