import assert from 'node:assert/strict';
import { test } from 'node:test';
import { known, notKnown } from '../preflight/known.ts';
import type { Published } from './evidenceFacts.ts';
import { evidenceOutcome } from './evidenceOutcome.ts';
import { judgeEvidence } from './judgeEvidence.ts';
import { publicNames } from './publicNames.ts';

const piece = (text: string) => ({ name: 'what you said of it', bytes: new TextEncoder().encode(text) });
const NONCE = 'plgabcdefgh2345';

test('what is named is read out of links, headers and brackets; numbers of other kinds are not', () => {
  const said = `My patch: https://lore.kernel.org/all/20261101120000.123-1-ada@example.org/ and
Message-ID: <a%b@x.example>
https://lore.kernel.org/r/20261102120000.5%2B7-2-ada@example.org.
Merged as 0123456789abcdef0123456789abcdef01234567 (not deadbeef, nor a0b1c2d3e4f5@mail.example).
Ada <ada@example.org>`;
  assert.deepEqual(
    publicNames([piece(said)]).map(({ what, said: name }) => [what, name]),
    [
      ['message', 'a%b@x.example'],
      ['message', '20261101120000.123-1-ada@example.org'],
      ['message', '20261102120000.5+7-2-ada@example.org'],
      ['message', 'ada@example.org'],
      ['commit', '0123456789abcdef0123456789abcdef01234567'],
    ],
  );
  assert.deepEqual(publicNames([piece('x'.repeat(70_000))]), []);
  assert.ok(publicNames([piece('<a@b> '.repeat(5000))]).length <= 5);
});

test('public and theirs holds; of another it is a mentor’s to weigh; not there and not looked is unknown', () => {
  const thing = (address: string, text = '') => known({ author: { name: 'A', address }, subject: 'x: y', text });
  const judge = (found: Published['found'] | undefined, address = 'Ada@Example.org') => {
    const published = found ? [{ what: 'commit', said: '0123456789ab', found } as const] : [];
    const needs = { needs: [{ kind: 'public', what: 'commit' } as const], mayPass: true, spotChecks: 0 };
    const judged = judgeEvidence([piece('0123456789ab')], needs, NONCE, { published, address });
    return [evidenceOutcome(judged), judged.flatMap(({ checks }) => checks.map(({ seen }) => seen)).join(' ')];
  };
  assert.equal(judge(thing('ada@example.org'))[0], 'holds');
  assert.equal(judge(thing('eve@example.org'))[0], 'unknown');
  assert.equal(judge(thing('eve@example.org', `Link: ${NONCE}`))[0], 'holds');
  assert.deepEqual(judge(known(undefined)), ['unknown', 'There is no commit 0123456789ab where the programme looks.']);
  assert.deepEqual(judge(notKnown('No tree.', 'git log')), ['unknown', 'No tree.']);
  assert.deepEqual(judge(undefined), ['unknown', 'No commit is named.']);
});
