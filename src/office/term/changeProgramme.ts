import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';

export const programmeLimits = { name: 80, words: 20_000, disclosurePolicy: 8000 } as const;

/** Changes what a programme says of itself, by an organiser of one of its terms. */
export async function changeProgramme(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly name: string; readonly words: string; readonly disclosurePolicy: string },
): Promise<{ readonly kind: 'changed' } | Refused> {
  const permission = mayDo(who, { do: 'change-term', term: order.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  const said = { name: order.name.trim(), words: order.words, disclosurePolicy: order.disclosurePolicy };
  for (const [key, most] of Object.entries(programmeLimits)) {
    const text = said[key as keyof typeof said];
    if (text.trim() === '') return refused('Name, words and the rule on tools cannot be empty.');
    if (text.length > most) return refused(`${text.length} characters are more than the ${most} that fit.`);
  }
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    const term = await trx.selectFrom('term').select('programme').where('id', '=', order.term).executeTakeFirst();
    if (!term) return refused('There is no such term.');
    await trx
      .updateTable('programme')
      .set({ name: said.name, words: said.words, disclosure_policy: said.disclosurePolicy })
      .where('id', '=', term.programme)
      .execute();
    await appendFact(trx, { kind: 'programme-changed', at, by, about: term.programme, term: order.term });
    return { kind: 'changed' } as const;
  });
}
