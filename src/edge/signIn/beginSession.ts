import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** A session of somebody whose passkey was checked: what better-auth does after a link, for our passkeys. */
export const beginSession = createAuthEndpoint(
  { method: 'POST', requireHeaders: true, body: z.object({ person: z.string(), passkey: z.string() }) },
  async (ctx) => {
    const { person, passkey } = ctx.body;
    const user = await ctx.context.internalAdapter.findUserById(person);
    if (!user) throw ctx.error('NOT_FOUND');
    const begun = { level: 'passkey', passkey };
    const session = await ctx.context.internalAdapter.createSession(person, false, begun, true);
    await setSessionCookie(ctx, { session, user });
    return { session: session.id };
  },
);
