import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { after, before, type TestContext } from 'node:test';
import { type Kysely, sql } from 'kysely';
import type { Role } from '../../src/core/programme/role.ts';
import type { Schema } from '../../src/edge/db/schema.ts';
import { openSignIn } from '../../src/edge/signIn/signIn.ts';
import { readAssets } from '../../src/edge/web/assets.ts';
import { listen } from '../../src/edge/web/listen.ts';
import { noteSecurity } from '../../src/office/signIn/noteSecurity.ts';
import type { LinkMail, NoticeMail } from '../../src/office/signIn/signInDesk.ts';
import { createOfficeApp } from '../../src/web/office/frame/createOfficeApp.ts';
import { signPages } from '../../src/web/office/sign/signPages.ts';
import { withDatabase } from './programmeDatabase.ts';
import { testMailSettings } from './testMailSettings.ts';

/** A programme that people sign in to, served at a free port. */
export interface SignInHouse {
  /** `http://localhost:40123`: a passkey belongs to a name, and not to a number. */
  readonly origin: string;
  readonly signIn: Awaited<ReturnType<typeof openSignIn>>;
  readonly links: LinkMail[];
  readonly notices: NoticeMail[];
  readonly roles: Map<string, readonly Role[]>;
  /** Whether anybody may begin. */
  open: boolean;
  /** Answers leave at full spans of so many milliseconds. */
  evenMs: number;
  /** How far our clock is ahead, in milliseconds. */
  ahead: number;
}

const assets = readAssets(new URL('../../src/web/parts/', import.meta.url));

/** `known` is where people reach it; else that is where it is served. */
export const signInHouse = async (t: TestContext, db: Kysely<Schema>, known?: string): Promise<SignInHouse> => {
  let answer: (request: Request) => Response | Promise<Response> = () => new Response('', { status: 503 });
  const listening = await listen((request) => answer(request), 0);
  t.after(() => listening.close());
  const origin = `http://localhost:${listening.port}`;
  const now = (): Date => new Date(Date.now() + house.ahead);
  const parts = { db, address: known ?? origin, newId: randomUUID, now };
  const signIn = await openSignIn({ ...parts, secret: 'only for tests, and as long as it must be' });
  const house: SignInHouse = {
    origin,
    signIn,
    links: [],
    notices: [],
    roles: new Map(),
    open: false,
    ahead: 0,
    evenMs: 5,
  };
  const mistakes: Error[] = [];
  t.after(() => {
    if (mistakes[0]) throw mistakes[0];
  });
  const desk = {
    office: { ...parts, address: origin, mailSettings: testMailSettings },
    assets,
    sessionOf: signIn.sessionOf,
  };
  const pages = signPages({
    desk,
    signIn,
    mayStart: async () => house.open,
    sendLink: async (mail) => void house.links.push(mail),
    sendNotice: async (mail) => void house.notices.push(mail),
    noteEvent: async (person, event, headers) => noteSecurity(parts, person, event, headers),
    rolesOf: async (person) => house.roles.get(person) ?? [],
    now,
    get evenMs() {
      return house.evenMs;
    },
    peerOf: (c) => c.req.header('x-test-peer') ?? '192.0.2.1',
  });
  const app = createOfficeApp({ ...desk, others: [pages], noteMistake: (_, error) => void mistakes.push(error) });
  answer = (request) => app.fetch(request);
  return house;
};

type Use = (work: (test: { readonly db: Kysely<Schema> }) => Promise<void>) => Promise<void>;

/** One database for the tests of a `describe`, emptied before each of them. */
export const oneDatabase = (): Use => {
  let db: Kysely<Schema> | undefined;
  const ends: (() => unknown)[] = [];
  const owner = { after: (end: () => unknown) => void ends.push(end) } as TestContext;
  before(async () => {
    db = await withDatabase(owner, async (test) => test.db);
  });
  after(async () => {
    for (const end of ends) await end();
  });
  return async (work) => {
    if (!db) throw new Error('there is no database yet');
    await sql`TRUNCATE person, sign_in_verification, sign_in_try CASCADE`.execute(db);
    await work({ db });
  };
};

/** Somebody who is known already. */
export const givePerson = async (db: Kysely<Schema>, address: string): Promise<string> => {
  const id = randomUUID();
  const at = new Date();
  const none = { image: null, frozen_at: null, erased_at: null };
  const row = { id, address, name: '', zone: 'UTC', address_proven: true, created_at: at, updated_at: at, ...none };
  await db.insertInto('person').values(row).execute();
  return id;
};

/** A browser without a screen: it keeps cookies, and says where its forms come from. */
export interface Caller {
  get(path: string): Promise<Told>;
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Told>;
  /** What it has: `name=value`. */
  readonly cookies: Map<string, string>;
}

export interface Told {
  readonly status: number;
  readonly to: string | null;
  readonly setCookies: readonly string[];
  readonly headers: Headers;
  readonly text: string;
}

export const newCaller = ({ origin }: Pick<SignInHouse, 'origin'>, peer = '192.0.2.1'): Caller => {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Told> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'x-test-peer': peer, 'user-agent': 'Firefox/140.0 Linux', ...init.headers };
    const answer = await fetch(origin + path, { redirect: 'manual', ...init, headers });
    const setCookies = answer.headers.getSetCookie();
    for (const one of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      if (/Max-Age=0/i.test(one)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const { status, headers: said } = answer;
    return { status, to: said.get('location'), setCookies, headers: said, text: await answer.text() };
  };
  return {
    cookies,
    get: (path) => ask(path),
    post: (path, fields = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin, 'sec-fetch-site': 'same-origin' },
      }),
  };
};

/** The mailed half of the link that was sent last. */
export const lastHalf = ({ links }: Pick<SignInHouse, 'links'>): string =>
  new URL(links.at(-1)?.url ?? '').searchParams.get('half') ?? '';

/** Asks for a link, opens it and presses the button. */
export const comeIn = async (house: SignInHouse, caller: Caller, address: string): Promise<Told> => {
  await caller.post('/sign-in', { address });
  return caller.post('/sign-in/link', { half: lastHalf(house) });
};

export const isIn = async (caller: Caller): Promise<boolean> => (await caller.get('/me/sessions')).status === 200;

/** With these headers and no others: `fetch` would set some of these itself. The status of the answer. */
export const rawSignOut = (house: SignInHouse, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(house.origin);
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = request({ hostname, port, path: '/sign-out', method: 'POST', headers: { ...type, ...headers } });
    sent.once('response', (answer) => resolve(answer.resume().statusCode ?? 0));
    sent.once('error', reject);
    sent.end();
  });
