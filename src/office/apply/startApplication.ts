import { isOpen, mayStart } from '../../core/programme/applicationState.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { giveRole } from '../term/giveRole.ts';
import { readTerm } from '../term/readTerms.ts';

export type Started = { readonly kind: 'started'; readonly id: string } | Refused;

/** Starts an application to a term, once: a second start gives the first again. */
export async function startApplication(
  office: Pick<Office, 'db' | 'now' | 'newId'>,
  who: Asker,
  order: { readonly term: string },
): Promise<Started> {
  const permission = mayDo(who, { do: 'start-application', term: order.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const person = who.id;
  const at = office.now();
  return office.db.transaction().execute(async (trx): Promise<Started> => {
    // One start at a time for a person: the cap is counted while nobody else of them starts.
    await trx.selectFrom('person').select('id').where('id', '=', person).forUpdate().execute();
    const term = await readTerm({ db: trx }, order.term);
    if (!term) return refused('There is no such term.');
    const theirs = await trx
      .selectFrom('application')
      .innerJoin('term', 'term.id', 'application.term')
      .where('term.programme', '=', term.programme.id)
      .where('application.person', '=', person)
      .select(['application.id', 'application.term', 'application.state'])
      .execute();
    const same = theirs.find((one) => one.term === term.id);
    if (same) return { kind: 'started', id: same.id };
    const decided = mayStart(term, theirs.filter(({ state }) => isOpen(state)).length, at);
    if (decided.kind === 'refused') return decided;
    const id = office.newId();
    await trx
      .insertInto('application')
      .values({
        ...{ id, term: term.id, person, state: 'started', started_at: at, revision: 1, eligibility: '{}' },
        ...{ words: '', availability: '', code_identity: '', disclosure: '' },
      })
      .execute();
    await giveRole(
      trx,
      { term: term.id, person, role: 'applicant', by: 'machine', at },
      { kind: 'application-started', at, by: person, about: id, term: term.id },
    );
    return { kind: 'started', id };
  });
}
