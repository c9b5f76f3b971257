import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Trouble } from '../../../core/trouble.ts';
import { type Markup, seen } from '../../parts/markup.ts';
import type { Failure } from '../work/failureOf.ts';
import type { Desk } from './desk.ts';
import { show } from './show.ts';

const STATUS = { input: 404, missing: 404, machine: 500 } as const;

/** What is wrong, where, why and what to do next: the same words as on the command line. */
export const troublePage = (c: Context, desk: Desk, { kind, words }: Trouble): Response | Promise<Response> =>
  show(c, desk, {
    here: '',
    status: STATUS[kind],
    title: words.what,
    headline: seen(words.what),
    body: troubleWords(words),
  });

export const troubleWords = ({ what, where, why, next }: Trouble['words']): Markup => html`<dl class="facts">
${where === undefined || what.includes(where) ? '' : html`<dt>where</dt><dd><code>${seen(where)}</code></dd>`}
${why === undefined ? '' : html`<dt>why</dt><dd>${seen(why)}</dd>`}
${next === undefined ? '' : html`<dt>next</dt><dd>${seen(next)}</dd>`}
</dl>`;

/** The same of work that went on beside the server. */
export const failureNote = (failure: Failure): Markup =>
  failure.kind === 'mistake'
    ? html`<div class="note fails" role="alert"><p>This is a mistake of Patchling itself: ${seen(failure.message)}</p>
<details><summary>where it happened</summary><pre>${seen(failure.stack)}</pre></details></div>`
    : html`<div class="note fails" role="alert">
<p><strong>${seen(failure.words.what)}</strong></p>${troubleWords(failure.words)}</div>`;

export const mistakePage = (c: Context, desk: Desk, error: Error): Response | Promise<Response> =>
  show(c, desk, {
    here: '',
    status: 500,
    title: 'A mistake of ours',
    headline: 'This is a mistake of Patchling itself',
    lede: 'Nothing of yours is lost. Please report it with these lines, and what you did.',
    body: html`<pre class="card pad">${seen(error.message)}
${seen((error.stack ?? '').split('\n').slice(1, 6).join('\n'))}</pre>`,
  });

export const nothingHere = (c: Context, desk: Desk): Response | Promise<Response> =>
  show(c, desk, {
    here: '',
    status: 404,
    title: 'No such page',
    headline: 'There is no such page',
    lede: html`Perhaps the address is from another version of Patchling. <a href="/">Today</a> has what is yours to do.`,
    body: html``,
  });

/** What is sent is bounded: no form of ours can be as large. It is heard out, for else a browser would not show this. */
export const tooMuch = async (c: Context, desk: Desk): Promise<Response> => {
  const { body } = c.req.raw;
  if (body && !body.locked) await body.pipeTo(new WritableStream());
  return show(c, desk, {
    here: '',
    status: 413,
    title: 'Too much was sent',
    headline: 'Too much was sent at once',
    lede: 'Nothing of it was kept. Go back: your words still stand there.',
    body: html``,
  });
};
