import { movableFrom } from '../../core/programme/applicationState.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { ownApplication } from './ownApplication.ts';

/** Takes an application back, at any time and without a reason. What was handed in stays the person's to export or erase. */
export async function withdrawApplication(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string },
): Promise<{ kind: 'withdrawn' } | Refused> {
  const application = await ownApplication(office, who, order.term);
  if (!application) return refused('There is no application to withdraw.');
  const about = { term: order.term, owner: application.person, reviewers: [], conflicts: [] };
  const permission = mayDo(who, { do: 'change-application', application: about });
  if (!permission.may) return forbidden(permission);
  if (application.state === 'withdrawn') return { kind: 'withdrawn' };
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    const moved = await trx
      .updateTable('application')
      .set({ state: 'withdrawn', withdrawn_at: at })
      .where('id', '=', application.id)
      .where('state', 'in', movableFrom('withdraw'))
      .executeTakeFirst();
    if (moved.numUpdatedRows !== 1n) return refused('It is decided already, so there is nothing to withdraw.');
    await trx
      .deleteFrom('membership')
      .where('term', '=', order.term)
      .where('person', '=', application.person)
      .where('role', 'in', ['applicant', 'mentee'])
      .execute();
    await appendFact(trx, {
      ...{ kind: 'application-withdrawn', at, by: application.person, about: application.id, term: order.term },
    });
    return { kind: 'withdrawn' } as const;
  });
}
