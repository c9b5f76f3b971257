import { Trouble } from '../core/trouble.ts';

/** The port that an option names, `otherwise` where it is not given. @throws Trouble `input`. */
export const portOption = (text: string | undefined, option: string, otherwise: number): number => {
  if (text === undefined) return otherwise;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 65_536;
  if (port < 65_536) return port;
  throw new Trouble('input', { what: `${option} ${text} is no port.`, next: 'Name a number from 1024 to 65535.' });
};
