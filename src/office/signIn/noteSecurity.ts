import { browserWords } from '../../core/programme/browserWords.ts';
import type { SecurityEvent } from '../../core/programme/securityEvent.ts';
import type { Office } from '../office.ts';

type Host = Pick<Office, 'db' | 'newId'> & { readonly now: () => Date };

const HOUR_MS = 3_600_000;
const LONGEST = 120;

/** Notes how somebody came in, or what they changed of it. Of the request only which browser is kept, in three words. */
export async function noteSecurity(
  { db, newId, now }: Host,
  person: string,
  event: Exclude<SecurityEvent, 'refused'>,
  headers?: Headers,
): Promise<void> {
  const at = now();
  const browser = headers ? browserWords(headers.get('user-agent') ?? '') : '';
  const row = { id: newId(), person, event, what: '', browser, at, last_at: at, times: 1 };
  await db.insertInto('security_event').values(row).execute();
}

/** What a signed-in person asked for in vain: one row an hour for each kind of page, however often they try. */
export async function noteRefused(
  { db, now }: Pick<Host, 'db' | 'now'>,
  person: string,
  { what, headers }: { readonly what: string; readonly headers: Headers },
): Promise<void> {
  const at = now();
  const hour = Math.floor(at.getTime() / HOUR_MS);
  const kept = what.slice(0, LONGEST);
  const row = {
    id: `${person} ${hour} ${kept}`,
    person,
    event: 'refused',
    what: kept,
    at,
    last_at: at,
    times: 1,
  } as const;
  await db
    .insertInto('security_event')
    .values({ ...row, browser: browserWords(headers.get('user-agent') ?? '') })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((set) => ({ times: set('security_event.times', '+', 1), last_at: at })),
    )
    .execute();
}
