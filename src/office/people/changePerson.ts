import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { forbidden, type Office, type Refused } from '../office.ts';

/** Another name to show, another zone: a person's own to change. */
export async function changePerson(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  { person, name, zone }: { readonly person: string; readonly name: string; readonly zone: string },
): Promise<{ kind: 'changed' } | Refused> {
  const permission = mayDo(who, { do: 'change-person', person });
  if (!permission.may) return forbidden(permission);
  await office.db
    .updateTable('person')
    .set({ name, zone, updated_at: office.now() })
    .where('id', '=', person)
    .where('erased_at', 'is', null)
    .execute();
  return { kind: 'changed' };
}
