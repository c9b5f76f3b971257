import type { MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import { visitor } from '../../../core/programme/role.ts';
import { type SignInStep, signInStep } from '../../../core/programme/signInStep.ts';
import { personOf } from '../../../office/people/personOf.ts';
import { admit, type Knock } from '../../parts/admit.ts';
import { securityHeaders } from '../../parts/securityHeaders.ts';
import type { Env, FrontDesk, Page, Visit } from './frontDesk.ts';
import { show } from './show.ts';
import { isBeforeIn, wayIn } from './wayIn.ts';

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
    c.set('visit', nobody);
    if (!isAsset) c.set('visit', await visitOf(desk, c.req.raw));
    renew(c);
    const step = isForPrograms || isBeforeIn(c.req.path) ? 'in' : await stepOf(desk, c.get('visit'));
    if (step === 'in') await next();
    else c.res = await ledIn(c, desk, step);
    protect(c);
    return undefined;
  };
};

/** Programs have tokens, which say by themselves what they are for; pages of people wait for the passkey. */
const stepOf = async ({ office }: FrontDesk, { asker, person }: Visit): Promise<SignInStep> => {
  if (!person || asker.level === 'passkey') return 'in';
  const roles = [...asker.roles.values()].flatMap((held) => [...held]);
  // Asked of the store only where it matters: most requests come from people whom a link lets in.
  if (signInStep({ roles, hasPasskey: false, level: asker.level }) === 'in') return 'in';
  const own = office.db.selectFrom('passkey').select('id').where('person', '=', person.id);
  const hasPasskey = (await own.limit(1).executeTakeFirst()) !== undefined;
  return signInStep({ roles, hasPasskey, level: asker.level });
};

/** To the passkey first. What was sent is not kept until then, and that is said. */
const ledIn = (c: Page, desk: FrontDesk, step: Exclude<SignInStep, 'in'>): Response | Promise<Response> => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(wayIn(step, pathname + search), 303);
  }
  return show(c, desk, {
    ...{ here: '', status: 403, title: 'Not done', headline: 'Your passkey comes first' },
    lede: 'Nothing was changed. With your role a mailed link alone does not let you in.',
    body: html`<p class="buttons"><a class="button main" href="${wayIn(step, '/')}">${
      step === 'use your passkey' ? 'Use my passkey' : 'Make a passkey'
    }</a></p>`,
  });
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
  const known = await personOf(desk.office, session.person, session.level);
  return known ? { session, ...known } : nobody;
}
