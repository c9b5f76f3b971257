import type { SeriesPlan } from '../bench/planSeries.ts';
import { Trouble } from '../core/trouble.ts';
import type { Face } from './face.ts';

/**
 * The version to make, where it depends on whether the newest one was sent: only the person knows it before the archive
 * is looked into. Without a terminal they say it by `--version`.
 */
export const askSent = async ({ host, json }: Face, { version }: SeriesPlan): Promise<number> => {
  const number = version.version;
  if (!host.terminal.isInteractive || json) {
    throw new Trouble('input', {
      what: `v${number} is there already, and the commits have changed since.`,
      why: 'If it was sent, this is the next version; if nobody has seen it, it is written anew, and the old one is kept beside.',
      next: `It was sent: --version ${number + 1}. It was not: --version ${number}.`,
    });
  }
  const answer = await host.terminal.ask(
    `v${number} is there already, and the commits have changed. Was it sent? [y/N] `,
  );
  return /^y(?:es)?$/i.test(answer) ? number + 1 : number;
};
