import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Whether something failed since the database is away: it ended, starts just now, or the line to it broke. */
export const isAway = async (db: Kysely<Schema>, error: Error): Promise<boolean> => {
  if (brokeOff(error)) return true;
  // Libraries between tell of a mistake of theirs and keep the cause: the database is asked itself.
  return sql`SELECT 1`.execute(db).then(
    () => false,
    () => true,
  );
};

/** Classes of PostgreSQL's errors ("Appendix A. PostgreSQL Error Codes"): connection exception, operator intervention. */
const brokeOff = (error: Error): boolean => {
  const code = (error as { readonly code?: unknown }).code;
  if (typeof code === 'string' && /^(?:08...|57P0[1-3]|ECONNREFUSED|ECONNRESET|EPIPE)$/.test(code)) return true;
  return /^Connection terminated/.test(error.message);
};
