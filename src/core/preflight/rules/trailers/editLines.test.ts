import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sampleFacts } from '../../../../../test/preflight/sampleFacts.ts';
import { readSeries } from '../../../series/readSeries.ts';
import type { Facts } from '../../facts.ts';
import { known } from '../../known.ts';
import type { PreflightRule } from '../../rule.ts';
import type { Sample } from '../../sample.ts';
import { writeSample } from '../../writeSample.ts';
import { stableTag } from '../stable/stableTag.ts';
import { changelog } from '../versions/changelog.ts';
import { bugReport } from './bugReport.ts';
import { fixesTag } from './fixesTag.ts';
import { tagForm } from './tagForm.ts';
import { tagPlace } from './tagPlace.ts';

const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';

/** The file's lines from the summary's message on, after all mends of a rule, last place first; none where it has none. */
const mended = (rules: readonly PreflightRule[], name: string, sample: Sample, facts: Partial<Facts> = {}) => {
  const source = writeSample(sample);
  const rule = rules.find((one) => one.name === name);
  const series = readSeries([{ file: 'one.patch', source }]);
  const looked = rule?.look({ series, facts: sampleFacts(facts) }) ?? [];
  const edits = ('unknown' in looked ? [] : looked).flatMap(({ mend }) => mend?.edits ?? []);
  if (edits.length === 0) return undefined;
  const lines = source.split('\n').map((line) => Buffer.from(line, 'latin1').toString('utf8'));
  for (const { first, count, put } of edits.toSorted((a, b) => b.first - a.first))
    lines.splice(first - 1, count, ...put);
  return lines.slice(lines.indexOf('') + 1, lines.indexOf(' mm/slub.c | 2 +-')).join('\n');
};

const commits = known(
  new Map([['54a4f02', { found: 'one' as const, sha: '54a4f0239f2e'.padEnd(40, '0'), subject: 'mm: Köln' }]]),
);

describe('what mends put into the file', () => {
  test('a Fixes tag as the tree has it, from one line or several', () => {
    for (const name of ['fixes-tag-malformed', 'fixes-title-differs']) {
      const given = { body: 'Why.', trailers: ['Fixes: 54a4f02 (mm: K)', SIGNED] };
      assert.equal(
        mended(fixesTag, name, given, { commits }),
        `Why.\n\nFixes: 54a4f0239f2e ("mm: Köln")\n${SIGNED}\n---`,
      );
    }
    const wrapped = { body: 'Why.', trailers: ['Fixes: 54a4f0239f2e ("mm: in', ' Köln")', SIGNED] };
    assert.equal(
      mended(fixesTag, 'fixes-tag-wrapped', wrapped),
      `Why.\n\nFixes: 54a4f0239f2e ("mm: in Köln")\n${SIGNED}\n---`,
    );
  });

  test('no Fixes tag whose title is of another commit, and no characters that the charset has not', () => {
    const other = { body: 'Why.', trailers: ['Fixes: 54a4f02 (mm: Bonn)', SIGNED] };
    assert.equal(mended(fixesTag, 'fixes-tag-malformed', other, { commits }), undefined);
    assert.equal(mended(fixesTag, 'fixes-title-differs', other, { commits }), undefined);
    const headers = { 'Content-Type': 'text/plain; charset=ISO-8859-1' };
    const latin = { headers, body: 'Why.', trailers: ['Fixes: 54a4f02 (mm: K)', SIGNED] };
    assert.equal(mended(fixesTag, 'fixes-tag-malformed', latin, { commits }), undefined);
  });

  test('a tag’s name and its blanks, the rest of its line kept', () => {
    const given = { body: 'Why.', trailers: ['Reviewed-By : Bö <bo@other.example> # part', SIGNED] };
    assert.equal(
      mended(tagForm, 'tag-misspelled', given),
      `Why.\n\nReviewed-by : Bö <bo@other.example> # part\n${SIGNED}\n---`,
    );
    assert.equal(
      mended(tagForm, 'tag-badly-spaced', given),
      `Why.\n\nReviewed-By: Bö <bo@other.example> # part\n${SIGNED}\n---`,
    );
  });

  test('one tag for two, one block for two', () => {
    assert.equal(
      mended(tagForm, 'tag-repeated', { body: 'Why.', trailers: [SIGNED, SIGNED] }),
      `Why.\n\n${SIGNED}\n---`,
    );
    const acked = 'Acked-by: Bo <bo@other.example>';
    assert.equal(
      mended(tagPlace, 'tag-above-trailers', { body: 'Why.', trailers: [acked, '', SIGNED] }),
      `Why.\n\n${acked}\n${SIGNED}\n---`,
    );
    const withProse = { body: 'Why.', trailers: [acked, '', 'More prose.', '', SIGNED] };
    assert.equal(mended(tagPlace, 'tag-above-trailers', withProse), undefined);
  });

  test('the stable tag, and a link to lore', () => {
    const stable = { body: 'Why.', trailers: ['Cc: Stable <stable@vger.kernel.org> [5.10+]', SIGNED] };
    assert.equal(
      mended(stableTag, 'stable-tag-malformed', stable),
      `Why.\n\nCc: stable@vger.kernel.org # 5.10+\n${SIGNED}\n---`,
    );
    const unsure = { trailers: ['Cc: Greg <stable@vger.kernel.org>', SIGNED] };
    assert.equal(mended(stableTag, 'stable-tag-malformed', unsure), undefined);
    const link = { body: 'Why.', trailers: ['Link: https://lkml.kernel.org/r/1@made.example', SIGNED] };
    assert.equal(
      mended(bugReport, 'mail-link-not-on-lore', link),
      `Why.\n\nLink: https://lore.kernel.org/r/1@made.example\n${SIGNED}\n---`,
    );
  });

  test('version notes go below the cut, whole and in order', () => {
    const given = {
      subject: '[PATCH v3] mm: slub: Count once',
      body: 'Why.\n\nChanges in v3:\n- ö\n\nChanges in v2:\n- less',
    };
    assert.equal(
      mended(changelog, 'version-notes-in-message', given),
      `Why.\n\n${SIGNED}\n---\nChanges in v3:\n- ö\n\nChanges in v2:\n- less\n`,
    );
  });

  test('nothing where the line stands encoded in the file', () => {
    const encoded = {
      headers: { 'Content-Transfer-Encoding': 'quoted-printable' },
      trailers: ['Reviewed-By: B=C3=B6 <bo@other.example>', SIGNED],
    };
    const source = writeSample(encoded);
    const [patch] = readSeries([{ file: 'one.patch', source }]).patches;
    const isDecoded = patch?.trailers.some(({ value }) => value.startsWith('Bö'));
    if (isDecoded) assert.equal(mended(tagForm, 'tag-misspelled', encoded), undefined);
  });
});
