import type { Office } from './office.ts';

/** Which of these keys have a mail in the outbox already: looked at once for many, before anything is read for them. */
export async function putBefore({ db }: Pick<Office, 'db'>, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .selectFrom('outbox')
    .select('put_key')
    .where(({ eb, fn, val }) => eb('put_key', '=', fn.any(val([...keys]))))
    .execute();
  return new Set(rows.map(({ put_key }) => put_key));
}
