import { freshSignIn } from '../../core/programme/freshSignIn.ts';
import { endApiToken, listApiTokens, makeApiToken, type TokenOrder } from '../../edge/signIn/apiToken.ts';
import { type Office, type Refused, refused } from '../office.ts';
import { noteSecurity } from './noteSecurity.ts';

export const tokenScopes = ['tasks:read', 'tasks:submit'] as const;
export const TOKEN_DAYS = 90;
export const LONGEST_TOKEN_NAME = 100;
const MOST_TOKENS = 20;

export type MadeToken =
  | { readonly kind: 'made'; readonly token: string; readonly expires: Date }
  | { readonly kind: 'sign in again' }
  | Refused;

/** Whose token it is to be, and since when they are signed in. */
export interface TokenMaker {
  readonly person: string;
  readonly since: Date;
  readonly headers: Headers;
}

/** A token with which a program of a person reads their tasks and hands in; what it is, is shown this once. */
export async function makeToken(
  office: Pick<Office, 'db' | 'now' | 'newId'>,
  { person, since, headers }: TokenMaker,
  { name: typed, scopes }: { readonly name: string; readonly scopes: readonly string[] },
): Promise<MadeToken> {
  if (!freshSignIn(since, office.now())) return { kind: 'sign in again' };
  const name = typed.trim();
  if (name === '' || name.length > LONGEST_TOKEN_NAME || name.includes('\0')) {
    return refused(`A name has 1 to ${LONGEST_TOKEN_NAME} characters: it tells you later where the token is.`);
  }
  const named = tokenScopes.filter((scope) => scopes.includes(scope));
  if (named.length === 0) return refused('Choose at least one thing that the token is for.');
  if ((await listApiTokens(office, person)).length >= MOST_TOKENS) {
    return refused(`You have ${MOST_TOKENS} tokens already: end one that you do not use.`);
  }
  const expires = new Date(office.now().getTime() + TOKEN_DAYS * 86_400_000);
  const order: TokenOrder = { name, scopes: named, holder: { kind: 'person', person }, expires };
  const { token } = await makeApiToken(office, order);
  await noteSecurity(office, person, 'token made', headers);
  return { kind: 'made', token, expires };
}

/** What had the token can do nothing with it from now on. False where there is none like it. */
export async function endToken(
  office: Pick<Office, 'db' | 'now' | 'newId'>,
  { person, headers }: Pick<TokenMaker, 'person' | 'headers'>,
  id: string,
): Promise<boolean> {
  const ended = await endApiToken(office, person, id);
  if (ended) await noteSecurity(office, person, 'token ended', headers);
  return ended;
}
