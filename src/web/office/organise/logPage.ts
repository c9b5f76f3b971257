import { Hono } from 'hono';
import { html } from 'hono/html';
import { LINES_ON_PAGE, type LogLine, readLog } from '../../../office/term/readLog.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { pager } from '../../parts/pager.ts';
import type { Env, FrontDesk } from '../frame/frontDesk.ts';
import { termAddress } from '../frame/termAddress.ts';
import { nothingHere } from '../frame/troublePage.ts';
import { organisingIn, showOrganise } from './organisingIn.ts';

/** The log of a term: who did what, when. Nothing in it is ever changed. */
export const logPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>().get('/:programme/:term/organise/log', async (c) => {
    const term = await organisingIn(c, desk);
    if (!term) return nothingHere(c, desk);
    const asked = Number(c.req.query('page') ?? 1);
    const page = Number.isSafeInteger(asked) && asked > 0 && asked < 1e6 ? asked : 1;
    const log = await readLog(desk.office, c.get('visit').asker, { term: term.id, page });
    if (!log) return nothingHere(c, desk);
    const here = `${termAddress(term)}/organise/log`;
    return showOrganise(c, desk, term, {
      ...{ sub: '/log', title: 'Log', headline: log.all === 1 ? 'One thing happened' : `${log.all} things happened` },
      lede: 'Newest first. Each line hangs on the one before it, so that none can be changed unseen.',
      body: html`<div class="scroll wide" tabindex="0" role="region" aria-label="Log">
<table class="plain log"><thead><tr><th scope="col">When (UTC)</th><th scope="col">Who</th><th scope="col">What</th>
<th scope="col">About</th></tr></thead><tbody>${log.lines.map(row)}</tbody></table></div>
${pager(page, Math.ceil(log.all / LINES_ON_PAGE), (to) => `${here}?page=${to}`)}`,
    });
  });

const row = ({ at, by, kind, about, body }: LogLine): Markup => html`<tr>
<td class="once" data-name="When">${at.toISOString().slice(0, 19).replace('T', ' ')}</td>
<td class="once" data-name="Who">${seen(by)}</td><th scope="row">${kind.replaceAll('-', ' ')}${details(body)}</th>
<td class="once" data-name="About"><code>${seen(about.slice(0, 8))}</code></td></tr>`;

/** Words and numbers of the fact; ids are long, and the first of their letters tell them apart. */
const details = (body: LogLine['body']): Markup => {
  const said = Object.entries(body).filter(([key]) => key !== 'term');
  if (said.length === 0) return nothing;
  const words = said.map(([key, value]) => `${key} ${short(value)}`).join(', ');
  return html` <span class="soft small">${seen(words.slice(0, 500))}</span>`;
};

const short = (value: unknown): string => {
  if (typeof value === 'string') return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) ? value.slice(0, 8) : value;
  return JSON.stringify(value);
};
