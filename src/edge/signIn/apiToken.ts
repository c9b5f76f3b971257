import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '../../core/programme/role.ts';
import type { SignInParts } from './auth.ts';

/** Whom a token speaks for: a person, or a role in one term, as a machine that posts results has it. */
export type TokenHolder =
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'role'; readonly role: Role; readonly term: string };

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  /** Words of the API: `tasks:read`. What is not named here the token may not. */
  readonly scopes: readonly string[];
  readonly holder: TokenHolder;
  readonly expires: Date;
}

/** A token in a list: what it is for, and whether it is used. */
export interface ListedToken extends ApiToken {
  readonly since: Date;
  readonly used: Date | undefined;
}

type Parts = Pick<SignInParts, 'db' | 'newId' | 'now'>;
export type TokenOrder = Omit<ApiToken, 'id'>;

/** Scanners for secrets that got into a repository know it by this. */
const PREFIX = 'plg_';
/** `used` is that exact: not every request writes. */
const USED_MS = 60_000;

/** A token for a program: shown this once, kept as a digest. */
export const makeApiToken = async (
  { db, newId, now }: Parts,
  order: TokenOrder,
): Promise<ApiToken & { token: string }> => {
  const token = PREFIX + randomBytes(32).toString('base64url');
  const { name, scopes, holder, expires } = order;
  const id = newId();
  await db
    .insertInto('api_token')
    .values({
      id,
      digest: digest(token),
      name,
      scopes: [...scopes],
      person: holder.kind === 'person' ? holder.person : null,
      role: holder.kind === 'role' ? holder.role : null,
      term: holder.kind === 'role' ? holder.term : null,
      created_at: now(),
      expires_at: expires,
      last_used_at: null,
      ended_at: null,
    })
    .execute();
  return { id, ...order, token };
};

/** What `Authorization: Bearer plg_…` stands for; undefined where it is not good any more, or never was. */
export const apiTokenOf = async ({ db, now }: Parts, authorization: string | null): Promise<ApiToken | undefined> => {
  const token = /^Bearer (plg_[\w-]{43})$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  const at = now();
  const row = await db
    .selectFrom('api_token')
    .leftJoin('person', 'person.id', 'api_token.person')
    .selectAll('api_token')
    .where('api_token.digest', '=', digest(token))
    .where('api_token.expires_at', '>', at)
    .where('api_token.ended_at', 'is', null)
    .where('person.erased_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.last_used_at === null || at.getTime() - row.last_used_at.getTime() > USED_MS) {
    await db.updateTable('api_token').set({ last_used_at: at }).where('id', '=', row.id).execute();
  }
  return listed(row);
};

/** A person's own, the newest first; also those that ran out, until they are ended. */
export const listApiTokens = async ({ db }: Parts, person: string): Promise<readonly ListedToken[]> => {
  const mine = db.selectFrom('api_token').selectAll().where('person', '=', person).where('ended_at', 'is', null);
  return (await mine.orderBy('created_at', 'desc').execute()).map(listed);
};

export const endApiToken = async ({ db, now }: Parts, person: string, id: string): Promise<boolean> => {
  const mine = db.updateTable('api_token').set({ ended_at: now() }).where('person', '=', person).where('id', '=', id);
  return (await mine.where('ended_at', 'is', null).executeTakeFirst()).numUpdatedRows === 1n;
};

// A secret of 256 bits needs no slow digest, and looking it up by its digest tells nothing by the time it takes.
const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');

interface Row {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly person: string | null;
  readonly role: Role | null;
  readonly term: string | null;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly last_used_at: Date | null;
}

const listed = ({ id, name, scopes, person, role, term, created_at, expires_at, last_used_at }: Row): ListedToken => ({
  id,
  name,
  scopes,
  holder: holderOf(person, role, term),
  expires: expires_at,
  since: created_at,
  used: last_used_at ?? undefined,
});

const holderOf = (person: string | null, role: Role | null, term: string | null): TokenHolder => {
  if (person !== null) return { kind: 'person', person };
  if (role !== null && term !== null) return { kind: 'role', role, term };
  throw new Error('a token of nobody, which the table forbids');
};
