import { z } from 'zod';
import { Trouble } from '../../core/trouble.ts';

/** Where a programme's server is, and what says who we are there. */
export interface Access {
  /** Without a slash at its end. */
  readonly url: string;
  readonly token: string;
}

/** What came of asking. `offline`: it could not be reached, so asking later may help. */
export type Asked =
  | { readonly kind: 'answered'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly because: string }
  | { readonly kind: 'offline'; readonly because: string };

const WAIT_MS = 60_000;
const Refusal = z.object({ error: z.string(), next: z.string().optional() });

/** Asks a programme's API, which the person has logged in to. Follows no redirection: the token is for that server alone. */
export async function askServer({ url, token }: Access, path: string, body?: unknown): Promise<Asked> {
  try {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(WAIT_MS),
    });
    const json: unknown = await answer.json().catch(() => undefined);
    if (answer.ok && json !== undefined) return { kind: 'answered', body: json };
    // A server that has no room at the moment is as one that is away.
    if (answer.status >= 500 || answer.status === 429)
      return { kind: 'offline', because: `it answered ${answer.status}` };
    const refusal = Refusal.safeParse(json);
    const because = refusal.success ? refusal.data.error : `It answered ${answer.status}, and not as a programme does.`;
    return { kind: 'refused', status: answer.status, because };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return { kind: 'offline', because: cause };
  }
}

/** The address of a server as a person gave it: https, or http on this machine alone. @throws Trouble `input`. */
export function serverUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isHere = url !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere)) return url.origin;
  throw new Trouble('input', {
    what: `${given} is no address of a programme.`,
    ...(url?.protocol === 'http:' && { why: 'The token would go over the network for everybody to read.' }),
    next: 'Name it as your browser shows it, beginning with https://',
  });
}
