import { listApiTokens, makeApiToken, type TokenOrder } from '../../edge/signIn/apiToken.ts';
import { type Office, type Refused, refused } from '../office.ts';

export const tokenScopes = ['tasks:read', 'tasks:submit'] as const;
export const TOKEN_DAYS = 90;
export const LONGEST_TOKEN_NAME = 100;
const MOST_TOKENS = 20;

export type MadeToken = { readonly kind: 'made'; readonly token: string; readonly expires: Date } | Refused;

/** A token with which a program of a person reads their tasks and hands in; what it is, is shown this once. */
export async function makeToken(
  office: Pick<Office, 'db' | 'now' | 'newId'>,
  person: string,
  { name: typed, scopes }: { readonly name: string; readonly scopes: readonly string[] },
): Promise<MadeToken> {
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
  return { kind: 'made', token, expires };
}
