import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { assign, reviewersOf } from './assignReviewers.ts';

/** Gives one application another reader. */
export async function assignByHand(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly application: string; readonly reviewer: string },
): Promise<{ readonly kind: 'assigned' } | Refused> {
  const found = await open(office, who, order.application);
  if (found.kind === 'refused') return found;
  if (order.reviewer === found.owner) return refused('Nobody judges what is their own.');
  if (!(await reviewersOf(office.db, found.term)).includes(order.reviewer)) {
    return refused('That person does not read applications of this term.');
  }
  return office.db.transaction().execute(async (trx) => {
    await assign(trx, [order], { by: found.by, at: office.now() });
    return { kind: 'assigned' } as const;
  });
}

/** Takes it from a reader who has not rated it; what somebody said stays. */
export async function releaseReviewer(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly application: string; readonly reviewer: string },
): Promise<{ readonly kind: 'released' } | Refused> {
  const found = await open(office, who, order.application);
  if (found.kind === 'refused') return found;
  return office.db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom('assignment')
      .where('application', '=', order.application)
      .where('reviewer', '=', order.reviewer)
      .where('conflict', '=', false)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('rating')
              .select('rating.reviewer')
              .where('rating.application', '=', order.application)
              .where('rating.reviewer', '=', order.reviewer),
          ),
        ),
      )
      .executeTakeFirst();
    if (gone.numDeletedRows !== 1n) return refused('It was rated already, or a conflict was said: that stays.');
    const { application: about, reviewer } = order;
    await appendFact(trx, { kind: 'reviewer-released', at: office.now(), by: found.by, about, reviewer });
    return { kind: 'released' } as const;
  });
}

async function open(office: Pick<Office, 'db'>, who: Asker, id: string) {
  const application = await office.db
    .selectFrom('application')
    .select(['term', 'person', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!application) return refused('There is no such application.');
  const permission = mayDo(who, { do: 'assign-reviewers', term: application.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  return { kind: 'open', term: application.term, owner: application.person, by: who.id } as const;
}
