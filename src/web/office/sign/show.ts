import type { StatusCode } from 'hono/utils/http-status';
import type { Content } from '../../parts/page.ts';
import type { Page } from '../frame/frontDesk.ts';
import { show as showPage } from '../frame/show.ts';
import type { SignHouse } from './signHouse.ts';

/** A page that no cache keeps, also of whoever is not signed in yet: halves of secrets stand on them. */
export const show = (
  c: Page,
  { desk }: Pick<SignHouse, 'desk'>,
  content: Content & { readonly status?: StatusCode },
): Response | Promise<Response> => {
  c.header('cache-control', 'no-store');
  return showPage(c, desk, { here: c.req.path.startsWith('/me') ? '/me' : '/sign-in', ...content });
};
