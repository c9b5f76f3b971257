import type { MiddlewareHandler } from 'hono';
import { visitor } from '../../../core/programme/role.ts';
import { askerOf } from '../../../office/askerOf.ts';
import { admit, type Knock } from '../../parts/admit.ts';
import { securityHeaders } from '../../parts/securityHeaders.ts';
import type { Env, FrontDesk, Page, Visit } from './frontDesk.ts';

/**
 * Stands before every page: a request under another name, or sent by another site's page, gets nothing. Finds out who asks.
 */
export const guard = (desk: FrontDesk): MiddlewareHandler<Env> => {
  const { host, protocol } = new URL(desk.office.address);
  return async (c, next) => {
    const knock = knockOf(c, protocol);
    const isForPrograms = c.req.path.startsWith('/api/');
    const admission = admit(isForPrograms ? { ...knock, method: 'GET' } : knock, [host]);
    const isAsset = c.req.path.startsWith('/assets/');
    if (admission.kind === 'refused') {
      for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
      return c.text(`Not answered: ${admission.because}.\n`, 403);
    }
    // The store takes no NUL, and no address of ours has one.
    if (/%00/i.test(c.req.url)) return c.text('There is no such address.\n', 404);
    c.set('visit', isAsset ? nobody : await visitOf(desk, c.req.raw));
    renew(c);
    await next();
    protect(c);
    return undefined;
  };
};

/** What a signed-in person sees is nobody else's to keep. */
const protect = (c: Page): void => {
  for (const [name, value] of Object.entries(securityHeaders)) {
    if (name !== 'cache-control') c.res.headers.set(name, value);
  }
  const isTheirs = c.get('visit').person !== undefined;
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', isTheirs ? 'no-store' : 'no-cache');
};

/** Behind a proxy that speaks https the origin is https too; the host is what is compared. */
const knockOf = ({ req }: Page, protocol: string): Knock => ({
  ...{ method: req.method, host: req.header('host'), site: req.header('sec-fetch-site') },
  origin: req.header('origin')?.replace(`${protocol}//`, 'http://'),
});

/** A session that is used lasts longer: its cookie, too. */
const renew = (c: Page): void => {
  for (const cookie of c.get('visit').session?.setCookies ?? []) c.header('set-cookie', cookie, { append: true });
};

const nobody: Visit = { asker: visitor, person: undefined, session: undefined };

async function visitOf(desk: FrontDesk, request: Request): Promise<Visit> {
  const session = await desk.sessionOf(request);
  if (!session) return nobody;
  const { db } = desk.office;
  const person = await db
    .selectFrom('person')
    .select(['id', 'name', 'address', 'zone'])
    .where('id', '=', session.person)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return person ? { session, person, asker: await askerOf(desk.office, person.id, session.level) } : nobody;
}
