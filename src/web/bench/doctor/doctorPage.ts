import { Hono } from 'hono';
import { html } from 'hono/html';
import { examineTools, type Tool } from '../../../bench/examineTools.ts';
import { agoWords } from '../../parts/agoWords.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { doctorHeadline, doctorHtml, doctorLede } from './doctorHtml.ts';

/** A dozen programs are started for it: what was seen is good for a minute. */
const FRESH = 60_000;

/** `/doctor`: what is installed, and what each missing thing costs. `?again=1` looks whatever was seen. */
export const doctorPage = (desk: Desk): Hono => {
  const { host } = desk;
  let seen: { readonly at: Date; readonly tools: Promise<readonly Tool[]> } | undefined;
  return new Hono().get('/doctor', async (c) => {
    const now = host.now();
    const isFresh = seen !== undefined && now.getTime() - seen.at.getTime() < FRESH;
    if (!seen || !isFresh || c.req.query('again') !== undefined) {
      const looking = { at: now, tools: Array.fromAsync(examineTools(host)) };
      seen = looking;
      looking.tools.catch(() => {
        if (seen === looking) seen = undefined; // what failed is not kept
      });
    }
    const { at } = seen;
    const tools = await seen.tools;
    return show(c, desk, {
      here: '/doctor',
      title: doctorHeadline(tools),
      headline: doctorHeadline(tools),
      lede: doctorLede(tools),
      body: html`${doctorHtml(tools)}
<form class="buttons" action="/doctor"><button name="again" value="1">Look again</button>
<span class="soft small">looked ${agoWords(at.toISOString(), host.now())}</span></form>`,
    });
  });
};
