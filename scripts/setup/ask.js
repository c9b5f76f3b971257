import { createInterface } from 'node:readline/promises';

/** Asks on the terminal; Enter is a yes, the end of input a no. @param {string} question @returns {Promise<boolean>} */
export const ask = async (question) => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  terminal.on('SIGINT', () => process.exit(130));
  const answer = await Promise.race([
    terminal.question(`${question} [Y/n] `),
    new Promise((resolve) => terminal.once('close', () => resolve('no'))),
  ]);
  terminal.close();
  return /^(y(es)?)?$/i.test(String(answer).trim());
};
