import { once } from 'node:events';
import { createServer } from 'node:net';

/** One that is free now: a cookie's name has the port in it, so it must be known before the server begins. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
