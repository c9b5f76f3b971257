import type { TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openSignIn } from '../../src/edge/signIn/signIn.ts';
import { readAssets } from '../../src/edge/web/assets.ts';
import { listen } from '../../src/edge/web/listen.ts';
import { askerOf } from '../../src/office/askerOf.ts';
import { createOfficeApp } from '../../src/web/office/frame/createOfficeApp.ts';
import type { FrontDesk } from '../../src/web/office/frame/frontDesk.ts';
import { mePage } from '../../src/web/office/me/mePage.ts';
import { signPages } from '../../src/web/office/sign/signPages.ts';
import { newWindow } from './browser.ts';
import { madeSession } from './officeDesk.ts';
import type { TermWorld } from './termWorld.ts';

export interface ServedProgramme {
  readonly origin: string;
  /** Where the term's pages are. */
  readonly at: string;
  /** A window in which somebody is signed in; `link` where they came by a mailed link alone. */
  open(browser: Browser, person?: string, level?: 'link' | 'passkey'): Promise<Page>;
}

const assets = readAssets(new URL('../../src/web/parts/', import.meta.url));

/** The programme's pages of a term at a free port, with those of signing in; a cookie says who somebody is. */
export const servedProgramme = async (
  t: TestContext,
  { office, term }: Pick<TermWorld, 'office' | 'term'>,
  more: Pick<FrontDesk, 'judge'> = {},
): Promise<ServedProgramme> => {
  let answer: (request: Request) => Response | Promise<Response> = () => new Response('', { status: 503 });
  const listening = await listen((request) => answer(request), 0);
  t.after(() => listening.close());
  const origin = `http://localhost:${listening.port}`;
  const { db, now, newId } = office;
  const signIn = await openSignIn({
    db,
    now,
    newId,
    address: origin,
    secret: 'only for tests, and as long as it must be',
  });
  const desk: FrontDesk = {
    ...more,
    ...{ office: { ...office, address: origin }, assets },
    sessionOf: async ({ headers }) => {
      const [, person, level] = /(?:^|; )as=([\w-]+)\.(link|passkey)/.exec(headers.get('cookie') ?? '') ?? [];
      return person === undefined
        ? undefined
        : { ...madeSession, person, since: now(), level: level === 'link' ? 'link' : 'passkey' };
    },
  };
  const mistakes: Error[] = [];
  t.after(() => {
    if (mistakes[0]) throw mistakes[0];
  });
  const pages = signPages({
    ...{ desk, signIn, now, evenMs: 1, peerOf: () => '192.0.2.1', mayStart: async () => false },
    ...{ sendLink: async () => undefined, sendNotice: async () => undefined, noteEvent: async () => undefined },
    rolesOf: async (person) => [...((await askerOf(office, person, 'passkey')).roles.get(term.id) ?? [])],
  });
  const app = createOfficeApp({
    ...desk,
    others: [pages, mePage({ ...desk, remember: () => undefined })],
    noteMistake: (_, error) => void mistakes.push(error),
  });
  answer = (request) => app.fetch(request);
  return {
    ...{ origin, at: `/${term.programme.slug}/${term.slug}` },
    open: async (browser, person, level = 'passkey') => {
      const { context, page } = await newWindow(browser);
      page.setDefaultTimeout(15_000);
      if (person !== undefined) await context.addCookies([{ name: 'as', value: `${person}.${level}`, url: origin }]);
      return page;
    },
  };
};
