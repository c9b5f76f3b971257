import type { SignInParts } from './auth.ts';

export interface People {
  /** Whose address it is; nobody's where its owner was erased. */
  personAt(address: string): Promise<string | undefined>;
  /** Gives a person the address that they proved to have; false where it is another's by now. */
  setAddress(person: string, address: string): Promise<boolean>;
}

export const openPeople = ({ db, now }: Pick<SignInParts, 'db' | 'now'>): People => ({
  personAt: async (address) => {
    const at = db.selectFrom('person').select('id').where('address', '=', address).where('erased_at', 'is', null);
    return (await at.executeTakeFirst())?.id;
  },
  setAddress: async (person, address) => {
    try {
      const mine = db.updateTable('person').set({ address, address_proven: true, updated_at: now() });
      return (await mine.where('id', '=', person).executeTakeFirst()).numUpdatedRows === 1n;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === '23505') return false; // unique_violation
      throw error;
    }
  },
});

/** What ran out, for the job that tidies up: sessions, links, counts older than a day, tokens of which nobody knows. */
export const forgetRunOut = async ({ db, now }: Pick<SignInParts, 'db' | 'now'>): Promise<void> => {
  const at = now();
  const yesterday = new Date(at.getTime() - 24 * 60 * 60 * 1000);
  await db.deleteFrom('session').where('expires_at', '<', at).execute();
  await db.deleteFrom('sign_in_verification').where('expires_at', '<', at).execute();
  await db.deleteFrom('sign_in_try').where('since', '<', yesterday).execute();
};
