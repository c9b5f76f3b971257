import type { Context } from 'hono';
import { Trouble } from '../../core/trouble.ts';

/** More than any form of ours has: the longest text that one takes, each of its letters written as `%F0%9F%98%80`. */
export const MOST_SENT = 2 ** 19;

/**
 * The fields of a form that was sent; with `all`, those that came several times as a list. Throws Trouble `input` where what
 * came is none.
 */
export const sentForm = async (
  { req }: Context,
  { all = false }: { readonly all?: boolean } = {},
): Promise<Readonly<Record<string, unknown>>> => {
  try {
    const fields = Object.entries(await req.parseBody({ all }));
    // No store takes a NUL, and nobody writes one.
    return Object.fromEntries(
      fields.map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll('\0', '') : value]),
    );
  } catch {
    throw new Trouble('input', { what: 'What was sent is no whole form.', next: 'Go back, and send it again.' });
  }
};
