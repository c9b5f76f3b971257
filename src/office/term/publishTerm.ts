import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { phaseOf } from '../../core/programme/termDates.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { readTerm } from './readTerms.ts';

/** Shows a term to everybody. It is not hidden again: people may have read of it, and planned with it. */
export async function publishTerm(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  { term: id }: { readonly term: string },
): Promise<{ readonly kind: 'published' } | Refused> {
  const permission = mayDo(who, { do: 'change-term', term: id });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  const at = office.now();
  const term = await readTerm(office, id);
  if (!term) return refused('There is no such term.');
  if (term.isPublic) return { kind: 'published' };
  const phase = phaseOf(term, at);
  if (phase !== 'before' && phase !== 'open')
    return refused('Its applications are closed already: change the dates first.');
  return office.db.transaction().execute(async (trx) => {
    const shown = await trx
      .updateTable('term')
      .set({ is_public: true })
      .where('id', '=', id)
      .where('is_public', '=', false)
      .executeTakeFirst();
    if (shown.numUpdatedRows === 1n) await appendFact(trx, { kind: 'term-published', at, by, about: id, term: id });
    return { kind: 'published' } as const;
  });
}
