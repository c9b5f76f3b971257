import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admit, type Knock } from './admit.ts';

const hosts = ['127.0.0.1:7428', 'localhost:7428'];
const own: Knock = { method: 'GET', host: '127.0.0.1:7428', origin: undefined, site: 'none' };
const form: Knock = { ...own, method: 'POST', origin: 'http://127.0.0.1:7428', site: 'same-origin' };

const table: readonly { name: string; knock: Knock; refused?: RegExp }[] = [
  { name: 'an address that was typed', knock: own },
  { name: 'by the name localhost', knock: { ...own, host: 'localhost:7428' } },
  { name: 'an old browser, which says less', knock: { ...own, site: undefined } },
  { name: 'a link on another site: it comes without the cookie', knock: { ...own, site: 'cross-site' } },
  { name: 'a form of ours', knock: form },
  { name: 'another name for this address', knock: { ...own, host: 'evil.example:7428' }, refused: /another host/ },
  { name: 'another port', knock: { ...own, host: '127.0.0.1:80' }, refused: /another host/ },
  { name: 'no host', knock: { ...own, host: undefined }, refused: /another host/ },
  { name: 'a name that begins like ours', knock: { ...own, host: '127.0.0.1:7428.evil.example' }, refused: /host/ },
  { name: 'a script of another site', knock: { ...own, origin: 'http://evil.example' }, refused: /another site/ },
  { name: 'a form of another site', knock: { ...form, origin: 'http://evil.example' }, refused: /another site/ },
  { name: 'a form of another port', knock: { ...form, origin: 'http://127.0.0.1:80' }, refused: /another site/ },
  { name: 'a form of a page that hides where it is', knock: { ...form, origin: 'null' }, refused: /another site/ },
  { name: 'a form that is said to be foreign', knock: { ...form, site: 'cross-site' }, refused: /by another site/ },
  { name: 'a form without a page', knock: { ...form, origin: undefined }, refused: /which page/ },
];
for (const { name, knock, refused } of table) {
  test(name, () => {
    const answer = admit(knock, hosts);
    if (refused === undefined) assert.equal(answer.kind, 'admitted');
    else assert.match(answer.kind === 'refused' ? answer.because : '', refused);
  });
}
