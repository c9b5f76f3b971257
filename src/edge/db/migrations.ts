import type { Migration } from 'kysely/migration';
import { mail } from './migrations/200Mail.ts';
import { decisionLog } from './migrations/900DecisionLog.ts';

/** In the order of their names. What has been released is never edited: a change is a new one. */
export const migrations: Readonly<Record<string, Migration>> = {
  '200-mail': mail,
  '900-decisionLog': decisionLog,
};
