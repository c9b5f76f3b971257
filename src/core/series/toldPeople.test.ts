import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Recipient } from '../maintainers/recipient.ts';
import { toldPeople } from './toldPeople.ts';

const recipient = (address: string, header: 'To' | 'Cc' = 'To'): Recipient => ({
  address,
  name: 'Named',
  role: 'maintainer:MM',
  list: false,
  header,
  line: '',
  because: [{ kind: 'section', section: 'MM', pattern: 'F: mm/', file: 'MAINTAINERS', line: 3, path: 'mm/a.c' }],
});
const person = (address: string) => ({ name: 'P', address });
const tag = { token: 'Reported-by', value: 'T <tag@x>', at: 1, lines: [] };

test('each who is in a header has a reason', () => {
  const mail = { to: [person('A@x')], cc: [person('tag@x'), person('list@x'), person('own@x')], trailers: [tag] };
  const told = toldPeople(mail, [recipient('a@x')], [recipient('a@x'), recipient('list@x')]);
  assert.deepEqual(
    told.map(({ header, address, because }) => [header, address, ...because]),
    [
      ['To', 'A@x', 'MM: F: mm/ (MAINTAINERS:3)'].with(1, 'a@x'),
      ['Cc', 'tag@x', 'Reported-by: of the patch'],
      ['Cc', 'list@x', 'gets another mail of the series (maintainer:MM)'],
      ['Cc', 'own@x', 'got or answered the version before, or was added by you'],
    ],
  );
});

test('a mail without recipients goes to those that the tree names', () => {
  const told = toldPeople({ to: [], cc: [], trailers: [] }, [recipient('a@x', 'Cc')], []);
  assert.deepEqual(
    told.map(({ header, address }) => [header, address]),
    [['Cc', 'a@x']],
  );
});
