import { getConnInfo } from '@hono/node-server/conninfo';
import type { Page } from '../../web/office/frame/frontDesk.ts';

const local = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * The address of whoever asks, for limits of tries. Where a web server of ours stands in front (an https address, and the
 * connection comes from this machine), it is what that one says last: what stands before was said by the asker.
 */
export const peerOf =
  (address: string) =>
  (c: Page): string => {
    const peer = getConnInfo(c).remote.address ?? 'unknown';
    if (!address.startsWith('https:') || !local.has(peer)) return peer;
    return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? peer;
  };
