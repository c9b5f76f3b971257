import type { SecurityEvent } from '../../core/programme/securityEvent.ts';
import type { Office } from '../office.ts';

export interface NotedEvent {
  readonly event: SecurityEvent;
  readonly what: string;
  readonly browser: string;
  /** When it was last so. */
  readonly at: Date;
  readonly times: number;
}

/** A person's own, the latest first. */
export const readSecurity = async (
  { db }: Pick<Office, 'db'>,
  person: string,
  most: number,
): Promise<readonly NotedEvent[]> =>
  db
    .selectFrom('security_event')
    .select(['event', 'what', 'browser', 'last_at as at', 'times'])
    .where('person', '=', person)
    .orderBy('last_at', 'desc')
    .limit(most)
    .execute();
