import type { ApplicationState, Rating } from '../../core/programme/applicationState.ts';
import { type ApplicationField, mayDo } from '../../core/programme/mayDo.ts';
import { othersRatings } from '../../core/programme/ratingWords.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Application } from '../apply/ownApplication.ts';
import type { Office } from '../office.ts';
import { readersOf } from './readersOf.ts';

export interface Said {
  readonly reviewer: string;
  readonly name: string;
  readonly value: Rating;
  readonly note: string;
  readonly flagged: boolean;
  readonly at: Date;
}

/** One application as somebody of the team may see it; a field that they may not read is undefined. */
export interface ReviewView {
  readonly id: string;
  readonly term: string;
  readonly name: string;
  readonly state: ApplicationState;
  readonly sentAt: Date | null;
  readonly words: Pick<Application, 'words' | 'availability' | 'code_identity' | 'disclosure'> | undefined;
  readonly answers: Application['eligibility'] | undefined;
  readonly contact: string | undefined;
  readonly mayRate: boolean;
  readonly own: Said | undefined;
  /** What others said; undefined before one has said one's own, and where ratings are not for whoever asks. */
  readonly others: readonly Said[] | undefined;
}

/** An application for one of its readers, or a lead mentor; undefined where there is none that they may know of. */
export async function readReview(
  office: Pick<Office, 'db'>,
  who: Asker,
  { term, application: id }: { readonly term: string; readonly application: string },
): Promise<ReviewView | undefined> {
  const row = await office.db
    .selectFrom('application')
    .innerJoin('person', 'person.id', 'application.person')
    .selectAll('application')
    .select(['person.name', 'person.address'])
    .where('application.id', '=', id)
    .where('application.term', '=', term)
    .where('application.sent_at', 'is not', null)
    .where('person.frozen_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const about = { term, owner: row.person, ...(await readersOf(office, id)) };
  const sees = (field: ApplicationField) => mayDo(who, { do: 'read-application', application: about, field }).may;
  // Their own is shown to applicants elsewhere, and never beside ratings.
  if (!sees('words') || row.person === who.id) return undefined;
  const mayRate = mayDo(who, { do: 'rate-application', application: about }).may;
  const all = sees('ratings') ? await ratingsOf(office, id) : [];
  const { words, availability, code_identity, disclosure } = row;
  return {
    ...{ id, term, name: row.name, state: row.state, sentAt: row.sent_at, mayRate },
    words: { words, availability, code_identity, disclosure },
    answers: sees('answers') ? row.eligibility : undefined,
    contact: sees('contact') ? (row.address ?? undefined) : undefined,
    own: all.find(({ reviewer }) => reviewer === who.id),
    others: mayRate ? othersRatings(all, who.id ?? '') : all,
  };
}

async function ratingsOf({ db }: Pick<Office, 'db'>, application: string): Promise<Said[]> {
  return db
    .selectFrom('rating')
    .innerJoin('person', 'person.id', 'rating.reviewer')
    .where('rating.application', '=', application)
    .select(['rating.reviewer', 'person.name', 'rating.value', 'rating.note', 'rating.flagged', 'rating.at'])
    .orderBy('rating.at')
    .execute();
}
