import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Desk } from './desk.ts';
import { cookieName, turnedAway, unknown } from './guard.ts';

/** The printed address: its one-time token becomes a cookie that only our own pages send. */
export const enterPage = ({ door, host }: Pick<Desk, 'door' | 'host'>, port: () => number): Hono =>
  new Hono().get('/enter', (c) => {
    const to = ownPath(c.req.query('to'));
    if (door.knows(getCookie(c, cookieName(port())) ?? '')) return c.redirect(to, 303);
    const secret = door.redeem(c.req.query('token') ?? '');
    if (secret === undefined) return turnedAway(c, 401, unknown(host.command));
    setCookie(c, cookieName(port()), secret, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: 60 * 60 * 24 * 90,
    });
    return c.redirect(to, 303);
  });

/** Only a page of ours: `//evil.example` and `/\evil.example` are addresses of others to a browser. */
const ownPath = (to = '/'): string => (/^\/(?![/\\])[\w/.:?&=%+-]*$/.test(to) ? to : '/');
