import type { Office } from '../office.ts';

/** The person of an address, made where there is none: an address is whose it is, whatever its capitals. */
export async function givePerson(
  office: Pick<Office, 'db' | 'now' | 'newId'>,
  { address, name, zone = 'UTC' }: { readonly address: string; readonly name?: string; readonly zone?: string },
): Promise<string> {
  const at = office.now();
  const lower = address.toLowerCase();
  const made = await office.db
    .insertInto('person')
    .values({
      ...{ id: office.newId(), address: lower, name: name ?? lower.split('@')[0] ?? lower, zone, image: null },
      ...{ address_proven: false, created_at: at, updated_at: at, frozen_at: null, erased_at: null },
    })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) return made.id;
  const there = await office.db
    .selectFrom('person')
    .select('id')
    .where('address', '=', lower)
    .executeTakeFirstOrThrow();
  return there.id;
}
