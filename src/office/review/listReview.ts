import type { ApplicationState, Rating } from '../../core/programme/applicationState.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Office } from '../office.ts';

/** One application on a reviewer's pile. */
export interface OnPile {
  readonly application: string;
  readonly name: string;
  readonly state: ApplicationState;
  readonly sentAt: Date;
  readonly rated: Rating | undefined;
  readonly flagged: boolean;
}

/**
 * What is assigned to whoever asks, in a term: what waits for their reading first, each in the order in which it came.
 * Undefined for whoever reads no applications there.
 */
export async function listReview(
  { db }: Pick<Office, 'db'>,
  who: Asker,
  { term }: { readonly term: string },
): Promise<readonly OnPile[] | undefined> {
  if (!mayDo(who, { do: 'read-pile', term }).may) return undefined;
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('application', 'application.id', 'assignment.application')
    .innerJoin('person', 'person.id', 'application.person')
    .leftJoin('rating', (join) =>
      join
        .onRef('rating.application', '=', 'assignment.application')
        .onRef('rating.reviewer', '=', 'assignment.reviewer'),
    )
    .where('application.term', '=', term)
    .where('assignment.reviewer', '=', who.id ?? '')
    .where('assignment.conflict', '=', false)
    .where('application.sent_at', 'is not', null)
    .where('application.state', '!=', 'withdrawn')
    .where('person.frozen_at', 'is', null)
    .select(['application.id', 'application.state', 'application.sent_at', 'person.name'])
    .select(['rating.value', 'rating.flagged'])
    .orderBy('application.sent_at')
    .orderBy('application.id')
    .execute();
  return rows
    .map((row) => ({
      ...{ application: row.id, name: row.name, state: row.state, sentAt: row.sent_at ?? new Date(Number.NaN) },
      ...{ rated: row.value ?? undefined, flagged: row.flagged === true },
    }))
    .toSorted((one, other) => Number(!waits(one)) - Number(!waits(other)));
}

/** Whether it waits for this reviewer's word. */
export const waits = ({ rated, state }: OnPile): boolean =>
  rated === undefined && (state === 'sent' || state === 'on the waiting list');

/** What to read after this one; undefined when the pile is read. */
export const nextUnread = (pile: readonly OnPile[], after: string): string | undefined =>
  pile.find((one) => waits(one) && one.application !== after)?.application;
