import { newPerson } from './runPatchling.ts';
import { serveDesk } from './servedDesk.ts';

/** The local pages as somebody has them who opened the printed address. */
export interface OpenDoor {
  readonly person: ReturnType<typeof newPerson>;
  ask(address: string, options?: RequestInit): Promise<Response>;
  /** The page once no work goes on for it, as a browser without JavaScript has it. */
  settled(address: string): Promise<string>;
  stop(): Promise<void>;
}

export const throughTheDoor = async (tree: string, person = newPerson()): Promise<OpenDoor> => {
  const served = await serveDesk(tree, { person });
  const entered = await fetch(served.entrance, { redirect: 'manual' });
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const ask: OpenDoor['ask'] = (address, { headers, ...options } = {}) => {
    const own = { cookie, origin: served.origin, ...(headers as Record<string, string>) };
    return fetch(served.origin + address, { redirect: 'manual', ...options, headers: own });
  };
  return {
    person,
    ask,
    settled: async (address) => {
      for (let tries = 0; tries < 200; tries++) {
        const page = await (await ask(address)).text();
        if (!page.includes('data-stream=')) return page;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`${address} is not ready after a long while`);
    },
    stop: served.stop,
  };
};
