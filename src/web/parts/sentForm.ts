import type { Context } from 'hono';
import { Trouble } from '../../core/trouble.ts';

/** More than any form of ours has: the longest text that one takes, each of its letters written as `%F0%9F%98%80`. */
export const MOST_SENT = 2 ** 19;

/** The fields of a form that was sent. Throws Trouble `input` where what came is none. */
export const sentForm = async ({ req }: Context): Promise<Readonly<Record<string, unknown>>> => {
  try {
    return await req.parseBody();
  } catch {
    throw new Trouble('input', { what: 'What was sent is no whole form.', next: 'Go back, and send it again.' });
  }
};
