#!/usr/bin/env -S node --max-semi-space-size=2
import { runProgram } from './cli/program.ts';
import { exitStatus, troubleLines } from './cli/troubleLines.ts';
import { Trouble } from './core/trouble.ts';
import { createHost } from './edge/host.ts';

// A pipe that was closed early (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 4));

try {
  process.exitCode = await runProgram(createHost(), process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  for (const line of troubleLines(error)) process.stderr.write(`${line}\n`);
  process.exitCode = exitStatus[error.kind];
}
