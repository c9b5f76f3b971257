import type { Transaction } from 'kysely';
import { INVITED_DAYS, invitationLetter } from '../../core/programme/invitationLetter.ts';
import { isMailAddress } from '../../core/programme/mail/mailOut.ts';
import type { MailWords } from '../../core/programme/mailWords.ts';
import type { Role } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import { allowed, type Doer, doerId } from '../allowed.ts';
import { letterheadOf } from '../letterheadOf.ts';
import { type Mailing, mailPerson } from '../mailPerson.ts';
import { forbidden, type Refused, refused } from '../office.ts';
import { giveRole } from '../term/giveRole.ts';
import { readMailWords } from '../term/readMailWords.ts';
import { readTerm, type Term } from '../term/readTerms.ts';
import { givePerson } from './givePerson.ts';
import { clashOf } from './grantRole.ts';

export type Invited =
  | { readonly kind: 'invited'; readonly person: string }
  /** They were invited so before: no second mail. */
  | { readonly kind: 'was invited'; readonly person: string }
  | Refused;

/** Asks somebody to take part in a term as something. The mail has an address to sign in at; the role is theirs at once. */
export async function invite(
  office: Mailing,
  who: Doer,
  order: { readonly term: string; readonly address: string; readonly name?: string; readonly role: Role },
): Promise<Invited> {
  const permission = allowed(who, { do: 'change-term', term: order.term });
  if (!permission.may) return forbidden(permission);
  if (order.role === 'applicant' || order.role === 'mentee') return refused('Who takes part is imported, or applies.');
  const address = order.address.trim().toLowerCase();
  if (!isMailAddress(address)) return refused('That is no address: write it as ada@example.org.');
  const name = (order.name ?? '').trim();
  if (name.length > 200) return refused('A name has at most 200 characters.');
  const term = await readTerm(office, order.term);
  if (!term) return refused('There is no such term.');
  const words = (await readMailWords(office, term.id)).get('invitation');
  const { role } = order;
  return office.db.transaction().execute(async (trx): Promise<Invited> => {
    const person = await givePerson({ ...office, db: trx }, name === '' ? { address } : { address, name });
    const clash = await clashOf(trx, { term: term.id, person, role });
    if (clash !== undefined) return refused(clash);
    const by = doerId(who);
    await giveRole(trx, { term: term.id, person, role, by, at: office.now() });
    const isNew = await askToCome(office, trx, { term, person, role, by, words, source: 'an organiser of the term' });
    return { kind: isNew ? 'invited' : 'was invited', person };
  });
}

/** Notes the invitation and puts its mail, unless one stands already. */
export async function askToCome(
  office: Mailing,
  trx: Transaction<Schema>,
  order: {
    readonly term: Term;
    readonly person: string;
    readonly role: Role;
    readonly by: string;
    readonly source: string;
    readonly words: MailWords | undefined;
  },
): Promise<boolean> {
  const { term, person, role, by, words } = order;
  const at = office.now();
  const id = office.newId();
  const until = new Date(at.getTime() + INVITED_DAYS * 86_400_000);
  const put = await trx
    .insertInto('invitation')
    .values({ id, term: term.id, person, role, at, by, until })
    .onConflict((conflict) =>
      conflict
        .columns(['term', 'person', 'role'])
        .doUpdateSet({ id, at, by, until })
        .where('invitation.until', '<', at),
    )
    .executeTakeFirst();
  if (put.numInsertedOrUpdatedRows !== 1n) return false;
  await appendFact(trx, { kind: 'person-invited', at, by, about: person, term: term.id });
  const { name, zone } = await trx
    .selectFrom('person')
    .select(['name', 'zone'])
    .where('id', '=', person)
    .executeTakeFirstOrThrow();
  const to = `/${term.programme.slug}/${term.slug}`;
  const mail = invitationLetter(
    letterheadOf(office, term.programme.name, { name, zone }, at),
    {
      ...{ term: `${term.programme.name}, ${term.name}`, as: role, source: order.source, until },
      link: `${office.address}/sign-in?to=${encodeURIComponent(to)}`,
    },
    words,
  );
  await mailPerson(trx, office, { person, kind: 'invitation', mail, key: `invitation:${id}`, until });
  return true;
}
