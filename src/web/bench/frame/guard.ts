import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { admit } from '../../parts/admit.ts';
import type { Markup } from '../../parts/markup.ts';
import { securityHeaders } from '../../parts/securityHeaders.ts';
import type { Desk } from './desk.ts';

/** Cookies do not know ports: each server on this machine has one of its own. */
export const cookieName = (port: number): string => `patchling-${port}`;

/** Stands before every page: who is not one of ours, or has not signed in, gets nothing. */
export const guard =
  ({ door, host }: Pick<Desk, 'door' | 'host'>, port: () => number): MiddlewareHandler =>
  async (c, next) => {
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    const knock = {
      method: c.req.method,
      host: c.req.header('host'),
      origin: c.req.header('origin'),
      site: c.req.header('sec-fetch-site'),
    };
    const admission = admit(knock, hosts);
    if (admission.kind === 'refused') return turnedAway(c, 403, foreign(admission.because));
    const isOpen = c.req.path === '/enter' || c.req.path.startsWith('/assets/');
    if (!isOpen && !door.knows(getCookie(c, cookieName(port())) ?? '')) {
      return turnedAway(c, 401, unknown(host.command));
    }
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) {
      if (name !== 'cache-control' || !c.res.headers.has(name)) c.res.headers.set(name, value);
    }
    return undefined;
  };

export const turnedAway = (c: Context, status: 401 | 403, words: Markup): Response | Promise<Response> => {
  for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
  c.status(status);
  return c.html(words);
};

/** Nothing of the person's own stands on these: whoever sees them may be anybody. */
const bare = (title: string, body: Markup): Markup =>
  html`<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title} · Patchling</title>
<main><h1>${title}</h1>${body}</main></html>`;

const foreign = (because: string): Markup =>
  bare('Not answered', html`<p>This request is not one of Patchling’s own pages: ${because}.</p>`);

export const unknown = (command: string): Markup =>
  bare(
    'This page is its owner’s',
    html`<p>The address that <code>${command} web</code> prints opens it, once: with it this browser is known from then
on, also after a restart. If that address was used already, or is an old one, stop the program (Ctrl-C) and start it
again: it prints a new one.</p>`,
  );
