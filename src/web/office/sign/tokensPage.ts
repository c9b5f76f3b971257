import { Hono } from 'hono';
import { freshSignIn } from '../../../core/programme/freshSignIn.ts';
import { listApiTokens } from '../../../edge/signIn/apiToken.ts';
import type { Session } from '../../../edge/signIn/sessions.ts';
import { endToken, makeToken, tokenScopes } from '../../../office/signIn/makeToken.ts';
import { formText } from '../../parts/formText.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, Page } from '../frame/frontDesk.ts';
import { withTo } from './ownPath.ts';
import { show } from './show.ts';
import type { SignHouse } from './signHouse.ts';
import { tokensHtml } from './tokensHtml.ts';

const HERE = '/me/tokens';

/** `/me/tokens`: what programs may do as one. By the machine's clock, as their use is. */
export const tokensPage = (house: Pick<SignHouse, 'desk' | 'now'>): Hono<Env> => {
  const parts = { db: house.desk.office.db, newId: house.desk.office.newId, now: house.now };
  const listing = async (
    c: Page,
    { person, since }: Session,
    said: { readonly made?: string; readonly wrong?: string },
  ) => {
    const tokens = await listApiTokens(parts, person);
    const now = house.now();
    const view = { tokens, now, origin: house.desk.office.address, isFresh: freshSignIn(since, now), ...said };
    return show(c, house, { status: said.wrong === undefined ? 200 : 422, ...tokensHtml(view) });
  };
  const own = (c: Page, answer: (session: Session) => Promise<Response>): Response | Promise<Response> => {
    const { session } = c.get('visit');
    return session ? answer(session) : c.redirect(withTo('/sign-in', HERE), 303);
  };
  return new Hono<Env>()
    .get(HERE, (c) => own(c, (session) => listing(c, session, {})))
    .post(HERE, (c) =>
      own(c, async (session) => {
        const form = await sentForm(c);
        const scopes = tokenScopes.filter((scope) => form[scope] === 'yes');
        const maker = { ...session, headers: c.req.raw.headers };
        const done = await makeToken(parts, maker, { name: formText(form, 'name'), scopes });
        if (done.kind === 'sign in again') return c.redirect(withTo('/sign-in/again', HERE), 303);
        return listing(c, session, done.kind === 'refused' ? { wrong: done.because } : { made: done.token });
      }),
    )
    .post(`${HERE}/end`, (c) =>
      own(c, async ({ person }) => {
        await endToken(parts, { person, headers: c.req.raw.headers }, formText(await sentForm(c), 'id'));
        return c.redirect(HERE, 303);
      }),
    );
};
