import { randomUUID } from 'node:crypto';
import { makeTemplate, startEmbedded } from './programmeDatabase.ts';

// One PostgreSQL and one migrated template for the whole run, where none is named: starting a server for each test file took
// minutes of the suite. Every test still has a database of its own.

let stop: (() => Promise<void>) | undefined;

/** @public The runner calls it. */
export const globalSetup = async (): Promise<void> => {
  if (process.env['PATCHLING_DATABASE'] !== undefined) return;
  const server = await startEmbedded();
  ({ stop } = server);
  const template = `template_${randomUUID().replaceAll('-', '')}`;
  await makeTemplate(server.url, template);
  process.env['PATCHLING_DATABASE'] = server.url('postgres');
  process.env['PATCHLING_TEMPLATE'] = template;
};

/** @public The runner calls it. */
export const globalTeardown = async (): Promise<void> => {
  await stop?.();
};
