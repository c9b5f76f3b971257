import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder.js';
import { say } from './say.js';

/** How many of a failed command's last lines are shown. */
const tailLines = 15;

/**
 * Runs a command with its output in a log file, and shows the log's end if it fails.
 *
 * @param {string} title What is being done, for the person.
 * @param {readonly [string, ...string[]]} command
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log: string }} where `log` is the log file's name.
 * @returns {Promise<boolean>} Whether it exited with 0.
 */
export const runLogged = async (title, command, { cwd, env, log }) => {
  const file = join(cacheFolder, log);
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
  say(`${title} …`);
  const clock = setInterval(() => process.stderr.isTTY && process.stderr.write(`\r  ${seconds()} `), 1000);
  const ended = await run(command, { cwd, env, log: file });
  clearInterval(clock);
  if (process.stderr.isTTY) process.stderr.write('\r');

  if (ended === 0) {
    say(`${title}: done in ${seconds()}`);
    return true;
  }
  say(`${title}: failed after ${seconds()} (${ended}). The end of ${file}:`);
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n').slice(-tailLines)) {
    process.stderr.write(`  ${line}\n`);
  }
  return false;
};

/**
 * @param {readonly [string, ...string[]]} command
 * @param {{ cwd: string | undefined, env: NodeJS.ProcessEnv | undefined, log: string }} where
 * @returns {Promise<number | string>} The exit status, or the signal or error that ended it.
 */
const run = async ([program, ...args], { cwd, env, log }) => {
  const output = openSync(log, 'w');
  try {
    return await new Promise((resolve) => {
      const child = spawn(program, args, { cwd, env: env ?? process.env, stdio: ['inherit', output, output] });
      child.on('error', (error) => resolve(error.message));
      child.on('close', (code, signal) => resolve(code ?? signal ?? 'ended'));
    });
  } finally {
    closeSync(output);
  }
};
