import type { WebAuthnCredential } from '@simplewebauthn/server';
import type { SignInParts } from './auth.ts';

/** A passkey as its person sees it in a list. */
export interface ListedPasskey {
  readonly id: string;
  readonly credential: string;
  readonly name: string;
  readonly since: Date;
  readonly used: Date | undefined;
}

export interface KnownPasskey {
  readonly id: string;
  readonly person: string;
  readonly credential: WebAuthnCredential;
}

export interface PasskeyRows {
  listPasskeys(person: string): Promise<readonly ListedPasskey[]>;
  renamePasskey(person: string, id: string, name: string): Promise<boolean>;
  /** With it go the sessions that were begun with it. */
  removePasskey(person: string, id: string): Promise<boolean>;
  /** Undefined where this one is somebody's already. */
  add(person: string, name: string, credential: WebAuthnCredential): Promise<string | undefined>;
  find(credential: string): Promise<KnownPasskey | undefined>;
  /** Notes a use; false where the counter did not go up. Those that do not count say 0 for ever. */
  used(id: string, counter: number): Promise<boolean>;
}

type Parts = Pick<SignInParts, 'db' | 'newId' | 'now'>;

export const openPasskeyRows = (parts: Parts): PasskeyRows => ({ ...ownRows(parts), ...keyRows(parts) });

const ownRows = ({ db }: Parts): Pick<PasskeyRows, 'listPasskeys' | 'renamePasskey' | 'removePasskey'> => ({
  listPasskeys: async (person) => {
    const rows = await db
      .selectFrom('passkey')
      .selectAll()
      .where('person', '=', person)
      .orderBy('created_at')
      .execute();
    return rows.map(({ id, credential, name, created_at, last_used_at }) => {
      return { id, credential, name, since: created_at, used: last_used_at ?? undefined };
    });
  },
  renamePasskey: async (person, id, name) => {
    const mine = db.updateTable('passkey').set({ name }).where('person', '=', person).where('id', '=', id);
    return (await mine.executeTakeFirst()).numUpdatedRows === 1n;
  },
  removePasskey: async (person, id) => {
    const mine = db.deleteFrom('passkey').where('person', '=', person).where('id', '=', id);
    return (await mine.executeTakeFirst()).numDeletedRows === 1n;
  },
});

const keyRows = ({ db, newId, now }: Parts): Pick<PasskeyRows, 'add' | 'find' | 'used'> => ({
  add: async (person, name, { id: credential, publicKey, counter, transports = [] }) => {
    const id = newId();
    const row = { id, person, credential, public_key: Buffer.from(publicKey), counter, transports, name };
    const added = await db
      .insertInto('passkey')
      .values({ ...row, created_at: now(), last_used_at: null })
      .onConflict((conflict) => conflict.column('credential').doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n ? id : undefined;
  },
  find: async (credential) => {
    const row = await db.selectFrom('passkey').selectAll().where('credential', '=', credential).executeTakeFirst();
    if (!row) return undefined;
    const publicKey = Uint8Array.from(row.public_key);
    return { id: row.id, person: row.person, credential: { id: credential, publicKey, counter: Number(row.counter) } };
  },
  used: async (id, counter) => {
    const noted = await db
      .updateTable('passkey')
      .set({ counter, last_used_at: now() })
      .where('id', '=', id)
      .where(({ eb, and, or }) =>
        or([eb('counter', '<', counter), and([eb('counter', '=', 0), eb.val(counter === 0)])]),
      )
      .executeTakeFirst();
    return noted.numUpdatedRows === 1n;
  },
});
