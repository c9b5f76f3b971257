import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { subjectLine } from './subjectLine.ts';

const TABLE: Readonly<Record<string, string>> = {
  '[PATCH] mm: do': 'PATCH | v1 | | mm: do | mm: ',
  '[PATCH 0/3] mm: do': 'PATCH 0/3 | v1 0/3 | | mm: do | mm: ',
  '[PATCH v10 01/12] mm: do': 'PATCH v10 01/12 | v10 1/12 | | mm: do | mm: ',
  '[PATCH 1/2 v2] mm: do': 'PATCH 1/2 v2 | v2 1/2 | | mm: do | mm: ',
  '[PATCH net-next v2 3/7] tcp: do': 'PATCH net-next v2 3/7 | v2 3/7 | net-next | tcp: do | tcp: ',
  '[net-next,v2,3/7] tcp: do': 'net-next v2 3/7 | v2 3/7 | net-next | tcp: do | tcp: ',
  '[PATCHv2] do': 'PATCH v2 | v2 | | do | ',
  '[PATCHv2 net 1/2] do': 'PATCH v2 net 1/2 | v2 1/2 | net | do | ',
  '[RFCv3] do': 'RFC v3 | v3 rfc | | do | ',
  '[RFC PATCH] do': 'RFC PATCH | v1 rfc | | do | ',
  '[PATCH RESEND] do': 'PATCH RESEND | v1 resend | | do | ',
  '[RESEND] [PATCH] [net] do': 'RESEND PATCH net | v1 resend | net | do | ',
  'Re: [PATCH v2 1/2] do': 'PATCH v2 1/2 | v2 1/2 reply | | do | ',
  'AW: [PATCH] do': 'PATCH | v1 reply | | do | ',
  'Fwd: do': ' | v1 reply | | Fwd: do | Fwd: ',
  '[PATCH] [media] do': 'PATCH media | v1 | media | do | ',
  '[PATCH do': ' | v1 | | [PATCH do | ',
  '[PATCH]  ASoC: wm8994: Do x': 'PATCH | v1 | | ASoC: wm8994: Do x | ASoC: wm8994: ',
  'drm/amd/display: Do: x': ' | v1 | | drm/amd/display: Do: x | drm/amd/display: Do: ',
  'perf tools: do': ' | v1 | | perf tools: do | perf tools: ',
  'use foo::bar here': ' | v1 | | use foo::bar here | ',
  'Revert "mm: do"': ' | v1 | | Revert "mm: do" | ',
  'mm: ': ' | v1 | | mm: | ',
  '': ' | v1 | |  | ',
};

const told = (text: string): string => {
  const { marks, version, number, total, isRfc, isResend, isReply, trees, summary, prefix } = subjectLine(text, 1);
  const numbered = number === undefined ? '' : ` ${number}/${total}`;
  const kinds = `${isRfc ? ' rfc' : ''}${isResend ? ' resend' : ''}${isReply ? ' reply' : ''}`;
  const about = trees.length > 0 ? `| ${trees.join(' ')} ` : '| ';
  return `${marks.join(' ')} | v${version}${numbered}${kinds} ${about}| ${summary} | ${prefix}`;
};

for (const [subject, expected] of Object.entries(TABLE)) {
  test(`${subject || 'an empty subject'}`, () => assert.equal(told(subject), expected));
}

const piece = fc.constantFrom(
  ...['[PATCH]', '[PATCH ', '[', ']', ' ', 'Re:', 're: ', 'Re', ':', 'v2', '1/2', 'mm: x', '[net-next]', 'R', '[]'],
);

const folder = mkdtempSync(join(tmpdir(), 'patchling-subject-'));
after(() => rmSync(folder, { recursive: true }));

test('the summary is what git mailinfo leaves of drawn subjects', (t) => {
  let equal = 0;
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      const text = pieces.join('').trim().replace(/\s+/g, ' ');
      fc.pre(text !== '');
      const input = `From: a <a@b.c>\nSubject: ${text}\n\nwords\n`;
      const git = execFileSync('git', ['mailinfo', 'msg', 'diff'], { cwd: folder, input }).toString();
      assert.equal(subjectLine(text, 1).summary, /^Subject: (.*)$/m.exec(git)?.[1]?.trim() ?? '');
      equal++;
    }),
    { numRuns: 300 },
  );
  t.diagnostic(`${equal} of ${equal} subjects as git mailinfo has them`);
});

test('a subject of a megabyte is read to its end', () => {
  for (const part of ['[x]', '[', 'Re:', 'a: ', ' ', '[ ', '[,', 'a b: '])
    subjectLine(part.repeat(2 ** 20 / part.length), 1);
});
