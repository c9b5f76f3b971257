import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailHeaders } from './mailHeaders.ts';
import type { Because } from './recipient.ts';

const section = (title: string, path = 'mm/a.c'): Because => ({
  kind: 'section',
  section: title,
  pattern: 'F: mm/',
  file: 'MAINTAINERS',
  line: 1,
  path,
});
const one = (address: string, role: string, because: readonly Because[] = [section('MM')]) => ({
  address,
  name: '',
  role,
  list: role.includes('list'),
  line: address,
  because,
});
const headers = (...recipients: ReturnType<typeof one>[]): string =>
  mailHeaders(recipients)
    .map(({ header, address }) => `${header} ${address}`)
    .join(', ');

const keeper = one('keeper', 'supporter:MM');
const rest = one('rest', 'maintainer:THE REST', [section('THE REST')]);
const word = one('word', 'maintainer:WORDS:Keyword:x', [section('WORDS', '')]);
const reviewer = one('reviewer', 'reviewer:MM,commit_signer:1/2=50%');
const list = one('list', 'open list:MM');
const signer = one('signer', 'commit_signer:1/2=50%', [{ kind: 'history', path: 'mm/a.c', says: '' }]);

test('To is for who may apply it, and never empty', () => {
  assert.equal(headers(keeper, word, rest, reviewer, list), 'To keeper, Cc word, Cc rest, Cc reviewer, Cc list');
  assert.equal(headers(reviewer, word, rest, list), 'Cc reviewer, To word, To rest, Cc list');
  assert.equal(headers(reviewer, signer, list), 'Cc reviewer, Cc signer, To list');
  assert.equal(headers(reviewer, signer), 'To reviewer, To signer');
  assert.equal(headers(), '');
});
