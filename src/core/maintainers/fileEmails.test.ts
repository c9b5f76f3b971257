import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressForm } from './addressForm.ts';
import { newestDialect } from './dialect.ts';
import { fileEmails } from './fileEmails.ts';

const emails = (text: string): string[] =>
  fileEmails(text, addressForm(newestDialect), newestDialect).map(({ name, address }) => `${name}|${address}`);

test('names and addresses as they stand in a binding', () => {
  const text =
    'maintainers:\n  - Yam L. Made <yam@made.example>\n  - two@made.example\n# (C) Some One,\n<one@made.example>\n';
  assert.deepEqual(emails(text), ['Yam L. Made|yam@made.example', '|two@made.example', 'Some One|one@made.example']);
  assert.deepEqual(emails('reg@0x10 { a@b@c.example'), ['|b@c.example']);
});

// The script's own expression would take hours here.
test('a line of many letters comes to an end', { timeout: 60_000 }, () => {
  assert.deepEqual(emails(`${'x'.repeat(100_000)}1\n one@made.example ${'@'.repeat(100_000)}`), ['|one@made.example']);
});
