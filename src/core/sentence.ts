import { capital } from './capital.ts';

/** A clause as a sentence of its own. What begins with a word of the code stays as the code writes it. */
export const sentence = (clause: string): string => {
  const text = `${clause.replace(/\.$/, '')}.`;
  return /^(?:struct |union |sizeof|\S*[_(\d]|\w+ [-+*/] )/.test(text) ? text : capital(text);
};
