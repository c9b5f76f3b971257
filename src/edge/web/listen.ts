import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Trouble } from '../../core/trouble.ts';
import { isSystemError } from '../filesTrouble.ts';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** What answers a request: a Hono app's `fetch`; its second argument tells of the connection. */
export type Answer = (request: Request, bindings: object) => Response | Promise<Response>;

/**
 * Longer than a web server in front keeps a connection (nginx: 60 s): else it sends a request into one that is just being closed
 * here, and whoever asked gets an error.
 */
const KEPT_MS = 65_000;

/** So many ports are tried behind the one that is wished for. */
const TRIES = 20;

/** Serves on 127.0.0.1 and nowhere else, at the port or the next free one behind it. Throws Trouble. */
export const listen = async (answer: Answer, wished: number): Promise<Listening> => {
  for (let port = wished; port < wished + TRIES && port < 65_536; port++) {
    const listening = await tryPort(answer, port);
    if (listening) return listening;
    if (wished === 0) break;
  }
  throw new Trouble('machine', {
    what: `No port from ${wished} to ${wished + TRIES - 1} is free on 127.0.0.1.`,
    next: 'Name another with --port N, or end what listens there: ss -ltnp',
  });
};

const tryPort = (answer: Answer, port: number): Promise<Listening | undefined> =>
  new Promise((resolve, reject) => {
    const server = createAdaptorServer({ fetch: answer, serverOptions: { keepAliveTimeout: KEPT_MS } });
    server.once('error', (error) => {
      if (isSystemError(error) && (error.code === 'EADDRINUSE' || error.code === 'EACCES')) resolve(undefined);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
  });
