import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { readersOf } from './readersOf.ts';

/** A reviewer knows the applicant too well to judge: what they rated before goes, and they read it no more. */
export async function sayConflict(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  { application: id }: { readonly application: string },
): Promise<{ readonly kind: 'said' } | Refused> {
  const application = await office.db
    .selectFrom('application')
    .select(['term', 'person'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!application) return refused('There is no such application.');
  const about = { term: application.term, owner: application.person, ...(await readersOf(office, id)) };
  const permission = mayDo(who, { do: 'say-conflict', application: about });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const reviewer = who.id;
  return office.db.transaction().execute(async (trx) => {
    const said = await trx
      .updateTable('assignment')
      .set({ conflict: true })
      .where('application', '=', id)
      .where('reviewer', '=', reviewer)
      .where('conflict', '=', false)
      .executeTakeFirst();
    if (said.numUpdatedRows !== 1n) return { kind: 'said' } as const;
    await trx.deleteFrom('rating').where('application', '=', id).where('reviewer', '=', reviewer).execute();
    await appendFact(trx, { kind: 'conflict-said', at: office.now(), by: reviewer, about: id, reviewer });
    return { kind: 'said' } as const;
  });
}
