import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { newPerson } from './runPatchling.ts';

const program = fileURLToPath(new URL('../../bin/patchling', import.meta.url));

export interface ServedDesk {
  /** Opens the pages once. */
  readonly entrance: string;
  /** `http://127.0.0.1:40123`. */
  readonly origin: string;
  readonly home: string;
  readonly person: ReturnType<typeof newPerson>;
  stop(): Promise<void>;
}

/** `patchling web` on a tree, for a person of its own, at a free port. */
export const serveDesk = async (
  tree: string,
  options: { person?: ReturnType<typeof newPerson>; port?: number; env?: Record<string, string> } = {},
): Promise<ServedDesk> => {
  const person = options.person ?? newPerson();
  const server = spawn(program, ['web', '--tree', tree, '--port', String(options.port ?? 0)], {
    cwd: person.home,
    env: { ...person.env, ...options.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  for await (const line of createInterface({ input: server.stdout })) {
    const entrance = /http:\S+/.exec(line)?.[0];
    if (entrance === undefined) continue;
    const { origin } = new URL(entrance);
    const stop = async (): Promise<void> => {
      server.kill('SIGINT');
      await ended;
    };
    return { entrance, origin, home: person.home, person, stop };
  }
  throw new Error('patchling web ended before it listened');
};
