import { Hono } from 'hono';
import { endApiToken, listApiTokens } from '../../../edge/signIn/apiToken.ts';
import { makeToken, tokenScopes } from '../../../office/signIn/makeToken.ts';
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
  const listing = async (c: Page, person: string, said: { readonly made?: string; readonly wrong?: string }) => {
    const tokens = await listApiTokens(parts, person);
    const view = { tokens, now: house.now(), origin: house.desk.office.address, ...said };
    return show(c, house, { status: said.wrong === undefined ? 200 : 422, ...tokensHtml(view) });
  };
  const own = (c: Page, answer: (person: string) => Promise<Response>): Response | Promise<Response> => {
    const { person } = c.get('visit');
    return person ? answer(person.id) : c.redirect(withTo('/sign-in', HERE), 303);
  };
  return new Hono<Env>()
    .get(HERE, (c) => own(c, (person) => listing(c, person, {})))
    .post(HERE, (c) =>
      own(c, async (person) => {
        const form = await sentForm(c);
        const scopes = tokenScopes.filter((scope) => form[scope] === 'yes');
        const done = await makeToken(parts, person, { name: formText(form, 'name'), scopes });
        return listing(c, person, done.kind === 'refused' ? { wrong: done.because } : { made: done.token });
      }),
    )
    .post(`${HERE}/end`, (c) =>
      own(c, async (person) => {
        await endApiToken(parts, person, formText(await sentForm(c), 'id'));
        return c.redirect(HERE, 303);
      }),
    );
};
