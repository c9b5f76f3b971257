import { digestMail } from '../core/programme/mail/digestMail.ts';
import type { MailHooks } from './judgeMail.ts';
import type { MailOffice, Trx } from './mailOffice.ts';
import { putMail } from './putMail.ts';

type Gatherer = Pick<MailOffice, 'db' | 'now' | 'newId' | 'mailSettings'>;

/** Puts the gathered mails of each person whose morning it is into one mail. */
export const putDigests = async (office: Gatherer, hooks: Pick<MailHooks, 'recipientOf'>): Promise<number> => {
  const people = await office.db
    .selectFrom('outbox')
    .select('person')
    .distinct()
    .where('state', '=', 'gathering')
    .where('next_at', '<=', office.now())
    .execute();
  for (const { person } of people)
    if (person !== null) await office.db.transaction().execute(async (trx) => putDigest(trx, office, hooks, person));
  return people.length;
};

const putDigest = async (
  trx: Trx,
  office: Gatherer,
  hooks: Pick<MailHooks, 'recipientOf'>,
  person: string,
): Promise<void> => {
  const now = office.now();
  const mails = await trx
    .selectFrom('outbox')
    .select(['id', 'subject', 'text', 'until'])
    .where('person', '=', person)
    .where('state', '=', 'gathering')
    .where('next_at', '<=', now)
    .orderBy('created_at')
    .orderBy('id')
    .forUpdate()
    .execute();
  const recipient = await hooks.recipientOf(trx, person);
  const first = mails[0];
  if (!first) return;
  const told = mails.filter(({ until }) => until === null || until > now);
  if (recipient && told.length > 0)
    await putMail(trx, office, {
      person,
      to: { address: recipient.address, name: recipient.head.name },
      kind: 'digest',
      mail: digestMail(recipient.head, { mails: told }),
      key: `digest:${first.id}`,
    });
  await trx
    .updateTable('outbox')
    .set({ state: 'stopped', response: 'in a digest' })
    .where(
      'id',
      'in',
      mails.map(({ id }) => id),
    )
    .execute();
};
