import type { Level } from '../../core/programme/role.ts';
import type { Auth, SignInParts } from './auth.ts';
import type { Begun } from './links.ts';

/** Whose request it is. */
export interface Session {
  readonly id: string;
  /** Opaque. */
  readonly person: string;
  readonly address: string;
  readonly name: string;
  readonly level: Level;
  readonly since: Date;
  /** For the answer: a session that is used lasts longer. */
  readonly setCookies: readonly string[];
}

/** A session as its person sees it in a list. */
export interface ListedSession {
  readonly id: string;
  readonly level: Level;
  readonly userAgent: string;
  readonly since: Date;
  /** To an hour. */
  readonly seen: Date;
}

export interface Sessions {
  sessionOf(request: Pick<Request, 'headers'>): Promise<Session | undefined>;
  /** After a passkey was checked. */
  beginWithPasskey(person: string, passkey: string, headers: Headers): Promise<Begun>;
  /** What the browser is told after its session ended. */
  signOut(headers: Headers): Promise<readonly string[]>;
  /** The one seen last first. */
  listSessions(person: string): Promise<readonly ListedSession[]>;
  endSession(person: string, id: string): Promise<boolean>;
  /** All of them, or all but one. How many ended. */
  endSessions(person: string, but?: string): Promise<number>;
}

export const openSessions = (auth: Auth, { db, now }: Pick<SignInParts, 'db' | 'now'>): Sessions => ({
  sessionOf: async ({ headers }) => {
    const { response, headers: said } = await auth.api.getSession({ headers, returnHeaders: true });
    if (!response) return undefined;
    const { user, session } = response;
    if (user.erasedAt) return undefined;
    return {
      id: session.id,
      person: user.id,
      address: user.email,
      name: user.name,
      level: session.level === 'passkey' ? 'passkey' : 'link',
      since: session.createdAt,
      setCookies: said.getSetCookie(),
    };
  },
  beginWithPasskey: async (person, passkey, headers) => {
    const begun = await auth.api.beginSession({ body: { person, passkey }, headers, returnHeaders: true });
    return { person, session: begun.response.session, setCookies: begun.headers.getSetCookie() };
  },
  signOut: async (headers) => (await auth.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie(),
  listSessions: async (person) => {
    const rows = await db
      .selectFrom('session')
      .select(['id', 'level', 'user_agent', 'created_at', 'updated_at'])
      .where('person', '=', person)
      .where('expires_at', '>', now())
      .orderBy('updated_at', 'desc')
      .execute();
    return rows.map(({ id, level, user_agent, created_at, updated_at }) => {
      return { id, level, userAgent: user_agent, since: created_at, seen: updated_at };
    });
  },
  endSession: async (person, id) => {
    const ended = await db.deleteFrom('session').where('person', '=', person).where('id', '=', id).executeTakeFirst();
    return ended.numDeletedRows === 1n;
  },
  endSessions: async (person, but = '') => {
    const ended = await db.deleteFrom('session').where('person', '=', person).where('id', '<>', but).executeTakeFirst();
    return Number(ended.numDeletedRows);
  },
});
