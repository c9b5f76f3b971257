import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Office } from '../../../office/office.ts';
import { noteRefused } from '../../../office/signIn/noteSecurity.ts';
import type { Env, FrontDesk } from './frontDesk.ts';

/** Notes, for the person and for whoever keeps the server, what somebody signed in asked for and did not get. */
export const noteInVain =
  ({ office }: Pick<FrontDesk, 'office'>): MiddlewareHandler<Env> =>
  async (c, next) => {
    await next();
    await noteVain(office, c.get('visit').person?.id, c);
  };

/** Of the address only the pattern is kept: which kind of page, and nobody's id. An address that no page has is a slip. */
export async function noteVain(
  office: Pick<Office, 'db' | 'now'>,
  person: string | undefined,
  c: Context,
): Promise<void> {
  const { status } = c.res;
  if (person === undefined || (status !== 403 && status !== 404)) return;
  const pattern = matchedRoutes(c).at(-1)?.path ?? '';
  if (pattern.endsWith('*')) return;
  await noteRefused(office, person, { what: `${c.req.method} ${pattern}`, headers: c.req.raw.headers });
}
