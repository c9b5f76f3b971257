import type { Migration } from 'kysely/migration';
import { decisionLog } from './migrations/900DecisionLog.ts';
import { erasure } from './migrations/901Erasure.ts';

/** In the order of their names. What has been released is never edited: a change is a new one. */
export const migrations: Readonly<Record<string, Migration>> = {
  '900-decisionLog': decisionLog,
  '901-erasure': erasure,
};
