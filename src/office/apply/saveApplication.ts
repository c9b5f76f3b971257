import { type ApplicationWords, applicationLimits } from '../../core/programme/applicationWords.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { ownApplication } from './ownApplication.ts';

export type Saved =
  | { readonly kind: 'saved'; readonly revision: number }
  /** Another window saved something since; what stands there now comes back, and nothing was overwritten. */
  | { readonly kind: 'overtaken'; readonly revision: number }
  | Refused;

/** Keeps what an applicant has written so far, if nobody saved after what they had before them. */
export async function saveApplication(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly revision: number; readonly given: ApplicationWords },
): Promise<Saved> {
  const application = await ownApplication(office, who, order.term);
  if (!application) return refused('There is no application to save: start one.');
  const about = { term: order.term, owner: application.person, reviewers: [], conflicts: [] };
  const permission = mayDo(who, { do: 'change-application', application: about });
  if (!permission.may) return forbidden(permission);
  if (application.state !== 'started') return refused('It is sent: what was sent stays as it is.');
  const { words, availability, codeIdentity, disclosure, eligibility } = order.given;
  const limits = applicationLimits;
  const saved = await office.db
    .updateTable('application')
    .set({
      // A text that is too long is kept as far as twice its limit, so that nothing typed is lost while one shortens it.
      ...{ words: words.slice(0, 2 * limits.words), availability: availability.slice(0, 2 * limits.availability) },
      ...{ code_identity: codeIdentity.slice(0, 2 * limits.codeIdentity) },
      ...{ disclosure: disclosure.slice(0, 2 * limits.disclosure), eligibility: JSON.stringify(eligibility) },
      revision: order.revision + 1,
    })
    .where('id', '=', application.id)
    .where('state', '=', 'started')
    .where('revision', '=', order.revision)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 1n) return { kind: 'saved', revision: order.revision + 1 };
  const now = await ownApplication(office, who, order.term);
  return { kind: 'overtaken', revision: now?.revision ?? application.revision };
}
