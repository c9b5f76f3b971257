import type { Hono } from 'hono';
import type { Session } from '../../src/edge/signIn/sessions.ts';
import { readAssets } from '../../src/edge/web/assets.ts';
import type { Office } from '../../src/office/office.ts';
import { createOfficeApp } from '../../src/web/office/frame/createOfficeApp.ts';
import type { Env } from '../../src/web/office/frame/frontDesk.ts';

export interface OfficeDesk {
  readonly app: Hono<Env>;
  /** Asks as a person; with `form` it is sent. */
  ask(
    person: string | undefined,
    address: string,
    form?: Readonly<Record<string, string>> | FormData | URLSearchParams,
  ): Promise<Response>;
  /** The words of a page, as a person reads them. */
  words(person: string | undefined, address: string): Promise<string>;
  readonly mistakes: Error[];
}

const session: Omit<Session, 'person'> = {
  ...{
    id: 'session',
    level: 'passkey',
    address: 'a@made.example',
    name: 'Somebody',
    since: new Date(0),
    setCookies: [],
  },
};

/** The programme's pages, with a session made for whoever asks; `as` is a cookie that names a person. */
export const officeDesk = (office: Office): OfficeDesk => {
  const mistakes: Error[] = [];
  const app = createOfficeApp({
    ...{ office, others: [], assets: readAssets(new URL('../../src/web/parts/', import.meta.url)) },
    sessionOf: async (request) => {
      const [, person] = /(?:^|; )as=([\w-]+)/.exec(request.headers.get('cookie') ?? '') ?? [];
      return person === undefined ? undefined : { ...session, person };
    },
    noteMistake: (_reference, error) => mistakes.push(error),
  });
  const { host, origin } = new URL(office.address);
  const ask: OfficeDesk['ask'] = async (person, address, form) => {
    const headers = { host, origin, ...(person === undefined ? {} : { cookie: `as=${person}` }) };
    const body = form instanceof FormData || form instanceof URLSearchParams ? form : form && new URLSearchParams(form);
    return app.request(`${office.address}${address}`, body ? { method: 'POST', headers, body } : { headers });
  };
  return {
    ...{ app, ask, mistakes },
    words: async (person, address) => plainWords(await (await ask(person, address)).text()),
  };
};

export const plainWords = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
