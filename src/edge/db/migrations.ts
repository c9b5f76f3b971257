import type { Migration } from 'kysely/migration';
import { mail } from './migrations/200Mail.ts';
import { decisionLog } from './migrations/900DecisionLog.ts';
import { erasure } from './migrations/901Erasure.ts';
import { conflicts } from './migrations/conflicts.ts';
import { evidence } from './migrations/evidence.ts';
import { likeness } from './migrations/likeness.ts';
import { mailRound } from './migrations/mailRound.ts';
import { people } from './migrations/people.ts';
import { retiredTasks } from './migrations/retiredTasks.ts';
import { securityLog } from './migrations/securityLog.ts';
import { signIn } from './migrations/signIn.ts';
import { subsystemCards } from './migrations/subsystemCards.ts';
import { tasks } from './migrations/tasks.ts';
import { terms } from './migrations/terms.ts';

/** In the order of their names. What has been released is never edited: a change is a new one. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-people': people,
  '002-terms': terms,
  '003-tasks': tasks,
  '100-signIn': signIn,
  '200-mail': mail,
  '900-decisionLog': decisionLog,
  '901-erasure': erasure,
  '902-conflicts': conflicts,
  '903-subsystemCards': subsystemCards,
  '904-retiredTasks': retiredTasks,
  '905-securityLog': securityLog,
  '906-mailRound': mailRound,
  '910-evidence': evidence,
  '911-likeness': likeness,
};
