#!/usr/bin/env -S node --max-semi-space-size=2
import { runProgram } from './cli/program.ts';
import { exitStatus, mistakeLines, troubleLines } from './cli/troubleLines.ts';
import { Trouble } from './core/trouble.ts';
import { createHost } from './edge/host.ts';

// A pipe that was closed early (`| head`) is not an error; a full disk is one, and perhaps nobody can be told.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`patchling: standard output could not be written: ${error.message}\n`);
  process.exit(exitStatus.machine);
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exit(exitStatus.machine);
});

const end = (error: unknown): void => {
  const lines = error instanceof Trouble ? troubleLines(error) : mistakeLines(error);
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = exitStatus[error instanceof Trouble ? error.kind : 'machine'];
};

process.on('uncaughtException', (error) => {
  end(error);
  process.exit();
});

try {
  process.exitCode = await runProgram(createHost(), process.argv.slice(2));
} catch (error) {
  end(error);
}
