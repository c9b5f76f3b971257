import assert from 'node:assert/strict';
import test from 'node:test';
import { doctorHeadline, doctorHtml } from './doctorHtml.ts';

const tool = (name: string, found: boolean) => ({
  tool: name,
  found,
  version: found ? '1.2' : '',
  neededFor: 'the compile check',
  install: `sudo apt-get install ${name}`,
});

test('a sentence for what is missing', () => {
  assert.equal(doctorHeadline([tool('gcc', true)]), 'Everything is here');
  assert.equal(doctorHeadline([tool('gcc', false)]), 'One thing is missing');
  assert.equal(doctorHeadline([tool('gcc', false), tool('bc', false)]), 'Two things are missing');
});

test('what is missing stands first, with what it costs and the command; two of them at once', async () => {
  const page = String(await doctorHtml([tool('git', true), tool('gcc', false), tool('bc', false)]));
  assert.ok(page.indexOf('gcc') < page.indexOf('git'));
  assert.match(page, /It is needed for the compile check\.<\/span><code class="command">sudo apt-get install gcc</);
  assert.match(page, /<h2>All at once<\/h2><code class="command">sudo apt-get install gcc bc</);
  assert.doesNotMatch(String(await doctorHtml([tool('git', true)])), /All at once|What is here/);
});
