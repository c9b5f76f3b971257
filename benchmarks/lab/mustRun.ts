import { type RunOptions, run } from '../../src/edge/run.ts';

/** Runs a program that has to succeed, and gives what it printed. @throws Error with the end of what it said. */
export const mustRun = async (command: readonly string[], options: RunOptions = {}): Promise<string> => {
  const { status, stdout, stderr } = await run(command, options);
  if (status === 0) return stdout;
  throw new Error(`${command.join(' ')} ended with ${status}:\n${`${stdout}\n${stderr}`.slice(-2000)}`);
};
