import type { Office } from '../office.ts';

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
}

/** Whom the server's keeper names, by address or by number; undefined where there is nobody. */
export const findPerson = ({ db }: Pick<Office, 'db'>, named: string): Promise<FoundPerson | undefined> =>
  db
    .selectFrom('person')
    .select(['id', 'name', 'address'])
    .where((one) => one.or([one('id', '=', named), one('address', '=', named.trim().toLowerCase())]))
    .executeTakeFirst();
