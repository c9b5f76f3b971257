import { Hono } from 'hono';
import { passkeyName } from '../../../office/signIn/addPasskey.ts';
import { readSecurity } from '../../../office/signIn/readSecurity.ts';
import { type RemovedPasskey, removePasskey } from '../../../office/signIn/removePasskey.ts';
import { type Visitor, visitorOf } from '../../../office/signIn/visitorOf.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, Page } from '../frame/frontDesk.ts';
import { goIn } from './linkPage.ts';
import { type Said, sessionsHtml } from './sessionsHtml.ts';
import { show } from './show.ts';
import type { SignHouse } from './signHouse.ts';

const HERE = '/me/sessions';
const MOST_EVENTS = 30;

/** `/me/sessions`: where one is signed in, and with what one comes in. */
export const sessionsPage = (house: SignHouse): Hono<Env> =>
  new Hono<Env>()
    .get(HERE, (c) => ownPage(c, house, (visitor) => listing(c, house, visitor)))
    .post('/me/sessions/end', (c) =>
      ownPage(c, house, async ({ person, id: own }) => {
        const { id } = await sentForm(c);
        if (id === own) return signOut(c, house, person);
        if (typeof id === 'string' && (await house.signIn.endSession(person, id))) {
          await house.noteEvent(person, 'session ended', c.req.raw.headers);
        }
        return c.redirect(HERE, 303);
      }),
    )
    .post('/me/sessions/end-others', (c) =>
      ownPage(c, house, async ({ person, id }) => {
        await house.signIn.endSessions(person, id);
        await house.noteEvent(person, 'other sessions ended', c.req.raw.headers);
        return c.redirect(HERE, 303);
      }),
    )
    .post('/me/sessions/end-all', (c) =>
      ownPage(c, house, async ({ person }) => {
        await house.noteEvent(person, 'all sessions ended', c.req.raw.headers);
        await house.signIn.endSessions(person);
        return signOut(c, house);
      }),
    )
    .post('/me/passkeys/name', (c) =>
      ownPage(c, house, async ({ person }) => {
        const { id, name } = await sentForm(c);
        if (typeof id === 'string' && typeof name === 'string') {
          await house.signIn.renamePasskey(person, id, passkeyName(name));
        }
        return c.redirect(HERE, 303);
      }),
    )
    .post('/me/passkeys/remove', (c) =>
      ownPage(c, house, async (visitor) => {
        const { id } = await sentForm(c);
        const removed =
          typeof id === 'string'
            ? await removePasskey(house, visitor, { id, headers: c.req.raw.headers })
            : 'none of yours';
        if (removed === 'removed') return c.redirect(HERE, 303);
        return listing(c, house, visitor, removed);
      }),
    )
    .post('/sign-out', (c) => signOut(c, house, c.get('visit').person?.id));

/** For whoever is in; others are led to what stands before it. */
const ownPage = async (
  c: Page,
  house: SignHouse,
  answer: (visitor: Visitor) => Response | Promise<Response>,
): Promise<Response> => {
  const visitor = await visitorOf(house, c.get('visit').session);
  if (!visitor) return c.redirect(`/sign-in?${new URLSearchParams({ to: HERE })}`, 303);
  if (visitor.step !== 'in') return goIn(c, { step: visitor.step, setCookies: [] }, HERE);
  return answer(visitor);
};

const SAID: Readonly<Record<Exclude<RemovedPasskey, 'removed'>, Said>> = {
  'none of yours': { status: 404, words: 'This passkey is gone already.' },
  'your last one': {
    status: 422,
    words: 'This is your last passkey, and your role requires one. Add another first, then remove this one.',
  },
  'use your passkey': { status: 403, words: 'Sign in with your passkey first.' },
};

const listing = async (
  c: Page,
  house: SignHouse,
  visitor: Visitor,
  refused?: Exclude<RemovedPasskey, 'removed'>,
): Promise<Response> => {
  const said = refused && SAID[refused];
  const [sessions, passkeys, events] = await Promise.all([
    house.signIn.listSessions(visitor.person),
    house.signIn.listPasskeys(visitor.person),
    readSecurity(house.desk.office, visitor.person, MOST_EVENTS),
  ]);
  const view = { visitor, sessions, passkeys, events, now: house.now(), ...(said && { said }) };
  return show(c, house, { status: said?.status ?? 200, ...sessionsHtml(view) });
};

const signOut = async (c: Page, house: SignHouse, person?: string): Promise<Response> => {
  if (person !== undefined) await house.noteEvent(person, 'signed out', c.req.raw.headers);
  for (const cookie of await house.signIn.signOut(c.req.raw.headers)) c.header('set-cookie', cookie, { append: true });
  return c.redirect('/sign-in', 303);
};
