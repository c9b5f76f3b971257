import { createHmac } from 'node:crypto';
import type { Transaction } from 'kysely';
import { type Tries, type TryLimit, tryLimit } from '../../core/programme/tryLimit.ts';
import type { Schema } from '../db/schema.ts';
import type { SignInParts } from './auth.ts';

/** What is counted: `address`, and whose. */
export interface Counted {
  readonly what: string;
  readonly whose: string;
  readonly limit: TryLimit;
}

export interface Door {
  /** Seconds to wait; 0 where all limits allow it. Then it is counted with each, else with none. */
  takeTry(counted: readonly Counted[]): Promise<number>;
}

/** Counted in the database, so that a restart forgets nothing; by keyed digests, so that no address stands there. */
export const openDoor = ({ db, secret, now }: Pick<SignInParts, 'db' | 'secret' | 'now'>): Door => ({
  takeTry: (counted) => {
    const at = now();
    const keyed = counted
      .map(({ what, whose, limit }) => ({ key: keyOf(secret, `${what}:${whose}`), limit }))
      // Always in the same order: of two that lock the same rows, none waits for the other for ever.
      .toSorted((a, b) => (a.key < b.key ? -1 : 1));
    return db.transaction().execute(async (trx) => {
      const taken: (readonly [string, Tries])[] = [];
      let wait = 0;
      for (const { key, limit } of keyed) {
        const tried = tryLimit(await lockTries(trx, key, at), limit, at.getTime());
        if (tried.kind === 'go') taken.push([key, tried.tries]);
        else wait = Math.max(wait, tried.seconds);
      }
      if (wait > 0) return wait;
      for (const [key, { count, since }] of taken) {
        await trx
          .updateTable('sign_in_try')
          .set({ count, since: new Date(since) })
          .where('key', '=', key)
          .execute();
      }
      return 0;
    });
  },
});

const keyOf = (secret: string, what: string): string => createHmac('sha256', secret).update(what).digest('base64url');

/** The row is ours until the transaction ends. */
const lockTries = async (trx: Transaction<Schema>, key: string, at: Date): Promise<Tries> => {
  const row = await trx
    .insertInto('sign_in_try')
    .values({ key, count: 0, since: at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ key }))
    .returning(['count', 'since'])
    .executeTakeFirstOrThrow();
  return { count: row.count, since: row.since.getTime() };
};
